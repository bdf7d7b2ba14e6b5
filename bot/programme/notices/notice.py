"""What has to be said to somebody, before it is put into words.

A notice holds facts, never sentences: the words are chosen when it is sent, in the reader's
language. Facts travel through the outbox as JSON, so they are texts, numbers, and tuples or tables
of these.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, ClassVar


class Stays(StrEnum):
    """How long the message of a notice may stand in the chat, when it may not for ever.

    - UNTIL_HIDDEN: until its reader hides what is about cases.
    - HOURS: the same, and as many hours at the most as the programme says.
    - BRIEFLY: half an hour at the most, since it holds a secret.
    """

    UNTIL_HIDDEN = "until_hidden"
    HOURS = "hours"
    BRIEFLY = "briefly"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to say; every kind has one card (``bot.cards``).

    - ``exempt``: it counts in nobody's week: somebody else is the cause, or it was asked for.
    - ``for_staff``: it goes to staff, who have no budget.
    - ``timely``: there is a place for it in each week, since later it is of no use.
    - ``revocable``: it may be taken back, so it is looked at once more right before it is sent.
    - ``stays``: how long its message may stand in the chat; None when for ever.
    """

    kind: ClassVar[str]
    exempt: ClassVar[bool] = False
    for_staff: ClassVar[bool] = False
    timely: ClassVar[bool] = False
    revocable: ClassVar[bool] = False
    stays: ClassVar[Stays | None] = None
    by_kind: ClassVar[dict[str, type["Notice"]]] = {}

    def __init_subclass__(cls) -> None:
        Notice.by_kind[cls.kind] = cls

    def facts(self) -> dict[str, Any]:
        """The facts, as they are stored."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @classmethod
    def from_facts(cls, kind: str, facts: Mapping[str, Any]) -> "Notice":
        """The notice as it was before it was stored."""
        return Notice.by_kind[kind](**{name: _thawed(fact) for name, fact in facts.items()})


def _thawed(fact: object) -> object:
    """JSON knows lists only; notices hold tuples."""
    return tuple(_thawed(one) for one in fact) if isinstance(fact, list) else fact
