"""`duobot when`: what the grammar of meeting times makes of a phrase, or of a list of phrases."""

import os
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot.programme.languages import LANGUAGES
from bot.seeing_through import see_through, tell

# Why one moment was not understood, by the names of bot.programme.when.Why.
ASKED = {
    "refused": "It says when not to meet. To ask back:",
    "repeated": "It comes more than once. To ask back:",
    "past": "That moment is over. To ask back:",
    "impossible": "There is no such day or hour. To ask back:",
    "skipped": "The clock jumps over that time. To ask back:",
    "range": "A stretch of time. To ask back:",
    "different": "What it says does not go together. To ask back:",
    "vague": "Not an exact time. To ask back:",
    "several": "More than one moment may be meant. To ask back:",
    "no_day": "A time without a day. To ask back:",
    "no_time": "A day without a time. To ask back:",
    "far": "That is very far away. To ask back:",
}
NOTHING = "No day and no time were understood."


@click.command("when")
@click.argument("text", required=False, help="What is said.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], show_default=True,
    help="The language of who says it.",
)  # fmt: skip
@click.option(
    "--now", "said_at", metavar="TIME", help="When it is said, such as 2026-11-21T10:00."
)
@click.option("--zone", metavar="NAME", help="The zone; the one of the programme when left out.")
@click.option(
    "--file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A list of phrases to score.",
)  # fmt: skip
def when(
    text: str | None, language: str, said_at: str | None, zone: str | None, file: Path | None
) -> None:
    """Say which moment a phrase means, or what has to be asked back.

    It prints one local time, or else a line that says why not and then the choices, one a line.
    The exit code is 0 when one moment was understood, and 1 when it has to be asked back.

    --file is a JSON list of {"lang": "nl", "now": "2026-11-21T10:00", "text": "di half drie",
    "expect": "2026-11-24T14:30"}, with null for what has to be asked back. It prints the hits for
    each language and each miss; the exit code is 1 when there is one.
    """
    if (text is None) == (file is None):
        raise click.UsageError("Give a phrase, or --file with a list of them.")
    there = _zone(zone)
    lines, is_well = _scored(file, there) if file else _read(str(text), language, said_at, there)
    tell(lines)
    sys.exit(not is_well)


def _zone(name: str | None) -> ZoneInfo:
    if name is None:
        return see_through(_zone_of_programme())
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # by the form of the name
        raise click.BadParameter(f"There is no zone {name}.", param_hint="--zone") from None


async def _zone_of_programme() -> ZoneInfo:
    from bot.settings import load_programme, load_settings  # noqa: PLC0415  # pydantic takes its time

    settings = load_settings(os.environ, needs_token=False)
    return load_programme(settings.programme).zone


def _read(text: str, language: str, said_at: str | None, zone: ZoneInfo) -> tuple[list[str], bool]:
    from bot.programme.when import Understood, read_when, score  # noqa: PLC0415  # help needs none

    read = read_when(text, language, _instant(said_at, zone), zone)
    if read is None:
        return [NOTHING], False
    if isinstance(read, Understood):
        return [score.written(read.at)], True
    return [ASKED[read.why], *map(score.written, read.choices)], False


def _instant(said_at: str | None, zone: ZoneInfo) -> datetime:
    from bot.clock import SystemClock  # noqa: PLC0415  # help needs no clock
    from bot.programme.when import score  # noqa: PLC0415  # nor a grammar

    if said_at is None:
        return SystemClock().now()
    moment = score.read_moment(said_at)
    if moment is None:
        raise click.BadParameter("Write it as 2026-11-21T10:00.", param_hint="--now")
    return score.at_once(moment, zone)


def _scored(file: Path, zone: ZoneInfo) -> tuple[list[str], bool]:
    from bot.programme.when import score  # noqa: PLC0415  # help needs no grammar

    try:
        phrases = score.read_phrases(file.read_text(encoding="utf-8"))
    except (score.WrongPhrases, UnicodeDecodeError) as wrong:
        problems = getattr(wrong, "problems", ["This is not written in UTF-8."])
        raise click.ClickException("\n".join(problems)) from None
    readings = score.score(phrases, zone)
    return score.lines_of(readings), all(one.hit for one in readings)
