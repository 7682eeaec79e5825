"""What newscrawl costs, beside other tools: ``python -m benchmarks.bench``."""
