"""Showing codings: ``terminal`` for people, ``tables`` for spreadsheets, ``page`` for a browser."""
