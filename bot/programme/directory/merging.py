"""What becomes of the directory when a file is brought in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.programme.directory.service import Service
from bot.programme.directory.writing import write_service

ASSURED = "assured_date"


@dataclass(frozen=True, slots=True)
class Merge:
    """What is done to the directory, and what is left as it is.

    ``changed`` holds each old entry beside the new one; ``assured`` entries say the same as
    before and were checked since. ``spared`` are crisis lines that the file does not name.
    """

    added: tuple[Service, ...] = ()
    changed: tuple[tuple[Service, Service], ...] = ()
    assured: tuple[Service, ...] = ()
    unchanged: tuple[Service, ...] = ()
    removed: tuple[Service, ...] = ()
    spared: tuple[Service, ...] = ()


def merge(
    old: Mapping[str, Service],
    new: Sequence[Service],
    *,
    remove_missing: bool = False,
    crisis_lines_too: bool = False,
) -> Merge:
    """Add and replace by key. What says something else than before is not assured any more,
    unless the file brings a later day on which somebody made sure of it.
    """
    named = {one.key for one in new}
    missing = [one for one in old.values() if remove_missing and one.key not in named]
    pairs = [(old[one.key], one) for one in new if one.key in old]
    same = [(before, after) for before, after in pairs if _say_the_same(before, after)]
    return Merge(
        added=tuple(one for one in new if one.key not in old),
        changed=tuple(_changed(*pair) for pair in pairs if not _say_the_same(*pair)),
        assured=tuple(after for before, after in same if _is_later(before, after)),
        unchanged=tuple(before for before, after in same if not _is_later(before, after)),
        removed=tuple(one for one in missing if crisis_lines_too or not one.is_crisis_line),
        spared=tuple(one for one in missing if one.is_crisis_line and not crisis_lines_too),
    )


def differences(before: Service, after: Service) -> Iterator[tuple[str, Any, Any]]:
    """What has another value now: its name in a table, what it was and what it is."""
    tables = write_service(before), write_service(after)
    for name in dict.fromkeys((*tables[0], *tables[1])):
        was, is_ = (one.get(name) for one in tables)
        if was != is_:
            yield name, was, is_


def _say_the_same(before: Service, after: Service) -> bool:
    return replace(before, assured_on=None) == replace(after, assured_on=None)


def _is_later(before: Service, after: Service) -> bool:
    return (after.assured_on or date.min) > (before.assured_on or date.min)


def _changed(before: Service, after: Service) -> tuple[Service, Service]:
    return before, after if _is_later(before, after) else replace(after, assured_on=None)
