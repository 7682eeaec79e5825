"""What reading an archive costs: ``python -m benchmarks.archive``."""
