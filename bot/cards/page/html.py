"""The page itself: one file that needs no other, for a screen, a phone or paper."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from itertools import chain, groupby
from os.path import relpath
from pathlib import Path

from bot.cards.card import Card
from bot.cards.enclosures import CalendarFile, Contact, Paper, Picture, QrCode, Relayed, Venue
from bot.cards.page.hearing import Catalog, catalog_of
from bot.cards.page.marks import counted, in_words
from bot.cards.page.shown import Shown, Worded
from bot.cards.ways import LANGUAGE_NAMES
from bot.programme.notices import Notice

# Longer numbers are made-up ids of rows, which say nothing to a reader.
LARGEST_TOLD = 10_000
FIRST_SENTENCE = re.compile(r"[^.]*\.")
COLUMNS = ("Language", "Cards", "Marks")

INTRODUCTION = (
    "Every card that the bot can send, with sample names, in each language. What a reader would"
    " stumble over is marked. Under each card are the texts it is made of, with their lines in"
    " the catalog."
)


def page_of(title: str, shown: Sequence[Shown], beside: Path) -> str:
    """The whole page; links to the catalogs lead there from the folder ``beside``."""
    languages = [worded.language for worded in shown[0].cards] if shown else []
    catalogs = {language: catalog_of(language) for language in languages}
    kinds = [(kind, list(group)) for kind, group in groupby(shown, lambda one: one.notice.kind)]
    style = files("bot.cards.page").joinpath("style.css").read_text(encoding="utf-8")
    return "\n".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>",
            '<a class="skip" href="#cards">To the cards</a>',
            _head(title, shown, languages),
            _index(kinds),
            '<main id="cards">',
            *(_kind(kind, group, catalogs, beside) for kind, group in kinds),
            "</main>\n</body>\n</html>\n",
        )
    )


def _head(title: str, shown: Sequence[Shown], languages: Sequence[str]) -> str:
    rows = "".join(_row(language, shown) for language in languages)
    columns = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
    return (
        f"<header>\n<h1>{escape(title)}</h1>\n<p>{INTRODUCTION}</p>\n<table>"
        "<caption>What is here, and what is marked</caption>"
        f"<tr>{columns}</tr>{rows}</table>\n</header>"
    )


def _row(language: str, shown: Sequence[Shown]) -> str:
    cards = [one for card in shown for one in card.cards if one.language == language]
    counts = counted(chain.from_iterable(card.marks for card in cards))
    found = "<br>".join(escape(line) for line in in_words(counts)) or "none"
    name = f'<th scope="row" lang="{language}">{escape(LANGUAGE_NAMES[language])}</th>'
    return f"<tr>{name}<td>{len(cards)}</td><td>{found}</td></tr>"


def _index(kinds: Sequence[tuple[str, Sequence[Shown]]]) -> str:
    items = "".join(
        f'<li><a href="#{kind}">{_name(kind)}</a> {len(group)}{_flag(group)}</li>'
        for kind, group in kinds
    )
    return f'<nav aria-labelledby="index">\n<h2 id="index">Index</h2>\n<ul>{items}</ul>\n</nav>'


def _flag(group: Sequence[Shown]) -> str:
    marked = sum(bool(card.marks) for shown in group for card in shown.cards)
    return f' <strong class="flag">{marked} marked</strong>' if marked else ""


def _kind(kind: str, group: Sequence[Shown], catalogs: Mapping[str, Catalog], beside: Path) -> str:
    meaning = FIRST_SENTENCE.match(type(group[0].notice).__doc__ or "")
    cards = "".join(
        _card(f"{kind}-{number}", number, shown, catalogs, beside)
        for number, shown in enumerate(group, 1)
    )
    return (
        f'<section aria-labelledby="{kind}">\n<h2 id="{kind}">{_name(kind)}</h2>\n'
        f"<p>{escape(meaning[0] if meaning else '')}</p>\n{cards}</section>"
    )


def _card(
    anchor: str, number: int, shown: Shown, catalogs: Mapping[str, Catalog], beside: Path
) -> str:
    phones = "".join(_phone(one, catalogs[one.language], beside) for one in shown.cards)
    facts = escape(_facts(shown.notice))
    return (
        f'<article aria-labelledby="{anchor}">\n<h3 id="{anchor}"><a href="#{anchor}">'
        f"{_name(shown.notice.kind)} {number}</a> <small>{facts}</small></h3>\n"
        f'<div class="phones">{phones}</div>\n</article>\n'
    )


def _phone(worded: Worded, catalog: Catalog, beside: Path) -> str:
    card, language = worded.card, worded.language
    rows = "".join(
        f"<li>{''.join(f'<span>{escape(button.words)}</span>' for button in row)}</li>"
        for row in card.rows
    )
    keys = f'<ul class="keys" aria-label="Buttons">{rows}</ul>' if rows else ""
    marked = " marked" if worded.marks else ""
    return (
        f'<div class="phone{marked}"><h4 lang="{language}">{LANGUAGE_NAMES[language]}</h4>'
        f'<div class="chat"><div class="card" lang="{language}"><p class="bubble">'
        f"{escape(card.text)}</p>{_enclosed(card)}{keys}</div></div>{_marks(worded)}"
        f"{_texts(worded, catalog, beside)}</div>\n"
    )


def _enclosed(card: Card) -> str:
    """What goes beside the text, in a line."""
    match card.enclosure:
        case None:
            return ""
        case Contact(number, name):
            words = f"Contact: {name}, {number}"
        case Venue(title, address):
            words = f"Place on the map: {title}, {address}"
        case Paper(file_name) | CalendarFile(file_name):
            words = f"File: {file_name}"
        case Picture(file_name) | QrCode(file_name):
            words = f"Picture: {file_name}"
        case Relayed(form):
            words = f"What somebody sent: {form}"
    return f'<p class="enclosed" lang="en">{escape(words)}</p>'


def _marks(worded: Worded) -> str:
    items = "".join(
        f"<li>{escape(mark.flaw)}: <q>{escape(mark.words)}</q></li>" for mark in worded.marks
    )
    return f'<ul class="marks">{items}</ul>' if items else ""


def _texts(worded: Worded, catalog: Catalog, beside: Path) -> str:
    lines = "".join(_line(text, catalog, beside) for text in worded.said)
    count = len(worded.said)
    number = "1 text" if count == 1 else f"{count} texts"
    return f"<details><summary>{number}</summary><ul>{lines}</ul></details>" if count else ""


def _line(text: str, catalog: Catalog, beside: Path) -> str:
    line = catalog.lines.get(text)
    if line is None:
        return f"<li>{escape(text)} (not in the catalog)</li>"
    href = escape(f"{Path(relpath(catalog.file, beside)).as_posix()}#L{line}")
    return f'<li>{escape(text)} <a href="{href}">line {line}</a></li>'


def _facts(notice: Notice) -> str:
    """What sets this sample apart from the others of its kind."""
    return ", ".join(_told(notice.facts()))


def _told(facts: Mapping[str, object]) -> Iterator[str]:
    for name, fact in facts.items():
        said = name.replace("_", " ")
        if isinstance(fact, bool):
            yield said if fact else f"not {said}"
        elif isinstance(fact, int):
            yield from (f"{said} {fact}" for _ in range(fact < LARGEST_TOLD))
        elif isinstance(fact, str) and fact and name != "since":
            yield f"{said} {fact}"


def _name(kind: str) -> str:
    """A kind of notice as people write it."""
    return escape(kind.replace("_", " ").strip().capitalize())
