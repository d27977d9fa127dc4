"""Scores on gold data: ``python -m benchmarks.quality``."""
