"""One encoder for all tests of the room."""

from __future__ import annotations

import pytest

from facta.hints import Encoder
from facta.resources.roster import load_roster


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return Encoder(load_roster())
