"""What reading a page costs, counted so that no other work on the machine changes it."""
