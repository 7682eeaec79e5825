"""Whether what is kept is right: lines, ledger and archive, checked and mended."""
