"""What is said when somebody speaks again, and when the two of a duo say different things."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class GoodToHear(Notice):
    """Told to who did not answer for weeks and speaks again: they are asked again."""

    kind = "good_to_hear"


@dataclass(frozen=True, slots=True)
class WeekDiffers(Notice):
    """Told to the coach alone: of this week (2026-W48) the two say different things, and not
    which of them says what. The Telegram ids stand in the order of the names. ``over``: one of
    them has corrected the answer since.
    """

    kind = "week_differs"
    for_staff = True
    revocable = True
    duo_id: int
    week: str
    names: tuple[str, ...]
    telegram_ids: tuple[int, ...]
    over: bool = False
