"""What coaches read of their work, and of people who are not on Telegram."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from bot.programme.notices.notice import Notice, Stays

# The kind of a letter, and its facts as JSON.
Part = tuple[str, str]
# Somebody in a list: id, whole name, role, place on the road ("" before it), since when.
Row = tuple[int, str, str, str, str]


@dataclass(frozen=True, slots=True)
class OnBehalf(Notice):
    """What somebody would read, shown to the coach who does it in their place."""

    kind = "on_behalf"
    for_staff = True
    stays = Stays.UNTIL_HIDDEN
    person_id: int
    name: str
    part: Part

    @classmethod
    def of(cls, person_id: int, name: str, notice: Notice) -> Self:
        """This letter, for who stands in for the person."""
        return cls(person_id, name, part_of(notice))

    def notices(self) -> tuple[Notice, ...]:
        """The letter that it holds."""
        return opened((self.part,))


@dataclass(frozen=True, slots=True)
class ToCall(Notice):
    """Somebody to call, and all that is to be said. ``shown_at`` is the instant of this list, in
    milliseconds; ``tried`` when it was last tried without an answer, an ISO instant or empty.
    """

    kind = "to_call"
    for_staff = True
    stays = Stays.UNTIL_HIDDEN
    person_id: int
    name: str
    role: str
    language: str
    phone: str
    times: str
    parts: tuple[Part, ...]
    shown_at: int
    tried: str = ""

    def notices(self) -> tuple[Notice, ...]:
        """The letters that it holds."""
        return opened(self.parts)


@dataclass(frozen=True, slots=True)
class SomebodyToCall(Notice):
    """There is something to say to somebody who is not on Telegram."""

    kind = "somebody_to_call"
    for_staff = True
    person_id: int
    first_name: str
    language: str
    times: str


@dataclass(frozen=True, slots=True)
class CallNoted(Notice):
    """A call was noted: ``told``, or when to try again (an ISO instant). ``tried``: nobody
    answered, and there is nothing new to tell.
    """

    kind = "call_noted"
    person_id: int
    name: str
    again: str = ""
    tried: bool = False


@dataclass(frozen=True, slots=True)
class EnterSomebody(Notice):
    """Somebody is entered by phone or on paper: their language first."""

    kind = "enter_somebody"


@dataclass(frozen=True, slots=True)
class ReadPrivacy(Notice):
    """What is read out to who is entered, before anything is kept. ``new_id`` is the number that
    they get when they agree.
    """

    kind = "read_privacy"
    new_id: int
    language: str


@dataclass(frozen=True, slots=True)
class NotEntered(Notice):
    """They did not agree, so nothing is kept."""

    kind = "not_entered"


@dataclass(frozen=True, slots=True)
class PersonShown(Notice):
    """One mentee or mentor, for who works with them. ``place`` is where they stand on the road:
    empty before it, UNDECIDED or SAID_YES while a proposal waits. ``steps`` are where they came
    from then on, and when (ISO instants), the last one first. ``told`` are their answers, as far
    as the reader may see them; ``hidden``: there is more, after a code. ``to_say`` is how much is
    to be said by phone. ``match_id``: a proposal waits, to which they may have ``agreed``.
    ``chat``: the Telegram number of who did not come to the end of the questions.
    ``unheard``: they did not say whether they still look, and are not asked any more.
    """

    kind = "person_shown"
    for_staff = True
    stays = Stays.UNTIL_HIDDEN
    person_id: int
    name: str
    role: str
    stage: str
    place: str
    language: str
    branch: str
    channel: str
    told: tuple[tuple[str, str], ...]
    hidden: bool = False
    steps: tuple[tuple[str, str], ...] = ()
    duo_id: int = 0
    to_say: int = 0
    paused: bool = False
    match_id: int = 0
    agreed: bool = False
    chat: int = 0
    unheard: bool = False


@dataclass(frozen=True, slots=True)
class WorkMenu(Notice):
    """What there is to do: each list, and how many people stand in it."""

    kind = "work_menu"
    for_staff = True
    counts: tuple[tuple[str, int], ...]
    coordinates: bool = False


@dataclass(frozen=True, slots=True)
class WorkList(Notice):
    """A page of a list. ``looked_for``: the name, or part of one, that was typed."""

    kind = "work_list"
    for_staff = True
    stays = Stays.UNTIL_HIDDEN
    name: str
    rows: tuple[Row, ...]
    page: int = 0
    more: bool = False
    looked_for: str = ""


@dataclass(frozen=True, slots=True)
class LinkToTelegram(Notice):
    """A one-time link by which somebody comes in on their own phone, with all that is kept."""

    kind = "link_to_telegram"
    for_staff = True
    stays = Stays.BRIEFLY
    name: str
    token: str


@dataclass(frozen=True, slots=True)
class CameToTelegram(Notice):
    """Said to who took part by phone until now, when they come in on their own phone."""

    kind = "came_to_telegram"
    first_name: str


@dataclass(frozen=True, slots=True)
class SomebodyCameToTelegram(Notice):
    """Said to who made the link."""

    kind = "somebody_came_to_telegram"
    for_staff = True
    person_id: int
    first_name: str


def part_of(notice: Notice) -> Part:
    """A letter as it is held by another one."""
    return notice.kind, json.dumps(notice.facts())


def opened(parts: Iterable[Part]) -> tuple[Notice, ...]:
    """The letters as they were."""
    return tuple(Notice.from_facts(kind, json.loads(facts)) for kind, facts in parts)
