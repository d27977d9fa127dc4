"""Sentences and mentions → claims: who says what, with the words that say so."""

from facta.claims.attribute import attribute
from facta.claims.parents import chain, chains, voiced

__all__ = ["attribute", "chain", "chains", "voiced"]
