"""Speed on one core: ``python -m benchmarks.speed``."""
