"""One module for each way to read a page that only the bench compares; see the evaluation's."""
