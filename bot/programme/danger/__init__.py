"""Hearing danger in what somebody writes."""

from bot.programme.danger import score
from bot.programme.danger.reading import Danger, hear_danger

__all__ = ["Danger", "hear_danger", "score"]
