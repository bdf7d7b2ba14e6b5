"""What coaches see of the time that they give for first talks."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice

# Hours of a week or of a day: id, the day (0 to 6, or ISO), from when until when, how they talk.
WeekHours = tuple[int, int, str, str, str]
DayHours = tuple[int, str, str, str, str]


@dataclass(frozen=True, slots=True)
class IntakeHoursShown(Notice):
    """When a coach has time, and how many half hours are free. ``saved``: something changed;
    ``unread``: what they wrote was not understood.
    """

    kind = "intake_hours_shown"
    for_staff = True
    week: tuple[WeekHours, ...]
    days: tuple[DayHours, ...]
    free: int
    days_ahead: int
    saved: bool = False
    unread: bool = False


@dataclass(frozen=True, slots=True)
class AskIntakeHours(Notice):
    """The next small question about time that a coach gives: ``days`` are days of the week (1 to
    7) or a date, ``spans`` such as 0900-1200, both as a button carries them. ``read``: from words;
    then how they talk (``spot``) may be known too.
    """

    kind = "ask_intake_hours"
    for_staff = True
    days: str
    spans: str
    read: bool = False
    spot: str = ""


@dataclass(frozen=True, slots=True)
class ChooseIntakeDay(Notice):
    """On which day something is not as every week."""

    kind = "choose_intake_day"
    for_staff = True
    days: tuple[str, ...]
    page: int
