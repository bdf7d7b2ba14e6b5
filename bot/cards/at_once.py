"""One short message for who cannot wait: a warm word, who knows, whom to call, one question."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from bot.cards.buttons import Go, Place
from bot.cards.calling import call_buttons
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.danger_question import may_call_rows, may_call_words
from bot.cards.lines import call_line
from bot.cards.needs import need_words
from bot.cards.ways import in_danger, way
from bot.i18n import Speech
from bot.programme.directory import Service
from bot.programme.directory.at_once import POLICE, TALK
from bot.programme.directory.reading import read_service
from bot.programme.notices import Emergency
from bot.programme.people import is_staff
from bot.programme.programme import Programme

MOST_CALLS = 5
# Beside the number for danger; who is asked a question reads no long list above it.
FIRST_LINES = 3
# Who writes this has told something that is hard to tell.
HARD_TO_TELL = ("crisis.suicide", "crisis.talk", "violence.", "housing.tonight")
# These are eased by talking, so what they are about is not named once more.
TALKED_ABOUT = ("crisis.suicide", TALK)
POISON = "crisis.poison"


def at_once(notice: Emergency, speech: Speech, programme: Programme) -> Card:
    """What to do in danger, the lines for this, and who talks with them; of poison the poison
    centre knows most, so it comes first.
    """
    lines = [read_service(one) for one in notice.lines]
    others = [one for one in lines if one.phones[0].dial != programme.emergency_number]
    others = others[:FIRST_LINES] if notice.asks else others
    now = datetime.fromisoformat(notice.now)
    calls = list(_calls(others, notice.need, now, speech, programme))
    first = calls[:1] if notice.need == POISON else []
    asked = _question(notice, speech, programme) if notice.asks else ""
    text = paragraphs(
        warm_words(notice.need, speech), *first, in_danger_of(notice.need, speech, programme),
        *calls[len(first) :], who_is_told(notice, speech), asked,
    )  # fmt: skip
    danger = [one for one in lines if one.phones[0].dial == programme.emergency_number]
    ordered = [*others[: len(first)], *danger, *others[len(first) :]]
    rows = _call_rows(ordered, notice.need, speech)
    if notice.asks:
        return Card(text, rows + may_call_rows(notice.need, speech) + (_every_line(speech),))
    return Card(text, rows + _ways_on(notice.role, speech))


def warm_words(need: str, speech: Speech) -> str:
    """For who has told something that is hard to tell."""
    if not need.startswith(HARD_TO_TELL):
        return ""
    return speech.say("It is good that you wrote this. You do not have to carry this alone.")


def who_is_told(notice: Emergency, speech: Speech) -> str:
    """A coach hears of it in the same moment; when nobody does, nothing is said."""
    if not notice.coach:
        return ""
    if notice.new:
        return speech.say("I am telling {coach} now, a coach of the office.", coach=notice.coach)
    return speech.say("I am telling your coach {coach} now.", coach=notice.coach)


def office_is_closed(opens_at: str, speech: Speech, programme: Programme) -> str:
    """Nobody waits for the office in danger: the lines above answer now."""
    when = speech.day_and_time(datetime.fromisoformat(opens_at), programme.zone)
    return (
        speech.say("The office is closed now. It opens on {when}.", when=when)
        + " "
        + speech.say("Call one of the numbers above now.")
    )


def _question(notice: Emergency, speech: Speech, programme: Programme) -> str:
    if notice.opens_at is None:
        return may_call_words(speech)
    closed = office_is_closed(notice.opens_at, speech, programme)
    return paragraphs(closed, may_call_words(speech, closed=True))


def in_danger_of(need: str, speech: Speech, programme: Programme) -> str:
    """The number for danger; where there is violence that of the police too."""
    violent = need.startswith("violence.") and need != "violence.emergency"
    police = speech.say("Or call the police: {number}.", number=POLICE) if violent else ""
    return " ".join(part for part in (in_danger(speech, programme), police) if part)


def _calls(
    lines: Sequence[Service], need: str, now: datetime, speech: Speech, programme: Programme
) -> Iterator[str]:
    """The lines under what they are for; when any speaks a strange language, each says its own."""
    strange = not all(one.understands(speech.language) for one in lines)
    for heading, services in groupby(lines, lambda one: _heading(one, need)):
        said = (call_line(one, now, speech, programme, tongues=strange) for one in services)
        yield "\n".join((need_words(heading, speech), *said))


def _heading(service: Service, need: str) -> str:
    return need if need in service.needs and need not in TALKED_ABOUT else TALK


def _call_rows(lines: Sequence[Service], need: str, speech: Speech) -> Rows:
    return one_a_row(*(call_buttons(one, need, speech)[0] for one in lines[:MOST_CALLS]))


def _ways_on(role: str, speech: Speech) -> Rows:
    person = way(Place.MENU if is_staff(role) else Place.COACH, speech)
    return (_every_line(speech), (person,))


def _every_line(speech: Speech) -> tuple[Button, ...]:
    return (Button(speech.button("All emergency numbers"), Go(to=Place.EMERGENCY).pack()),)
