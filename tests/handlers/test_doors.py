"""Every door of the house leads to one action, and nobody else decides anything."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Router

import handlers
from bot.actions import Actions
from bot.actions.desk import Desk
from handlers import make_router

FIRST = {"event", "message", "_"}
KNOWN = {"visit", "actions", "callback_data", "command"}
ROOMS = Path(handlers.__file__).parent
OTHERS = {"__init__.py", "doors.py", "group_visits.py", "ticks.py", "visits.py", "web.py"}
DOORS = sorted({path.name for path in ROOMS.glob("*.py")} - OTHERS)


def registered(router: Router) -> Iterator[object]:
    """Every handler, in the order in which the doors are tried."""
    for one in router.chain_tail:
        for observer in one.observers.values():
            yield from (handler.callback for handler in observer.handlers)


# Themes are only asked for by name here, so they need no database.
NOTHING: Any = None
ACTIONS = Actions(Desk(NOTHING, NOTHING, NOTHING, NOTHING))
HANDLERS = sorted(
    set(registered(make_router())), key=lambda one: (one.__module__, one.__qualname__)
)


def asked_of_actions(node: ast.AST) -> list[str]:
    """The actions that some code awaits, such as "cases.take"."""
    return [
        ast.unparse(one.value.func).removeprefix("actions.")
        for one in ast.walk(node)
        if isinstance(one, ast.Await)
        and isinstance(one.value, ast.Call)
        and ast.unparse(one.value.func).startswith("actions.")
    ]


@pytest.mark.parametrize("handler", HANDLERS, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_a_handler_asks_one_action_and_nothing_else(handler):
    tree = ast.parse(inspect.getsource(handler))
    (function,) = tree.body
    assert isinstance(function, ast.AsyncFunctionDef)
    assert len(function.body) == 1
    (asked,) = asked_of_actions(tree)
    theme, method = asked.split(".")
    assert inspect.iscoroutinefunction(getattr(getattr(ACTIONS, theme), method))
    assert len([one for one in ast.walk(tree) if isinstance(one, ast.Await)]) == 1


@pytest.mark.parametrize("handler", HANDLERS, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_a_handler_takes_the_event_the_visit_the_actions_and_what_was_tapped(handler):
    event, *others = inspect.signature(handler).parameters
    assert event in FIRST
    assert {"visit", "actions"} <= set(others) <= KNOWN


def test_no_handler_is_left_without_a_door():
    written = {
        f"handlers.{file.removesuffix('.py')}.{node.name}"
        for file in DOORS
        for node in ast.parse((ROOMS / file).read_text(encoding="utf-8")).body
        if isinstance(node, ast.AsyncFunctionDef)
    }
    assert written == {f"{one.__module__}.{one.__name__}" for one in HANDLERS}


def test_the_handlers_know_no_words_and_no_storage():
    for file in DOORS:
        tree = ast.parse((ROOMS / file).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                assert not str(node.module).startswith(("storage", "bot.i18n", "bot.post")), file


def test_no_door_sends_its_question_to_another_thread():
    # aiogram asks a plain function or `F` in a thread of its own: a message passes forty doors.
    asked = [
        (handler.callback, one)
        for router in make_router().chain_tail
        for observer in router.observers.values()
        for handler in observer.handlers
        for one in (handler, *(handler.filters or ()))
    ]
    assert len(asked) > 40
    assert [str(handler) for handler, one in asked if not one.awaitable] == []
