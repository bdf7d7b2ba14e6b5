"""Hearing danger in what somebody writes."""

from bot.programme.danger import score
from bot.programme.danger.reading import Danger, hear_danger, read_what_hears
from bot.programme.danger.sounding import needs_meant

__all__ = ["Danger", "hear_danger", "needs_meant", "read_what_hears", "score"]
