"""Sentences → hints: what a small encoder makes of every word, where rules are silent or in doubt."""

from facta.hints.encoder import Encoder

__all__ = ["Encoder"]
