"""What is told together, since each by itself would have been too much for one week."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class Digest(Notice):
    """Several letters as one: the kind and the facts of each as JSON, the oldest first."""

    kind = "digest"
    revocable = True
    parts: tuple[tuple[str, str], ...]

    @classmethod
    def holding(cls, notices: Iterable[Notice]) -> Self:
        """These letters together."""
        return cls(tuple((one.kind, json.dumps(one.facts())) for one in notices))

    def notices(self) -> tuple[Notice, ...]:
        """The letters that it holds."""
        return tuple(Notice.from_facts(kind, json.loads(facts)) for kind, facts in self.parts)
