"""Starting fast: aiogram builds its models when they are first used, not when it is imported.

aiogram 3.31 rebuilds 444 pydantic models at import, which takes 5 s and 174 MB here. This keeps
the names that aiogram passes to ``model_rebuild`` and lets pydantic build a model on first use:
1.1 s and 62 MB (aiogram issues 1513 and 1891). Import this before aiogram. It steps aside for any
other aiogram than the ones it was tried with, and when DUOBOT_TEST_SLOW_START is set.
"""

import os
import threading
from importlib.metadata import version
from typing import Any

import pydantic

TRIED_WITH = "3.31."

_lock = threading.RLock()
_names: dict[str, Any] | None = None
# pydantic holds its generic models, as the answer to sendMessage, only weakly: without this each
# full collection threw them away, and the next send built them again for 0.15 s.
_kept: set[type[pydantic.BaseModel]] = set()
_rebuild = pydantic.BaseModel.model_rebuild.__func__  # type: ignore[attr-defined]  # classmethod


def _rebuild_later(
    cls: type[pydantic.BaseModel],
    *,
    force: bool = False,
    raise_errors: bool = True,
    _parent_namespace_depth: int = 2,
    _types_namespace: dict[str, Any] | None = None,
) -> bool | None:
    global _names  # noqa: PLW0603  # aiogram hands the names over once, at its import
    if cls.__module__.startswith("aiogram."):
        if _types_namespace is not None and "TelegramObject" in _types_namespace:
            _names = dict(_types_namespace)
            return None
        if _types_namespace is None and _names is not None:
            with _lock:
                return _built(cls, _names, force=force, raise_errors=raise_errors)
    depth = _parent_namespace_depth + 1
    built: bool | None = _rebuild(
        cls,
        force=force,
        raise_errors=raise_errors,
        _parent_namespace_depth=depth,
        _types_namespace=_types_namespace,
    )
    return built


def _built(
    cls: type[pydantic.BaseModel], names: dict[str, Any], *, force: bool, raise_errors: bool
) -> bool | None:
    built: bool | None = _rebuild(
        cls,
        force=force,
        raise_errors=raise_errors,
        _parent_namespace_depth=0,
        _types_namespace=names,
    )
    if built:
        _kept.add(cls)
    return built


def is_wanted() -> bool:
    """Whether this aiogram is one it was tried with, and nobody switched it off."""
    return version("aiogram").startswith(TRIED_WITH) and not os.environ.get(
        "DUOBOT_TEST_SLOW_START"
    )


if is_wanted():
    pydantic.BaseModel.model_rebuild = classmethod(_rebuild_later)  # type: ignore[method-assign,assignment]  # on purpose
