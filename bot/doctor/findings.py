"""What the doctor found, and how it is told: a line for people, JSON for machines."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.endings import EXIT_TRY_LATER, EXIT_WRONG_SETTINGS, exit_code, mendable
from bot.redaction import redact

ALL_WELL, EXIT_SOMETHING = 0, 1
# A wrong setting first: no start mends it. What does not answer now may mend itself.
WORST_FIRST = (EXIT_WRONG_SETTINGS, EXIT_TRY_LATER, EXIT_SOMETHING)
WIDEST = 16


class Line(StrEnum):
    """What is looked at, in the order in which it is told and mended."""

    SETTINGS = "settings"
    TOKEN = "token"  # noqa: S105  # the name of a line
    PROGRAMME = "programme"
    CATALOGS = "catalogs"
    DATABASE = "database"
    MIGRATIONS = "migrations"
    KEYS = "keys"
    CRISIS_LINES = "crisis lines"
    TELEGRAM = "telegram"
    CLOCK = "clock"
    BOT = "bot"
    WEBHOOK = "webhook"
    ALLOWED_UPDATES = "allowed updates"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. ``code`` is 0 when all is well, else what a command would end with.

    ``looked``: False when something before it stood in the way.
    """

    line: Line
    says: str
    code: int = ALL_WELL
    looked: bool = True

    @property
    def state(self) -> str:
        """The word at the head of the line."""
        if not self.looked:
            return "-"
        return "wrong" if self.code else "ok"


def well(line: Line, says: str) -> Finding:
    """Nothing is wrong here."""
    return Finding(line, says)


def skipped(line: Line, why: str) -> Finding:
    """Nobody can tell yet."""
    return Finding(line, f"{why[0].upper()}{why[1:]}.", looked=False)


def failed(line: Line, error: BaseException) -> Finding:
    """What the error says to operators; one that says nothing to them is raised again."""
    sentences = mendable(error)
    if not sentences:
        raise error
    return Finding(line, " ".join(sentences), exit_code(error))


def code_of(findings: Sequence[Finding]) -> int:
    """What the command ends with: the worst of them."""
    codes = {one.code for one in findings}
    return next((code for code in WORST_FIRST if code in codes), ALL_WELL)


def as_lines(findings: Sequence[Finding]) -> list[str]:
    """For people: a line each, and at the end where to begin."""
    lines = [f"{one.state:<6} {one.line:<{WIDEST}} {_plain(one.says)}" for one in findings]
    wrong = [one for one in findings if one.code]
    if not wrong:
        return [*lines, "", "All is well."]
    things = "1 thing is" if len(wrong) == 1 else f"{len(wrong)} things are"
    return [*lines, "", f"{things} wrong. Begin with: {wrong[0].line}."]


def as_json(findings: Sequence[Finding]) -> str:
    """For machines: the same, in one object."""
    told = [{"line": one.line, "state": one.state, "says": _plain(one.says)} for one in findings]
    return json.dumps({"exit_code": code_of(findings), "findings": told}, indent=2)


def _plain(text: str) -> str:
    """On one line, without anything secret."""
    return redact(" ".join(text.split()))
