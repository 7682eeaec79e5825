"""Spidermon's part: a monitor for each check of the run report, and what its alarms say."""
