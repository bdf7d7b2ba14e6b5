"""How fast people get an answer: numbers by branch, none of them small."""

from collections.abc import Iterable

from bot.cards.buttons import Place
from bot.cards.card import Card, one_a_row, paragraphs
from bot.cards.ways import branch_name, way
from bot.i18n import Speech
from bot.programme.notices import CaseNumbers
from bot.programme.programme import Programme

UNTOLD = -1
AN_HOUR = 60
# Below two hours minutes say more.
MINUTES_UNTIL = 120


def case_numbers(notice: CaseNumbers, speech: Speech, programme: Programme) -> Card:
    """Each branch in a paragraph, and how it was counted."""
    text = paragraphs(
        speech.say("How fast people get an answer: the last {count} weeks.", count=notice.weeks),
        *("\n".join(_branch(one, speech, programme)) for one in notice.branches),
        speech.say("Only office hours count. I tell no number under 5, and round down to fives."),
    )
    return Card(text, one_a_row(way(Place.TEAM, speech), way(Place.MENU, speech)))


def _branch(
    row: tuple[str, int, int, int, int, int], speech: Speech, programme: Programme
) -> Iterable[str]:
    branch, asked, minutes, kept, late, still_open = row
    yield branch_name(branch, speech, programme)
    if asked == UNTOLD:
        yield speech.say("Too few people asked for a coach to tell more.")
        return
    yield speech.say("Asked for a coach: at least {count}.", count=asked)
    if minutes != UNTOLD:
        time = _time(minutes, speech)
        yield speech.say("Half of them had an answer within {time}.", time=time)
    yield from _promises(kept, late, speech)
    if still_open != UNTOLD:
        yield speech.say("Open now: at least {count}.", count=still_open)


def _promises(kept: int, late: int, speech: Speech) -> Iterable[str]:
    if UNTOLD in (kept, late):
        return
    if not late:
        yield speech.say("All promises were kept.")
        return
    yield speech.say("Promises kept: at least {count}.", count=kept)
    yield speech.say("Promises not kept: at least {count}.", count=late)


def _time(minutes: int, speech: Speech) -> str:
    """In hours from two of them on, rounded up."""
    if minutes < MINUTES_UNTIL:
        return speech.say_many("{count} minute", "{count} minutes", minutes)
    return speech.say_many("{count} hour", "{count} hours", -(-minutes // AN_HOUR))
