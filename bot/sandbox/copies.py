"""Copies of JSON values: what is handed out can be changed without changing what is kept."""

from typing import TypeVar

Json = TypeVar("Json")


def copied(value: Json) -> Json:
    """A copy all the way down; `copy.deepcopy` looks for circles, and takes five times as long."""
    if isinstance(value, dict):
        return {key: copied(one) for key, one in value.items()}  # type: ignore[return-value]  # the same shape
    if isinstance(value, list):
        return [copied(one) for one in value]  # type: ignore[return-value]  # the same shape
    return value
