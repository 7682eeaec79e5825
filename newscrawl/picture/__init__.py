"""A picture of the records: what is counted of them, and the page that shows it."""
