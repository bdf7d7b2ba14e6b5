"""What to say at a counter or on the phone, in Dutch or in French, and what it means.

The sentences themselves stand in ``opening_sentence.toml``: they are said to officials, in the
language of the service and not in that of the reader, so they are no part of the catalogs.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale

from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.service_buttons import SayInDutch, SayInFrench
from bot.i18n import Speech
from bot.programme.directory.reading import read_service
from bot.programme.directory.service import Service
from bot.programme.directory.tongues import DUTCH, FRENCH, languages_to_say
from bot.programme.notices import OpeningSentence
from bot.programme.programme import Programme

# What newcomers in Belgium speak most, each by its own name, in the order of the buttons.
OWN_NAMES = {
    "ar": "العربية", "fa": "فارسی/دری", "ps": "پښتو", "tr": "Türkçe", "uk": "Українська",
    "ru": "Русский", "ti": "ትግርኛ", "so": "Soomaali", "es": "Español", "pt": "Português",
    "pl": "Polski", "ro": "Română", "bg": "Български", "hy": "Հայերեն", "sw": "Kiswahili",
    "zh": "中文", "nl": "Nederlands", "fr": "Français", "en": "English",
}  # fmt: skip
NEWCOMERS = tuple(OWN_NAMES)[:16]
# Persian is Dari to those who come from Afghanistan, and an interpreter may be asked by that.
TWO_NAMES = {"nl": "Dari of Perzisch", "fr": "dari ou persan", "en": "Dari or Persian"}
PERSIAN = "fa"
# Spoken here, and without a name in the tables of babel.
MORE_NAMES = {
    "ber": {"nl": "Berbers", "fr": "berbère", "en": "Berber"},
    "mnk": {"nl": "Mandinka", "fr": "mandinka", "en": "Mandinka"},
    "prs": {"nl": "Dari", "fr": "dari", "en": "Dari"},
}
# In danger nobody says good day first.
AT_ONCE = ("crisis", "violence.emergency")


# Instead of a language: somebody wants to choose one. So many buttons would push the sentence from
# the screen on which it is shown.
CHOOSING = "?"


def opening_sentence(notice: OpeningSentence, speech: Speech, programme: Programme) -> Card:
    """The sentence alone, so that it can be shown; then what it means."""
    service = read_service(notice.service)
    if notice.spoken == CHOOSING:
        question = speech.say("Which language do you speak? Tap it.")
        return Card(question, _tongues(notice, service, speech))
    spoken = notice.spoken if notice.spoken in OWN_NAMES else speech.language
    needed = all(one.dial != programme.emergency_number for one in service.phones)
    meaning = sentence(notice.need, speech.language, spoken, notice.into, interpreter=needed)
    text = paragraphs(
        sentence(notice.need, notice.into, spoken, notice.into, interpreter=needed),
        "" if notice.into == speech.language else speech.say("This means:") + "\n" + meaning,
        _where_to_say_it(service, speech),
    )
    return Card(text, _others(notice, service, spoken, speech))


def sentence(need: str, language: str, spoken: str, into: str, *, interpreter: bool = True) -> str:
    """Who asks for what, in a language. Who speaks the language of the counter, ``into``, needs
    no interpreter; and where every minute counts, nobody asks for one.
    """
    said = _sentences()[language]
    greeting = "" if need.startswith(AT_ONCE) else said["greeting"]
    tongue = said["speak"].format(language=language_name(spoken, language))
    asks = (tongue, said["interpreter"] if interpreter else "") if spoken != into else ()
    return " ".join(part for part in (greeting, said["needs"][need], *asks) if part)


def language_name(code: str, language: str) -> str:
    """The name of a language in Dutch, French or English, as it stands in a sentence."""
    if code == PERSIAN:
        return TWO_NAMES[language]
    if code in MORE_NAMES:
        return MORE_NAMES[code][language]
    return str(Locale.parse(language).languages.get(code, code))


def say_buttons(service: Service, need: str, speech: Speech) -> Sequence[Button]:
    """The way to the sentence, for a service that one speaks to in another language. Who reads
    Dutch or French may still look for words.
    """
    is_understood = speech.language in service.languages and speech.language not in (DUTCH, FRENCH)
    if is_understood or not (service.phones or service.places):
        return ()
    into = languages_to_say(service, speech.language)[0]
    return (Button(speech.button("What do I say?"), _tap(service, need, into, "")),)


def _where_to_say_it(service: Service, speech: Speech) -> str:
    if not service.places:
        return speech.say("Say it on the phone.")
    if not service.phones:
        return speech.say("Show it at the desk.")
    return speech.say("Say it on the phone, or show it at the desk.")


def _others(notice: OpeningSentence, service: Service, spoken: str, speech: Speech) -> Rows:
    """The other language of the counter, and the way to the languages that people speak."""
    words = {"nl": speech.button("Say it in Dutch"), "fr": speech.button("Say it in French")}
    others = [
        Button(words[into], _tap(service, notice.need, into, spoken))
        for into in languages_to_say(service, speech.language)
        if into != notice.into
    ]
    choose = _tap(service, notice.need, notice.into, CHOOSING)
    return one_a_row(*others, Button(speech.button("Another language"), choose))


def _tongues(notice: OpeningSentence, service: Service, speech: Speech) -> Rows:
    """What newcomers speak and what the reader reads, two a row."""
    tongues = [
        Button(_label(one, speech), _tap(service, notice.need, notice.into, one))
        for one in dict.fromkeys((*NEWCOMERS, speech.language))
    ]
    return tuple(tuple(tongues[at : at + 2]) for at in range(0, len(tongues), 2))


def _label(code: str, speech: Speech) -> str:
    """The name that the reader knows, and the one that its speakers know."""
    name = str(speech.locale.languages.get(code, code))
    known = name[0].upper() + name[1:]
    own = OWN_NAMES[code]
    return known if known == own else f"{known} · {own}"


def _tap(service: Service, need: str, into: str, spoken: str) -> str:
    kind = SayInDutch if into == DUTCH else SayInFrench
    return kind(service=service.key, need=need, spoken=spoken).pack()


@cache
def _sentences() -> Mapping[str, Any]:
    text = files("bot.cards").joinpath("opening_sentence.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
