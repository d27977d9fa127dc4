"""Browser tests are opt-in: ``pytest -m browser``."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line("markers", "browser: opens pages in a headless Chromium; opt-in with -m browser")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip the tests of this folder unless they are asked for."""
    if "browser" in str(config.getoption("-m")):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="opt-in: run pytest -m browser"))
