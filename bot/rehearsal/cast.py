"""Who plays in a rehearsal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, cycle
from random import Random

from bot.actions.samples import Sample, SampleDuo
from bot.programme.people import Role
from bot.rehearsal.characters import EVERY_CHARACTER, STEADY, Character

DUOS_A_COACH = 4
FIRST_NUMBER = 720_000_001  # numbers of Telegram that nobody of the sandbox's own cast has
MENTEES = (
    "Amina", "Yusuf", "Mariam", "Bilal", "Selam", "Oleksandr", "Hodan", "Farid", "Nadia", "Tenzin",
    "Aster", "Karim", "Lina", "Mamadou", "Samira", "Ivan",
)  # fmt: skip
MENTORS = (
    "Rita", "Jan", "Monique", "Luc", "Greet", "Philippe", "Hilde", "Marc", "Anne", "Dirk",
    "Chantal", "Paul", "Lieve", "Michel", "Ingrid", "Walter",
)  # fmt: skip
COACHES = ("Els", "Sofie", "Thomas", "Nathalie")
BORN = {Role.MENTEE: 1999, Role.MENTOR: 1962, Role.COACH: 1988}


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody with a phone and a character. ``duo`` is the place of their duo, from 0."""

    id: int
    first_name: str
    role: Role
    language: str
    duo: int
    character: Character = STEADY

    @property
    def is_in_duo(self) -> bool:
        """Whether they are mentee or mentor; a coach is neither."""
        return self.role is not Role.COACH

    @property
    def arranges(self) -> bool:
        """Whether they offer the times: in every second duo it is the mentee."""
        return self.role is (Role.MENTEE if self.duo % 2 else Role.MENTOR)

    @property
    def number(self) -> str:
        """Their telephone number, as they write it."""
        return f"0470 {self.id * 7919 % 1_000_000:06d}"

    @property
    def sample(self) -> Sample:
        """The same person as they would have registered."""
        return Sample(self.id, self.first_name, self.language, self.role, BORN[self.role])


@dataclass(frozen=True, slots=True)
class Cast:
    """The duos, each mentee and mentor, and the coaches who follow them."""

    pairs: tuple[tuple[Player, Player], ...]
    coaches: tuple[Player, ...]

    @property
    def everybody(self) -> tuple[Player, ...]:
        """Duo after duo, then the coaches."""
        return (*(one for pair in self.pairs for one in pair), *self.coaches)

    def player(self, person_id: int) -> Player:
        """Whose phone has this number."""
        return next(one for one in self.everybody if one.id == person_id)

    @property
    def duos(self) -> Sequence[SampleDuo]:
        """As the bot is told of them."""
        return [
            SampleDuo(mentee.sample, mentor.sample, self.coaches[place // DUOS_A_COACH].sample)
            for place, (mentee, mentor) in enumerate(self.pairs)
        ]


def make_cast(people: int, languages: Sequence[str], seed: int) -> Cast:
    """Half of the people are mentees; ``languages`` go round among mentees and mentors."""
    numbers, speaks, characters = count(FIRST_NUMBER), cycle(languages), _characters(seed)

    def enter(names: Iterator[str], role: Role, duo: int) -> Player:
        character = STEADY if role is Role.COACH else next(characters)
        return Player(next(numbers), next(names), role, next(speaks), duo, character)

    mentees, mentors, coaches = _names(MENTEES), _names(MENTORS), _names(COACHES)
    pairs = tuple(
        (enter(mentees, Role.MENTEE, place), enter(mentors, Role.MENTOR, place))
        for place in range(people // 2)
    )
    branches = range(-(-len(pairs) // DUOS_A_COACH))
    return Cast(pairs, tuple(enter(coaches, Role.COACH, place) for place in branches))


def _names(names: Sequence[str]) -> Iterator[str]:
    """The names in turn; when all are given, the second of a name is called so."""
    yield from names
    for number in count(2):
        yield from (f"{name} {number}" for name in names)


def _characters(seed: int) -> Iterator[Character]:
    """All characters in an order of chance, again and again."""
    order = Random(seed)
    return cycle(order.sample(EVERY_CHARACTER, len(EVERY_CHARACTER)))
