"""A pretend Telegram, so that the bot can be tried and tested without one."""

from bot.sandbox.answers import Answer, NotPossible
from bot.sandbox.clock import SandboxClock
from bot.sandbox.faults import Fault
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram
from bot.sandbox.uploads import Upload
from bot.sandbox.web.app import make_app, serve

__all__ = [
    "Answer",
    "Fault",
    "NotPossible",
    "Person",
    "SandboxClock",
    "Telegram",
    "Upload",
    "make_app",
    "serve",
]
