"""One module for each tool, run by the Python that has the tool: a page to an answer."""
