"""Names of days and months with a slip of the thumb: "donderdga", "mecredi", "wednsday"."""

from collections.abc import Mapping

# A slip in a shorter word makes another word: "mardi" and "mari", "morgen" and "mogen".
SHORTEST = 6
# From so many letters on two slips still leave no doubt.
LONG = 8
# One letter less and it is "mogen", to be allowed.
NEVER_GUESSED = frozenset({"morgen"})
MOST_SLIPS = 2


class Speller:
    """The names that are looked for, by their first letter: people hardly ever miss that one."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        for name, sign in names.items():
            if len(name) >= SHORTEST and name not in NEVER_GUESSED:
                self._by_first.setdefault(name[0], []).append((name, sign))

    def guess(self, word: str) -> str | None:
        """The sign of the only name that the word can be meant for, or None."""
        if len(word) < SHORTEST - 1:
            return None
        near = [
            (slips, sign)
            for name, sign in self._by_first.get(word[0], ())
            if _may_be_near(word, name)
            and (slips := _slips(word, name)) <= (MOST_SLIPS if len(name) >= LONG else 1)
        ]
        fewest = min(near, default=(0, None))[0]
        signs = {sign for slips, sign in near if slips == fewest}
        return signs.pop() if len(signs) == 1 else None


def _may_be_near(word: str, name: str) -> bool:
    """Whether two slips can lead from one to the other: a quick look at length and letters."""
    other_letters = len({*word} ^ {*name})
    return abs(len(word) - len(name)) <= MOST_SLIPS and other_letters <= MOST_SLIPS * 2


def _slips(word: str, name: str) -> int:
    """How many letters are missing, added, wrong or swapped."""
    before: list[int] = []
    row = list(range(len(name) + 1))
    for at, letter in enumerate(word, 1):
        last, before, row = before, row, [at]
        for to, wanted in enumerate(name, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != wanted))
            if at > 1 < to and letter == name[to - 2] and word[at - 2] == wanted:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
    return row[-1]
