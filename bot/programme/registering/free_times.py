"""When somebody can meet, from words or from buttons: parts of the days of a usual week.

A part is a weekday and m, a or e: "1e" is Monday evening. "Not on Friday" takes Friday away.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bot.programme.names import normalise
from bot.programme.registering.hours_of_day import hours_as_parts
from bot.programme.registering.likeness import resembles
from bot.programme.registering.words import words_of

MORNING, AFTERNOON, EVENING = PARTS = ("m", "a", "e")
DAYS = range(1, 8)
WORKING_DAYS, WEEKEND = range(1, 6), range(6, 8)
SLOTS = tuple(f"{day}{part}" for day in DAYS for part in PARTS)
MOST_LETTERS = 300
Meant = TypeVar("Meant", int, str)


def _of(days: Collection[int], parts: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in SLOTS if int(one[0]) in days and one[1] in parts)


# What is offered as one button.
PRESETS: Mapping[str, tuple[str, ...]] = {
    "evenings": _of(WORKING_DAYS, EVENING),
    "weekends": _of(WEEKEND, PARTS),
    "evenings_weekends": tuple(
        one for one in SLOTS if one in _of(WORKING_DAYS, EVENING) + _of(WEEKEND, PARTS)
    ),
    "workdays": _of(WORKING_DAYS, (MORNING, AFTERNOON)),
    "any": SLOTS,
}
_DAY_NAMES = (
    ("maandag", "lundi", "monday"), ("dinsdag", "mardi", "tuesday"),
    ("woensdag", "mercredi", "wednesday"), ("donderdag", "jeudi", "thursday"),
    ("vrijdag", "vendredi", "friday"), ("zaterdag", "samedi", "saturday"),
    ("zondag", "dimanche", "sunday"),
)  # fmt: skip
_SHORT_DAYS = "ma lun mon|di mar tue|wo mer wed|do jeu thu|vr ven fri|za sam sat|zo dim sun"
_DAYS: Mapping[str, tuple[int, ...]] = {
    **{name: (day,) for day, names in enumerate(_DAY_NAMES, 1) for name in names},
    **{name: (day,) for day, names in enumerate(_SHORT_DAYS.split("|"), 1)
       for name in names.split()},
    **dict.fromkeys(words_of("weekend weekends weekeinde weekeind"), tuple(WEEKEND)),
    **dict.fromkeys(
        words_of("weekdagen weekdag werkdagen werkdag semaine weekdays weekday week"),
        tuple(WORKING_DAYS),
    ),
    **dict.fromkeys(
        words_of("altijd toujours always elke iedere alle tous toutes every daily anytime any"
                 " dagelijks"),
        tuple(DAYS),
    ),
}  # fmt: skip
_PARTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        words_of("morgen ochtend ochtends morgens voormiddag voormiddags matin matins matinee"
                 " morning mornings am"),
        (MORNING,),
    ),
    **dict.fromkeys(
        words_of("middag middags midi namiddag namiddags apresmidi aprem afternoon afternoons pm"),
        (AFTERNOON,),
    ),
    **dict.fromkeys(
        words_of("avond avonds avonden soir soirs soiree evening evenings night"),
        (EVENING,),
    ),
    **dict.fromkeys(words_of("overdag journee daytime"), (MORNING, AFTERNOON)),
}  # fmt: skip
_NOT = words_of("niet geen pas not no never nooit jamais sauf behalve except excepte "
                 "uitgezonderd sans zonder cannot cant hormis unless")  # fmt: skip
_YET = words_of("wel maar mais but liever plutot rather only alleen rest reste overige autres")
# Who tells what keeps them from meeting names days that are not free: better asked once more.
_TAKEN = words_of("garde gardons travaille werk work working occupe occupee bezet bezig "
                  "pris prise busy sinon anders otherwise impossible onmogelijk zorg kids "
                  "children kinderen kleinkinderen enfants enfant kind")  # fmt: skip
_UNTIL = words_of("tot tm t a au to till until through tem")
_CUT = re.compile(r"[,;.:!?\n/()]+")
_RANGE = re.compile(r"(?<=\w)\s*[-–]\s*(?=\w)")
# What would fall apart into words that mean something else.
_WHOLE = ((re.compile(r"\b(na|after|apr[eè]s) ((het|mijn|my|the|le|mon) )?"
                      r"(werk|werkuren|work|working hours|travail|boulot)\b"), "evening"),
          (re.compile(r"\b(before|avant|v[oó]{1,2}r( de)?) (noon|midi|middag)\b"), "morning"),
          (re.compile(r"apr[eè]s[- ]midi"), "apresmidi"), (re.compile(r"week[- ]end"), "weekend"),
          (re.compile(r"\bworks? (for me|best|fine|well)\b"), ""),
          (re.compile(r"(?<=day) but\b"), " except"))  # fmt: skip
_ONLINE = words_of("online ligne video videobellen videocall zoom teams distance afstand")


def read_times(text: str) -> tuple[str, ...]:
    """The parts of the week that a text leaves, in their order; empty when it names none."""
    if len(text) > MOST_LETTERS:
        return ()
    if text in PRESETS:
        return PRESETS[text]
    yes, no = set[str](), set[str]()
    denies = False
    plain = text.casefold()
    for pattern, whole in _WHOLE:
        plain = pattern.sub(whole, plain)
    if _TAKEN & {*normalise(plain).split()}:
        return ()
    for part in _CUT.split(_RANGE.sub(" tot ", hours_as_parts(plain))):
        denies = _read_part(normalise(part).split(), (yes, no), denies=denies)
    base = yes or ({*SLOTS} if no else yes)
    return tuple(one for one in SLOTS if one in base - no)


def says_online(text: str) -> bool:
    """Whether a text says that meeting online is fine."""
    words = {*normalise(text).split()}
    return bool(words & _ONLINE) and not words & _NOT


def kept(slots: Collection[str]) -> str:
    """As an answer keeps them: "1e 3a"."""
    return " ".join(one for one in SLOTS if one in slots)


def mask_of(slots: Collection[str]) -> int:
    """The parts as one number, for a button."""
    return sum(1 << number for number, one in enumerate(SLOTS) if one in slots)


def of_mask(mask: int) -> tuple[str, ...]:
    """The parts of such a number."""
    return tuple(one for number, one in enumerate(SLOTS) if mask >> number & 1)


@dataclass
class _Group:
    """Days and parts of days that are said together: "Monday and Tuesday evening", or with the
    part in front, "mornings on weekdays".
    """

    days: list[int] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    part_first: bool = False

    def begin(self, *kept: int) -> None:
        """A new group, with the days that belong to it already."""
        self.days, self.parts, self.part_first = [*kept], [], False


def _read_part(words: Sequence[str], into: tuple[set[str], set[str]], *, denies: bool) -> bool:
    """Read what stands between two commas. Gives whether a "not" is still under way: it holds for
    the days of a list that follow it, until a word such as "but".
    """
    yes, no = into
    group, before = _Group(), ""
    for word in (*words, ""):
        if word in _NOT | _YET | {""}:
            behind = (
                word in _NOT and bool(group.days) and not _says(words[words.index(word) + 1 :])
            )
            slots = _slots(group, denied=denies or behind)
            (no if denies or behind else yes).update(slots)
            group.begin()
            denies = (denies if not word else word in _NOT) and not behind
        else:
            _add_days(word, group, yes if not denies else no)
            _add_parts(word, before, group, yes if not denies else no)
        before = word
    return denies


def _add_days(word: str, group: _Group, into: set[str]) -> None:
    """A day after a part begins a new group, unless the group began with its part."""
    found = _days_of(word)
    if found and group.parts and group.days and not group.part_first:
        into.update(_of(group.days, group.parts))
        group.begin()
    days = group.days
    for one in found:
        until = days and days[-1] < 0
        days[:] = [*days[:-1], *range(-days[-1], one + 1)] if until else [*days, one]
    if word in _UNTIL and days and days[-1] > 0:
        days.append(-days[-1])


def _add_parts(word: str, before: str, group: _Group, into: set[str]) -> None:
    """A part after the days of a group that began with one begins a new group; the day that stands
    right before it goes with it.
    """
    found = _parts_of(word)
    if found and group.part_first and group.days:
        own = _days_of(word) or _days_of(before)
        others = [one for one in group.days if one not in own]
        into.update(_of(others or group.days, group.parts))
        group.begin(*(own if others else ()))
    group.part_first = group.part_first or bool(found and not group.days)
    group.parts += found


def _slots(group: _Group, *, denied: bool) -> tuple[str, ...]:
    days = [one for one in group.days if one > 0]
    if not days and not group.parts:
        return ()
    usual = DAYS if denied else WORKING_DAYS
    return _of(days or usual, group.parts or PARTS)


def _says(words: Sequence[str]) -> bool:
    return any(_days_of(word) or _parts_of(word) for word in words)


def _days_of(word: str) -> tuple[int, ...]:
    return _known(word, _DAYS)


def _parts_of(word: str) -> tuple[str, ...]:
    return _known(word, _PARTS)


def _known(word: str, table: Mapping[str, tuple[Meant, ...]]) -> tuple[Meant, ...]:
    """What a word stands for; a Dutch one may hold a day and a part: "maandagavond"."""
    if word in table:
        return table[word]
    for dutch, *_ in _DAY_NAMES:
        part = word.removeprefix(dutch)
        if word.startswith(dutch) and (part in _PARTS or part in ("en", "s")):
            return table.get(dutch) or table.get(part) or ()
    return next((meant for name, meant in table.items() if resembles(word, name)), ())
