"""Reading when somebody wants to meet: "di half drie", "mardi prochain à 14h30", "noon tomorrow".

One moment that leaves no doubt, or what has to be asked back; see `reading.py`.
"""

from bot.programme.when.answers import Ask, Understood, Why
from bot.programme.when.reading import days_named, is_about_a_meeting_time, read_when

__all__ = ["Ask", "Understood", "Why", "days_named", "is_about_a_meeting_time", "read_when"]
