"""What people look for help with, and recognising it in one sentence of theirs."""

from bot.programme.needs.codes import NEEDS, THEMES, theme_of
from bot.programme.needs.finding import Found, find_needs, read_needs

__all__ = ["NEEDS", "THEMES", "Found", "find_needs", "read_needs", "theme_of"]
