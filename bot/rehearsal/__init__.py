"""`duobot rehearse`: plays whole duos through the real bot, with the clock turned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from bot.clock import SystemClock
from bot.i18n import SOURCE_LANGUAGE, load_speech
from bot.logs import configure
from bot.programme.programme import Programme
from bot.programme.recurrence import instant_of
from bot.rehearsal.cast import Cast, make_cast
from bot.rehearsal.diary import Diary
from bot.rehearsal.page import page_of
from bot.rehearsal.play import Play
from bot.rehearsal.script import Script, script_of
from bot.rehearsal.theatre import Theatre, opened
from bot.settings import WrongSettings, load_programme, load_settings
from storage.ids import foreseeable

CURTAIN = time(9)  # when the first day begins, on the wall

NOT_SPOKEN = "This programme does not speak that language. Give one of these: {}."


@dataclass(frozen=True, slots=True)
class Plot:
    """What is played. Without a language all of the programme's are spoken in turn; without a
    first day it begins on the Monday of this week.
    """

    weeks: int
    people: int
    language: str | None = None
    first_day: date | None = None
    seed: int = 1


async def rehearse(environ: Mapping[str, str], plot: Plot, output: Path) -> Sequence[str]:
    """Play it and write the page; what is in it, a line each. Raises WrongSettings."""
    settings = load_settings(environ, needs_token=False)
    configure("error", settings.log_format)
    programme = load_programme(settings.programme)
    if plot.language not in {None, *programme.languages}:
        raise WrongSettings((NOT_SPOKEN.format(", ".join(programme.languages)),))
    cast = cast_of(plot, programme)
    diary = diary_of(plot, programme)
    async with opened(programme, diary.begin) as theatre:
        script = await played(theatre, cast, diary)
    _write(output, cast, script, plot.language or SOURCE_LANGUAGE)
    said = sum(len(lines) for lines in script.values())
    weeks = "1 week" if plot.weeks == 1 else f"{plot.weeks} weeks"
    return [f"{output}: {weeks} of {len(cast.everybody)} people, {said} lines."]


async def played(theatre: Theatre, cast: Cast, diary: Diary) -> Script:
    """Play it to the end; what was said and done. Raises WentWrong when the bot fails."""
    play = Play(theatre, cast, diary)
    with foreseeable(diary.seed):
        await play.run()
    theatre.mishaps.raise_if_any()
    return script_of(theatre.telegram.journal.entries, play.phones.answers, diary.zone)


def _write(output: Path, cast: Cast, script: Script, language: str) -> None:
    page = "".join(page_of(cast, script, load_speech()[language]))
    output.write_text(page, encoding="utf-8")


def cast_of(plot: Plot, programme: Programme) -> Cast:
    """Who plays."""
    languages = [plot.language] if plot.language else programme.languages
    return make_cast(plot.people, languages, plot.seed)


def diary_of(plot: Plot, programme: Programme) -> Diary:
    """An empty diary from the first day on."""
    first = plot.first_day or _this_monday(programme)
    begin = instant_of(first, CURTAIN, programme.zone)
    return Diary(begin, plot.weeks, programme.zone, plot.seed)


def _this_monday(programme: Programme) -> date:
    today = SystemClock().now().astimezone(programme.zone).date()
    return date.fromordinal(today.toordinal() - today.weekday())
