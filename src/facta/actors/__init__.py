"""Sentences → mentions: states, officials, bodies and people, and the country and sector behind each."""

from facta.actors.lookup import lookup
from facta.actors.owned import owned
from facta.actors.people import resolve_people
from facta.actors.resolve import resolve

__all__ = ["lookup", "owned", "resolve", "resolve_people"]
