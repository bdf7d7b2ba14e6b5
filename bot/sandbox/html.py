"""Telegram's HTML: read into plain text and entities, or refused with Telegram's words."""

import re
from dataclasses import dataclass, field

from bot.sandbox.answers import bad_request
from bot.sandbox.entities import Entity, utf16_length
from bot.sandbox.html_tags import TagReader, WrongTag, decoded

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
KNOWN = frozenset({*SIMPLE, "a", "span", "tg-emoji"})
USER = re.compile(r"tg://user\?id=(\d{1,15})")
LINK = re.compile(
    r"(?:https?|tg|ton|tonsite|mailto)://?\S+|[^\s/:]+\.[^\s.]{2,}\S*", re.IGNORECASE
)
END = re.compile(r"</([^\s>]*)\s*>")
EMOJI = re.compile(r"[1-9]\d{0,18}")
LANGUAGE = "language-"
HALF_A_CHARACTER = (
    "Text contains invalid Unicode characters after decoding HTML entities, "
    "check for unmatched surrogate code units"
)


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end."""

    tag: str
    entity: Entity
    start: int
    words: int


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
        words = decoded(self.source[self.at : end])
        if any("\ud800" <= letter <= "\udfff" for letter in words):
            raise self._no(HALF_A_CHARACTER)
        self.plain.append(words)
        self.length += utf16_length(words)
        self.at = end

    def _tag(self) -> None:
        if self.source.startswith("</", self.at):
            self._end_tag()
        else:
            self._start_tag()

    def _start_tag(self) -> None:
        try:
            tag = TagReader(self.source, self.at).read(KNOWN)
        except WrongTag as wrong:
            raise self._no(f"{wrong} at byte offset {self._offset}") from wrong
        entity = self._entity(tag.name, tag.attributes)
        self.waiting.append(_Open(tag.name, entity, self.length, len(self.plain)))
        self.at = tag.end

    def _entity(self, tag: str, attributes: dict[str, str]) -> Entity:
        if tag == "a":
            return {"type": "text_link", "url": attributes.get("href", "")}
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
        if self.length == opened.start:
            return
        entity = opened.entity
        if entity["type"] == "custom_emoji" and not EMOJI.fullmatch(entity["custom_emoji_id"]):
            raise self._no("Invalid custom emoji identifier specified")
        if entity["type"] == "text_link":
            linked = _linked(entity["url"] or "".join(self.plain[opened.words :]))
            if linked is None:
                return
            entity = linked
        where = {"offset": opened.start, "length": self.length - opened.start}
        self.entities.append({**entity, **where})

    @property
    def _offset(self) -> int:
        return len(self.source[: self.at].encode())

    def _no(self, message: str) -> Exception:
        return bad_request(f"can't parse entities: {message}")


def _linked(url: str) -> Entity | None:
    """What a link becomes: somebody's name, an address, or nothing when it leads nowhere."""
    user = USER.fullmatch(url)
    if user is not None:
        return {"type": "text_mention", "user": {"id": int(user[1])}}
    return {"type": "text_link", "url": url} if LINK.fullmatch(url) else None


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
