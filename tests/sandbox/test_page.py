"""The chat page, read as text: what would break its safety, its labels or its contrast."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.sandbox.web.app import PAGE

HTML = (PAGE / "index.html").read_text(encoding="utf-8")
SCRIPT = (PAGE / "page.js").read_text(encoding="utf-8")
STYLE = (PAGE / "style.css").read_text(encoding="utf-8")

TEXT = 4.5
OUTLINE = 3.0
PAIRS = [
    ("ink", "page card bot own key accent-wash", TEXT),
    ("soft", "page card", TEXT),
    ("accent", "page card bot key accent-wash", TEXT),
    ("on-accent", "accent", TEXT),
    ("bot-meta", "bot", TEXT),
    ("own-meta", "own", TEXT),
    ("on-chip", "chip", TEXT),
    ("warn", "card warn-wash", TEXT),
    ("edge", "page card wall-one wall-two", OUTLINE),
    ("focus", "page card bot own wall-one wall-two", OUTLINE),
]


class Page(HTMLParser):
    """The tags of the page, and what each button says."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.buttons: list[str] = []
        self._in_button = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "button":
            self._in_button = True
            self.buttons.append(dict(attrs).get("title") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "button":
            self._in_button = False

    def handle_data(self, data: str) -> None:
        if self._in_button:
            self.buttons[-1] += data.strip()

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(attribute))]


@pytest.fixture(scope="module")
def page() -> Page:
    parsed = Page()
    parsed.feed(HTML)
    return parsed


def test_nothing_is_written_inline_so_the_strict_policy_holds(page: Page):
    for tag, attrs in page.tags:
        assert tag != "style"
        assert tag != "script" or attrs.get("src")
        assert not [name for name in attrs if name == "style" or name.startswith("on")]


def test_everything_the_page_asks_for_is_its_own(page: Page):
    asked = [one for one in page.values("src") + page.values("href") if not one.startswith("#")]
    assert asked
    for address in asked:
        assert address.startswith("page/")
        assert (PAGE / Path(address).name).is_file()
    assert "@import" not in STYLE
    assert "url(" not in STYLE


def test_what_people_write_never_becomes_html():
    assert not re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", SCRIPT)


def test_every_button_says_what_it_does(page: Page):
    assert page.buttons
    assert all(page.buttons), page.buttons


def test_every_field_has_a_label(page: Page):
    labelled = set(page.values("for"))
    for tag, attrs in page.tags:
        if tag in {"input", "select", "textarea"}:
            part = attrs.get("data-part")
            assert attrs.get("id") in labelled or f'{part}.setAttribute("aria-label"' in SCRIPT


def test_the_script_finds_every_part_and_drawing_it_names(page: Page):
    ids, parts = set(page.values("id")), set(page.values("data-part"))
    assert set(re.findall(r'getElementById\("([\w-]+)"\)', SCRIPT)) <= ids
    taken_together = " ".join(re.findall(r"\{ ([\w, ]+) \} = this\.parts;", SCRIPT))
    named = set(re.findall(r"\bparts\.(\w+)", SCRIPT)) | set(re.findall(r"\w+", taken_together))
    assert named <= parts
    drawings = re.findall(r'icon\("(\w+)"\)', SCRIPT) + re.findall(r': \["(\w+)", "', SCRIPT)
    assert {f"icon-{name}" for name in drawings} <= ids
    assert {one.removeprefix("#") for one in page.values("href") if one[0] == "#"} <= ids


def test_the_chats_are_logs_that_a_screen_reader_follows(page: Page):
    roles = page.values("role")
    assert "log" in roles
    assert "status" in roles
    assert 'setAttribute("aria-live", "polite")' in SCRIPT


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_and_outlines_stand_out_from_what_is_behind_them(scheme: int):
    colours = _palettes()[scheme]
    faint = [
        f"{front} on {behind}: {_contrast(colours[front], colours[behind]):.2f}"
        for front, grounds, least in PAIRS
        for behind in grounds.split()
        if _contrast(colours[front], colours[behind]) < least
    ]
    assert not faint


def test_motion_stops_for_who_asks_for_it():
    assert "prefers-reduced-motion: reduce" in STYLE


def _palettes() -> list[dict[str, str]]:
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks]


def _contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    if share <= 0.04045:
        return share / 12.92
    return float(((share + 0.055) / 1.055) ** 2.4)
