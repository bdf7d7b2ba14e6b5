"""What is said about phone numbers. One of the two sees the other's only while both want it."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class PhonesShown(Notice):
    """How it stands. ``mine`` is the number that the reader shares, empty when they share none;
    ``wanted``: the other one would like to.
    """

    kind = "phones_shown"
    partner: str
    mine: str
    wanted: bool


@dataclass(frozen=True, slots=True)
class AskNumber(Notice):
    """Which number? ``problem`` says why the last one would not do."""

    kind = "ask_number"
    partner: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class NumberOffered(Notice):
    """The other one would like to share numbers."""

    kind = "number_offered"
    exempt = True
    revocable = True
    partner: str


@dataclass(frozen=True, slots=True)
class NumbersShared(Notice):
    """Both said so, and here is the number of the other one."""

    kind = "numbers_shared"
    exempt = True
    revocable = True
    partner: str
    number: str
    mine: str


@dataclass(frozen=True, slots=True)
class NumbersTakenBack(Notice):
    """One of the two, or the end of the duo, has stopped it; in the place of the number."""

    kind = "numbers_taken_back"
    exempt = True
    partner: str
    by_you: bool


@dataclass(frozen=True, slots=True)
class NumberNotShared(Notice):
    """The person does not want to, and nobody hears of it."""

    kind = "number_not_shared"
