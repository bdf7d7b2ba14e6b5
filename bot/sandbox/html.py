"""Telegram's HTML: read into plain text and entities, or refused with Telegram's words."""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from bot.sandbox.answers import bad_request

Entity = dict[str, Any]

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
}
WITH_ATTRIBUTES = {"a", "span", "tg-emoji"}
CHARACTER = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|lt|gt|amp|quot);")
ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[A-Za-z0-9.\-]+))?""")
START = re.compile(r"""<([^\s>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>""")
END = re.compile(r"</([^\s>]*)\s*>")
LANGUAGE = "language-"


def utf16_length(text: str) -> int:
    """The length as Telegram counts it for entities."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end."""

    tag: str
    entity: Entity | None
    start: int


@dataclass(slots=True)
class _Reader:
    """Reads from left to right; `length` is the plain text's so far, in UTF-16 units."""

    source: str
    at: int = 0
    length: int = 0
    plain: list[str] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    waiting: list[_Open] = field(default_factory=list)

    def read(self) -> None:
        """Read all of it."""
        while self.at < len(self.source):
            if self.source[self.at] == "<":
                self._tag()
            else:
                self._text()
        if self.waiting:
            raise self._no(
                f'Can\'t find end tag corresponding to start tag "{self.waiting[-1].tag}"'
            )

    def _text(self) -> None:
        following = self.source.find("<", self.at)
        end = following if following >= 0 else len(self.source)
        words = CHARACTER.sub(lambda found: unescape(found[0]), self.source[self.at : end])
        self.plain.append(words)
        self.length += utf16_length(words)
        self.at = end

    def _tag(self) -> None:
        if self.source.startswith("</", self.at):
            self._end_tag()
        else:
            self._start_tag()

    def _start_tag(self) -> None:
        found = START.match(self.source, self.at)
        if found is None:
            raise self._no(f"Unclosed start tag at byte offset {self._offset}")
        tag = found[1].lower()
        if tag not in SIMPLE and tag not in WITH_ATTRIBUTES:
            raise self._no(f'Unsupported start tag "{tag}" at byte offset {self._offset}')
        attributes = {
            name.lower(): unescape(value.strip("\"'"))
            for name, value in ATTRIBUTE.findall(found[2])
        }
        self.waiting.append(_Open(tag, self._entity(tag, attributes), self.length))
        self.at = found.end()

    def _entity(self, tag: str, attributes: dict[str, str]) -> Entity | None:
        if tag == "a":
            url = attributes.get("href", "")
            return {"type": "text_link", "url": url} if url else None
        if tag == "span":
            return self._spoiler(attributes)
        if tag == "blockquote" and "expandable" in attributes:
            return {"type": "expandable_blockquote"}
        if tag == "code" and attributes.get("class", "").startswith(LANGUAGE):
            return {"type": "code", "language": attributes["class"].removeprefix(LANGUAGE)}
        return self._plain_entity(tag, attributes)

    def _plain_entity(self, tag: str, attributes: dict[str, str]) -> Entity:
        if tag == "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": attributes.get("emoji-id", "")}
        return {"type": SIMPLE[tag]}

    def _spoiler(self, attributes: dict[str, str]) -> Entity:
        if attributes.get("class") != "tg-spoiler":
            raise self._no(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._offset}'
            )
        return {"type": "spoiler"}

    def _end_tag(self) -> None:
        if not self.waiting:
            raise self._no(f"Unexpected end tag at byte offset {self._offset}")
        found = END.match(self.source, self.at)
        if found is None:
            raise self._no(f"Unclosed end tag at byte offset {self._offset}")
        opened, tag = self.waiting.pop(), found[1].lower()
        if tag and tag != opened.tag:
            raise self._no(
                f"Unmatched end tag at byte offset {self._offset}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        self._close(opened)
        self.at = found.end()

    def _close(self, opened: _Open) -> None:
        if opened.entity is not None and self.length > opened.start:
            where = {"offset": opened.start, "length": self.length - opened.start}
            self.entities.append({**opened.entity, **where})

    @property
    def _offset(self) -> int:
        return len(self.source[: self.at].encode())

    def _no(self, message: str) -> Exception:
        return bad_request(f"can't parse entities: {message}")


def read_html(source: str) -> tuple[str, list[Entity]]:
    """Plain text and entities, from left to right, the widest first."""
    reader = _Reader(source)
    reader.read()
    entities = [_tidy(entity, reader.entities) for entity in reader.entities]
    kept = [entity for entity in entities if entity is not None]
    return "".join(reader.plain), sorted(kept, key=lambda one: (one["offset"], -one["length"]))


def _tidy(entity: Entity, everything: list[Entity]) -> Entity | None:
    """`<pre><code class="language-x">` is one entity with a language, as at Telegram."""
    same = [one for one in everything if _place(one) == _place(entity) and one is not entity]
    if entity["type"] == "code" and any(one["type"] == "pre" for one in same):
        return None
    if entity["type"] == "pre":
        languages = [one["language"] for one in same if "language" in one]
        return {**entity, "language": languages[0]} if languages else entity
    return {key: value for key, value in entity.items() if key != "language"}


def _place(entity: Entity) -> tuple[int, int]:
    return entity["offset"], entity["length"]
