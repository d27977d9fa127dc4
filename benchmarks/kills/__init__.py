"""Benchmark: what ``kill -9`` at random moments does to an ingest."""
