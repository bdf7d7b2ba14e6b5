"""Measures coverage where it may say something new, since measuring doubles what a talk costs.

A test with a house is measured for its first parameters only, and a house is measured while it is
made for the first test that wants it so. What is left out counts as never tried: the figure may
come out too low by this, never too high.
"""

from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager

import pytest

HEAVY = {"house", "memory"}
MEASURED = 2  # parameter sets of each test
IS_REPEATED = pytest.StashKey[bool]()

made: set[tuple[str, ...]] = set()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Note which tests only repeat with other parameters what was measured before."""
    seen: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        seen[test] += 1
        item.stash[IS_REPEATED] = is_heavy(item) and seen[test] > MEASURED


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    """The same house is made for many tests."""
    wanted = tuple(item.fixturenames)
    with unmeasured(item, is_so=is_heavy(item) and wanted in made):
        yield
    made.add(wanted)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """The test itself."""
    with unmeasured(item, is_so=item.stash[IS_REPEATED]):
        yield


def is_heavy(item: pytest.Item) -> bool:
    """Whether a test talks with a whole house."""
    return not HEAVY.isdisjoint(item.fixturenames)


@contextmanager
def unmeasured(item: pytest.Item, *, is_so: bool) -> Generator[None]:
    """Stop measuring for a while, if anything is measured at all."""
    plugin = item.config.pluginmanager.getplugin("_cov")
    controller = plugin and plugin.cov_controller
    if not is_so or controller is None:
        yield
        return
    controller.pause()
    try:
        yield
    finally:
        controller.resume()
