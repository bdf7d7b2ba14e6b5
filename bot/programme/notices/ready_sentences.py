"""What is said around a ready sentence: which there are, and what the other one is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class SentenceGroups(Notice):
    """What would you like to tell?"""

    kind = "sentence_groups"
    duo_id: int
    partner: str


@dataclass(frozen=True, slots=True)
class SentencesOfGroup(Notice):
    """The sentences of a group; ``hours`` are those at which one can call, as 1400."""

    kind = "sentences_of_group"
    duo_id: int
    partner: str
    group: str
    hours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadySentence(Notice):
    """One of the duo tells the other something, here in the words of who reads it.

    ``meeting`` is the one that comes, None when there is none or it does not matter.
    """

    kind = "ready_sentence"
    exempt = True
    revocable = True
    duo_id: int
    teller: str
    sentence: str
    value: str
    meeting: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class SentenceTold(Notice):
    """What the other one reads, to who told it; by night it is read in the morning."""

    kind = "sentence_told"
    duo_id: int
    partner: str
    sentence: str
    value: str
    meeting: Mapping[str, Any] | None
    in_the_morning: bool


@dataclass(frozen=True, slots=True)
class SentenceNotTold(Notice):
    """The other one cannot be told now, or was told much already."""

    kind = "sentence_not_told"
    why_not: str
    partner: str
