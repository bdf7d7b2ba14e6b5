"""The watch: a small process that guards the bot from outside, and tells people in plain words.

A guard must not share the fault of what it guards. So it speaks to Telegram by another library,
which has another HTTP stack and another decoder, never asks for updates, and takes of the bot only
the ground (settings, keys, clock, logs) and a glance that can write nothing.
"""

from bot.watch.duty import watch

__all__ = ["watch"]
