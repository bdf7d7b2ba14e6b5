"""Hearing which texts a card says, and where each of them stands in its catalog."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from gettext import NullTranslations
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po

from bot.i18n import DOMAIN, SOURCE_LANGUAGE, Speech


@dataclass(frozen=True, slots=True)
class Catalog:
    """The file in which a language is written, and the line of each text by its English."""

    file: Path
    lines: Mapping[str, int]


def catalog_of(language: str) -> Catalog:
    """The catalog of a language; of English the template, since it is what the code says."""
    folder = files("locales")
    path = folder.joinpath(language, "LC_MESSAGES", f"{DOMAIN}.po")
    if language == SOURCE_LANGUAGE:
        path = folder.joinpath(f"{DOMAIN}.pot")
    messages = [one for one in read_po(BytesIO(path.read_bytes())) if one.id]
    lines = {_english(one.id): one.lineno for one in messages if one.lineno}
    return Catalog(Path(str(path)), lines)


class Hearing(NullTranslations):
    """Translates as another does, and keeps what it gave for which English text."""

    def __init__(self, inner: NullTranslations) -> None:
        super().__init__()
        self.inner = copy(inner)  # who else speaks this language shall not be heard
        self.said: dict[str, str] = {}
        self.lacking = _Lacking()
        self.inner.add_fallback(self.lacking)

    def begin(self) -> None:
        """Forget what was said: another card comes."""
        self.said.clear()
        self.lacking.texts.clear()

    def gettext(self, message: str) -> str:
        return self._kept(message, self.inner.gettext(message))

    def pgettext(self, context: str, message: str) -> str:
        return self._kept(message, self.inner.pgettext(context, message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._kept(msgid1, self.inner.ngettext(msgid1, msgid2, n))

    def _kept(self, message: str, given: str) -> str:
        self.said[message] = given
        return given


class _Lacking(NullTranslations):
    """Asked last, for what has no translation; it keeps that, and gives the English."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def gettext(self, message: str) -> str:
        self.texts.append(message)
        return message

    def pgettext(self, context: str, message: str) -> str:
        del context
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.texts.append(msgid1)
        return super().ngettext(msgid1, msgid2, n)


def heard(speech: Speech) -> tuple[Speech, Hearing]:
    """The same speech with somebody who listens."""
    hearing = Hearing(speech.translations)
    return replace(speech, translations=hearing), hearing


def _english(text: str | tuple[str, ...] | list[str]) -> str:
    return text if isinstance(text, str) else text[0]
