"""Incidents: how well they are put together, and how fast."""
