"""A simulated quarter of cron runs on the replica, and what is to be said of it."""
