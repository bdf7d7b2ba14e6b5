"""Which of the letters held for somebody are told together."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.programme.digests import MOST_TOGETHER, is_over, last_wanted, sort_out

NOW = datetime(2026, 3, 14, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Held:
    subject: str
    expires: datetime | None = None
    words: str = ""
    kind: str = "check_in_prompt"


def test_all_that_is_wanted_is_told_the_oldest_first():
    held = [Held("a"), Held("b", NOW + HOUR)]
    assert sort_out(held, NOW).told == held
    assert sort_out(held, NOW).unwanted == sort_out(held, NOW).later == []


def test_what_expired_is_not_told():
    late = Held("late", NOW)
    assert is_over(late, NOW)
    assert sort_out([late, Held("in time")], NOW).unwanted == [late]


def test_of_two_about_the_same_the_newer_one_is_told():
    asked, again = Held("prompt:1", words="asked"), Held("prompt:1", words="asked again")
    assert sort_out([asked, again], NOW).told == [again]
    assert sort_out([asked, again], NOW).unwanted == [asked]


def test_two_kinds_about_the_same_are_both_told():
    both = [Held("duo:1"), Held("duo:1", kind="welcome_back")]
    assert sort_out(both, NOW).told == both


def test_what_is_too_much_for_one_letter_comes_later():
    held = [Held(f"{number}") for number in range(MOST_TOGETHER + 2)]
    sorted_ = sort_out(held, NOW)
    assert (sorted_.told, sorted_.later) == (held[:MOST_TOGETHER], held[MOST_TOGETHER:])


def test_together_they_are_wanted_as_long_as_one_of_them_is():
    soon, later = Held("a", NOW + HOUR), Held("b", NOW + 2 * HOUR)
    assert last_wanted([soon, later]) == later.expires
    assert last_wanted([soon, Held("for ever")]) is None
