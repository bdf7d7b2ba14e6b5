"""Texts: HTML, entities, length; and what Telegram says about bad ones."""

import pytest
from hypothesis import event, given, strategies as st

from bot.sandbox import Telegram, Upload
from bot.sandbox.answers import Refusal
from bot.sandbox.cast import AMIR
from bot.sandbox.entities import utf16_length
from bot.sandbox.html import HALF_A_CHARACTER, read_html
from bot.sandbox.texts import find_entities, trimmed
from tests.sandbox.conftest import calls, refusal


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>a</b>", "a", [("bold", 0, 1)]),
        ("<STRONG>a</strong>", "a", [("bold", 0, 1)]),
        ("👍<i>é</i>", "👍é", [("italic", 2, 1)]),
        ("<u>a<s>b</s></u>", "ab", [("underline", 0, 2), ("strikethrough", 1, 1)]),
        ("<b></b>x", "x", []),
        ("&lt;&amp;&gt;&quot;&#39;&#x41;&nbsp;&copy;", "<&>\"'A&nbsp;&copy;", []),
        ("a > b", "a > b", []),
        ('<span class="tg-spoiler">s</span>', "s", [("spoiler", 0, 1)]),
        ("<tg-spoiler>s</tg-spoiler>", "s", [("spoiler", 0, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("<blockquote>q</blockquote>", "q", [("blockquote", 0, 1)]),
        ("<code>c</code>", "c", [("code", 0, 1)]),
        ("<code class='language-python'>c</code>", "c", [("code", 0, 1)]),
        ("<pre>c</pre>", "c", [("pre", 0, 1)]),
        ("<a>no address</a>", "no address", []),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ("<b>x</b  >", "x", [("bold", 0, 1)]),
    ],
)
def test_html_is_read(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    plain, found = read_html(source)
    assert plain == text
    assert [(one["type"], one["offset"], one["length"]) for one in found] == entities


def test_links_code_and_emoji_keep_their_particulars() -> None:
    source = (
        '<a href="https://duo.be/?a=1&amp;b=2">duo</a>'
        '<pre><code class="language-python">x</code></pre>'
        '<tg-emoji emoji-id="5">👍</tg-emoji>'
    )
    assert read_html(source)[1] == [
        {"type": "text_link", "url": "https://duo.be/?a=1&b=2", "offset": 0, "length": 3},
        {"type": "pre", "language": "python", "offset": 3, "length": 1},
        {"type": "custom_emoji", "custom_emoji_id": "5", "offset": 4, "length": 2},
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<3 you>", 'Unsupported start tag "3" at byte offset 0'),
        ("é<abac>", 'Unsupported start tag "abac" at byte offset 2'),
        ("a <", "Unclosed start tag at byte offset 2"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<i>a</i   ", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ("<a href= ", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=x_y>z</a>", "Unexpected end of name token at byte offset 0"),
        ("<tg-emoji emoji-id='x'>👍</tg-emoji>", "Invalid custom emoji identifier specified"),
        (
            "&#55357;",
            HALF_A_CHARACTER,
        ),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_bad_html_is_refused_with_telegrams_words(
    telegram: Telegram, source: str, words: str
) -> None:
    answer = await refusal(
        telegram, "sendMessage", chat_id=AMIR.id, text=source, parse_mode="html"
    )
    assert answer == (400, f"Bad Request: can't parse entities: {words}")


@given(st.text(alphabet="<>/=\"' abi&;é👍", max_size=40))
def test_any_html_is_read_or_refused(source: str) -> None:
    try:
        text, entities = read_html(source)
    except Refusal as refused:
        event(refused.description.partition(" at byte")[0])
        return
    assert all(0 <= one["offset"] < one["offset"] + one["length"] for one in entities)
    assert all(one["offset"] + one["length"] <= utf16_length(text) for one in entities)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "message text is empty"),
        (" \n ", "text must be non-empty"),
        ("é" * 4097, "message is too long"),
        ("a\ud800", "strings must be encoded in UTF-8"),
    ],
)
async def test_bad_texts_are_refused(telegram: Telegram, text: str, words: str) -> None:
    answer = await refusal(telegram, "sendMessage", chat_id=AMIR.id, text=text)
    assert answer == (400, f"Bad Request: {words}")


async def test_a_file_is_no_text(telegram: Telegram) -> None:
    answer = await refusal(telegram, "sendMessage", chat_id=AMIR.id, text=Upload("a", b"x"))
    assert answer == (400, "Bad Request: message text is empty")


async def test_length_counts_after_the_tags(telegram: Telegram) -> None:
    long = "<b>" + "é" * 4096 + "</b>"
    sent = await calls(telegram, "sendMessage", chat_id=AMIR.id, text=long, parse_mode="HTML")
    assert len(sent["text"]) == 4096


async def test_control_characters_do_not_arrive(telegram: Telegram) -> None:
    sent = await calls(telegram, "sendMessage", chat_id=AMIR.id, text="a\x00b\r\nc")
    assert sent["text"] == "a b\nc"


async def test_markdown_is_not_spoken_here(telegram: Telegram) -> None:
    answer = await refusal(
        telegram, "sendMessage", chat_id=AMIR.id, text="*x*", parse_mode="MarkdownV2"
    )
    assert answer == (400, "Bad Request: unsupported parse_mode")


async def test_entities_may_be_given_and_must_be_a_list(telegram: Telegram) -> None:
    bold = [{"type": "bold", "offset": 2, "length": 3}]
    sent = await calls(telegram, "sendMessage", chat_id=AMIR.id, text="  abc", entities=bold)
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    for wrong, words in (
        ("{", "can't parse entities JSON object"),
        ('"x"', "can't parse entities: expected an Array"),
    ):
        answer = await refusal(telegram, "sendMessage", chat_id=AMIR.id, text="x", entities=wrong)
        assert answer == (400, f"Bad Request: {words}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start abc", [("bot_command", 0, 6)]),
        ("👍 /help@duobot_demo_bot", [("bot_command", 3, 21)]),
        ("1/2 and/or", []),
        ("zie https://duo.be/x.", [("url", 4, 16)]),
        ("els@duo.be", [("email", 0, 10)]),
        ("vraag @els_coach", [("mention", 6, 10)]),
        ("https://duo.be/@els_coach", [("url", 0, 25)]),
        ("https://els@duo.be/x", [("url", 0, 20)]),
    ],
)
def test_commands_and_links_are_found(text: str, found: list[tuple[str, int, int]]) -> None:
    assert [(e["type"], e["offset"], e["length"]) for e in find_entities(text)] == found


async def test_a_link_inside_formatting_is_not_marked_twice(telegram: Telegram) -> None:
    sent = await calls(
        telegram, "sendMessage", chat_id=AMIR.id, text="<code>/help</code>", parse_mode="HTML"
    )
    assert [one["type"] for one in sent["entities"]] == ["code"]


@given(st.text(alphabet=" ab👍\n", max_size=12), st.integers(0, 12), st.integers(1, 12))
def test_trimming_keeps_entities_inside(text: str, offset: int, length: int) -> None:
    core, entities = trimmed(text, [{"type": "bold", "offset": offset, "length": length}])
    assert core == text.strip()
    assert all(one["offset"] >= 0 for one in entities)
    assert all(one["offset"] + one["length"] <= utf16_length(core) for one in entities)
