"""The rehearsal as one page that needs no other file and no script: for a screen or for paper."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from importlib.resources import files

from bot.cards.rehearsal import PageWords, moment_words, page_words, week_words, who
from bot.i18n import Speech
from bot.rehearsal.cast import Cast, Player
from bot.rehearsal.script import (
    BY_THE_BOT,
    PICTURE,
    Line,
    Script,
    by_week,
    letters_a_week,
    weeks_of,
)


def page_of(cast: Cast, script: Script, speech: Speech) -> Iterator[str]:
    """The whole page, in pieces; what stands around the messages is in the language of speech."""
    words = page_words(speech)
    style = files("bot.rehearsal").joinpath("style.css").read_text(encoding="utf-8")
    yield f'<!doctype html>\n<html lang="{speech.language}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escape(words.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    yield f'<a class="skip" href="#people">{escape(words.to_the_people)}</a>\n'
    yield f"<header><h1>{escape(words.title)}</h1>\n<p>{escape(words.introduction)}</p></header>\n"
    yield from _index(cast, words, speech)
    yield '<main id="people">\n'
    for player in cast.everybody:
        yield from _person(player, script.get(player.id, ()), words, speech)
    yield from _counts(cast, script, words, speech)
    yield "</main>\n</body>\n</html>\n"


def _index(cast: Cast, words: PageWords, speech: Speech) -> Iterator[str]:
    yield f'<nav aria-labelledby="index"><h2 id="index">{escape(words.people)}</h2>\n<ul>\n'
    for player in cast.everybody:
        yield f'<li><a href="#p{player.id}">{escape(_who(player, words, speech))}</a></li>\n'
    yield f'<li><a href="#counts">{escape(words.counts)}</a></li>\n</ul></nav>\n'


def _person(
    player: Player, lines: Sequence[Line], words: PageWords, speech: Speech
) -> Iterator[str]:
    name = f"p{player.id}"
    yield f'<section class="person" aria-labelledby="{name}">\n'
    yield f'<h2 id="{name}">{escape(_who(player, words, speech))}</h2>\n'
    for week, of_week in by_week(lines):
        yield f"<h3>{escape(week_words(*week, speech))}</h3>\n<ol>\n"
        for line in of_week:
            yield from _line(line, player, words, speech)
        yield "</ol>\n"
    yield "</section>\n"


def _line(line: Line, player: Player, words: PageWords, speech: Speech) -> Iterator[str]:
    side = "bot" if line.kind in BY_THE_BOT else "own"
    when = escape(moment_words(line.at, speech))
    yield f'<li class="{side}"><p class="about">'
    yield f'<time datetime="{line.at.isoformat(timespec="minutes")}">{when}</time> '
    yield f"<strong>{escape(words.kinds[line.kind])}</strong></p>\n"
    yield f'<div lang="{player.language}">'
    if line.text:
        yield f'<p class="text">{escape(line.text)}</p>'
    yield from _below(line, words, speech)
    yield "</div></li>\n"


def _below(line: Line, words: PageWords, speech: Speech) -> Iterator[str]:
    """What goes with the text, and its buttons."""
    if line.beside:
        beside = escape(words.picture if line.beside == PICTURE else line.beside)
        about = f'<span lang="{speech.language}">{escape(words.beside)}:</span>'
        yield f'<p class="beside">{about} {beside}</p>'
    if line.buttons:
        yield f'<ul class="keys" aria-label="{escape(words.buttons)}">'
        yield from (f"<li>{escape(label)}</li>" for label in line.buttons)
        yield "</ul>"


def _counts(cast: Cast, script: Script, words: PageWords, speech: Speech) -> Iterator[str]:
    weeks = weeks_of(script)
    yield '<section aria-labelledby="counts" class="person">\n'
    yield f'<h2 id="counts">{escape(words.counts)}</h2>\n'
    yield '<div class="wide" tabindex="0" role="region" aria-labelledby="counted"><table>\n'
    yield f'<caption id="counted">{escape(words.counted)}</caption>\n'
    yield f"<thead><tr>{_head(weeks, words)}</tr></thead>\n<tbody>\n"
    for player in cast.everybody:
        counts = letters_a_week(script.get(player.id, ()), weeks)
        cells = "".join(
            f"<td>{one}</td>" for one in (sum(counts), max(counts, default=0), *counts)
        )
        who_it_is = escape(_who(player, words, speech))
        yield f'<tr><th scope="row">{who_it_is}</th>{cells}</tr>\n'
    yield "</tbody>\n</table></div>\n</section>\n"


def _head(weeks: Sequence[tuple[int, int]], words: PageWords) -> str:
    """The name, the sums, and each week by its Monday."""
    mondays = [f"{date.fromisocalendar(*week, 1):%d/%m}" for week in weeks]
    names = (words.person, words.all_weeks, words.most, *mondays)
    return "".join(f'<th scope="col">{escape(one)}</th>' for one in names)


def _who(player: Player, words: PageWords, speech: Speech) -> str:
    habit = words.habits[player.character.name] if player.is_in_duo else ""
    return who(player.first_name, player.role, player.language, habit, speech)
