"""Sentences → mentions: states, officials, bodies and people, and the country and sector behind each."""

from facta.actors.people import lookup, resolve_people
from facta.actors.resolve import resolve

__all__ = ["lookup", "resolve", "resolve_people"]
