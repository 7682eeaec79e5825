"""What the commands cost that read all that is kept: report, export and verify."""
