"""Measures coverage where it may say something new, since measuring doubles what a talk costs.

A test with a house is measured for its first parameters only, and a house is measured while it is
made for the first test that wants it so. Where the latest tests of a file said next to nothing
new, only one in a few is measured, until one says something new again. What is left out counts as
never tried: the figure may come out too low by this, never too high.
"""

from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

HEAVY = {"house", "memory"}
QUIET = 2  # tests of a file in a row that said next to nothing new
LITTLE = 10  # steps from line to line that nobody took before
ONE_IN = 4  # of the tests after that
IS_REPEATED = pytest.StashKey[bool]()

made: set[tuple[str, ...]] = set()
in_vain: Counter[str] = Counter()
passed_over: Counter[str] = Counter()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Note which tests only repeat with other parameters what was measured before."""
    seen: set[str] = set()
    for item in items:
        test = item.nodeid.partition("[")[0]
        item.stash[IS_REPEATED] = is_heavy(item) and test in seen
        seen.add(test)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    """The same house is made for many tests; for a test that is not measured it is not either."""
    wanted, is_left_out = tuple(item.fixturenames), item.get_closest_marker("no_cover") is not None
    with unmeasured(item, is_so=is_left_out or (is_heavy(item) and wanted in made)):
        yield
    if not is_left_out:
        made.add(wanted)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """The test itself."""
    if not is_heavy(item) or item.get_closest_marker("no_cover"):
        yield
        return
    file = item.nodeid.partition("::")[0]
    is_so = item.stash[IS_REPEATED] or is_passed_over(file)
    before = known(item)
    with unmeasured(item, is_so=is_so):
        yield
    if not is_so:
        in_vain[file] = in_vain[file] + 1 if known(item) - before < LITTLE else 0


def is_passed_over(file: str) -> bool:
    """Whether the tests before this one let expect nothing new, and it is not its turn."""
    if in_vain[file] < QUIET:
        return False
    passed_over[file] += 1
    return passed_over[file] % ONE_IN > 0


def known(item: pytest.Item) -> int:
    """How many steps from line to line have been seen in this process."""
    controller = measuring(item)
    return sum(map(len, controller.cov._collector.data.values())) if controller else 0


def is_heavy(item: pytest.Item) -> bool:
    """Whether a test talks with a whole house."""
    return not HEAVY.isdisjoint(item.fixturenames)


def measuring(item: pytest.Item) -> Any:
    """What measures, if anything is measured at all."""
    plugin = item.config.pluginmanager.getplugin("_cov")
    return plugin and plugin.cov_controller


@contextmanager
def unmeasured(item: pytest.Item, *, is_so: bool) -> Generator[None]:
    """Stop measuring for a while, if anything is measured at all."""
    controller = measuring(item)
    if not is_so or not controller:
        yield
        return
    controller.pause()
    try:
        yield
    finally:
        controller.resume()
