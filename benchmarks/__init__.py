"""Benchmarks: how good (``quality``) and how fast (``speed``) the coder is."""
