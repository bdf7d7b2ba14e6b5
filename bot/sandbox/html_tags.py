"""A start tag of Telegram's HTML: its name and attributes, or Telegram's words for a wrong one."""

import re
from collections.abc import Callable
from dataclasses import dataclass

SPACE = " \t\r\n\0\v\f"
# The semicolon may be left out, as at Telegram; other names stay as they are written.
CHARACTER = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
LAST_CHARACTER = 0x10FFFF
TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
WITHOUT_VALUE = {("blockquote", "expandable")}


class WrongTag(Exception):
    """Telegram cannot read this tag; the message is its own, without the place."""


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag, and where the text goes on after it."""

    name: str
    attributes: dict[str, str]
    end: int


def decoded(text: str) -> str:
    """Characters that were written by name or number, as themselves."""
    return CHARACTER.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        return NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code <= LAST_CHARACTER else found[0]


class TagReader:
    """Reads a start tag from its "<" to its ">"."""

    def __init__(self, source: str, at: int) -> None:
        self._source = source
        self._at = at + 1

    def read(self, known: frozenset[str]) -> StartTag:
        """The whole tag; its name must be one of these."""
        name = self._name()
        if name not in known:
            raise WrongTag(f'Unsupported start tag "{name}"')
        return self._rest(name)

    def _name(self) -> str:
        start = self._at
        self._skip_while(lambda letter: letter not in SPACE and letter != ">")
        if self._letter == "":
            raise WrongTag("Unclosed start tag")
        return self._source[start : self._at].lower()

    def _rest(self, name: str) -> StartTag:
        attributes: dict[str, str] = {}
        while True:
            self._skip_space()
            if self._letter == ">":
                return StartTag(name, attributes, self._at + 1)
            key = self._key(name)
            if (name, key) in WITHOUT_VALUE and self._letter != "=":
                attributes[key] = ""
                continue
            attributes[key] = self._value(name)

    def _key(self, name: str) -> str:
        start = self._at
        self._skip_while(lambda letter: letter not in SPACE and letter not in "=>")
        key = self._source[start : self._at].lower()
        if not key:
            raise WrongTag(f'Empty attribute name in the tag "{name}"')
        self._skip_space()
        return key

    def _value(self, name: str) -> str:
        if self._letter != "=":
            raise WrongTag(
                f'Expected equal sign in declaration of an attribute of the tag "{name}"'
            )
        self._at += 1
        self._skip_space()
        if self._letter == "":
            raise WrongTag(f'Unclosed start tag "{name}"')
        value = self._quoted() if self._letter in "\"'" else self._token()
        if self._letter == "":
            raise WrongTag("Unclosed start tag")
        return value

    def _quoted(self) -> str:
        start = self._at + 1
        end = self._source.find(self._letter, start)
        self._at = len(self._source) if end < 0 else end + 1
        return decoded(self._source[start:end])

    def _token(self) -> str:
        found = TOKEN.match(self._source, self._at)
        token = found[0] if found else ""
        self._at += len(token)
        if self._letter not in SPACE and self._letter != ">":
            raise WrongTag("Unexpected end of name token")
        return token.lower()

    @property
    def _letter(self) -> str:
        return self._source[self._at] if self._at < len(self._source) else ""

    def _skip_space(self) -> None:
        self._skip_while(lambda letter: letter in SPACE)

    def _skip_while(self, fits: Callable[[str], bool]) -> None:
        while self._at < len(self._source) and fits(self._source[self._at]):
            self._at += 1
