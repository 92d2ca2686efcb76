"""Options and fixtures for every test."""

from typing import Any

import pytest
from hypothesis import settings

# A busy machine must not fail a property: how long a case takes is measured in benchmarks/.
settings.register_profile("thidua", deadline=None)
settings.load_profile("thidua")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="rewrite the expected outputs; review the diff")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Each process gets files that lie together, so that what they share is made once; the first to end takes over."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log) if config.getoption("dist") == "load" else None


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-golden"))
