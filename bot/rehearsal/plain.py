"""The rehearsal as plain text, line by line, so that two can be compared."""

from collections.abc import Iterator, Sequence

from bot.rehearsal.cast import Cast
from bot.rehearsal.script import Line, Script, by_week

MARKS = {
    "letter": "BOT",
    "reply": "BOT replies",
    "change": "BOT changes",
    "tap": "TAPS",
    "words": "WRITES",
}


def text_of(cast: Cast, script: Script) -> str:
    """Everybody's weeks; the wall time says by how much it differs from UTC."""
    lines: list[str] = []
    for player in cast.everybody:
        lines.append(f"# {player.first_name}, {player.role}, {player.language}")
        for (year, week), of_week in by_week(script.get(player.id, ())):
            lines += ["", f"## {year}-W{week:02}", *_told(of_week)]
        lines.append("")
    return "\n".join(lines)


def _told(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        yield f"{line.at:%a %Y-%m-%d %H:%M %z} {MARKS[line.kind]}"
        yield from (f"  | {text}" if text else "  |" for text in line.text.splitlines())
        if line.beside:
            yield f"  + {line.beside}"
        if line.buttons:
            yield "  " + " ".join(f"[{label}]" for label in line.buttons)
