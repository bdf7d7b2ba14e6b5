"""HTML that went through the sandbox is given back by both libraries as it was written."""

import aiogram.types
import pytest
import telegram as ptb

from bot.sandbox import Telegram
from bot.sandbox.cast import AMIR, invite_cast
from tests.sandbox.conftest import calls

WRITTEN = (
    "<b>gras</b> et <i>penché</i>, <u>souligné</u>, <s>barré</s>",
    "👋🏽 <b>après un sourire</b> 👩‍👩‍👧 <i>et une famille</i>",
    "<b>l'un <i>dans <u>l'autre</u></i></b> puis rien",
    '<a href="https://example.org/?a=1">un lien</a> &amp; 1 &lt; 2',
    "<code>a = 1</code> et <pre>b = 2</pre>",
    '<pre><code class="language-python">c = 3</code></pre>',
    "<tg-spoiler>le secret</tg-spoiler>",
    "<blockquote>dit quelqu'un</blockquote>",
    "<blockquote expandable>une\ndeux\ntrois</blockquote>",
    "مرحبا <b>بك</b> ሰላም <i>ለአንተ</i>",
)
# What a library writes in its own way, and how it is written here.
OWN_WAYS = (
    ('<span class="tg-spoiler">', "<tg-spoiler>"),
    ("</span>", "</tg-spoiler>"),
    ("<code language=", "<code class="),
    ('<code class="python">', '<code class="language-python">'),
    ("&#x27;", "'"),
)


def our_way(html: str) -> str:
    for theirs, ours in OWN_WAYS:
        html = html.replace(theirs, ours)
    return html


@pytest.mark.parametrize("written", WRITTEN)
async def test_what_was_written_comes_back(written: str) -> None:
    telegram = Telegram()
    invite_cast(telegram)
    sent = await calls(telegram, "sendMessage", chat_id=AMIR.id, text=written, parse_mode="HTML")
    assert our_way(aiogram.types.Message.model_validate(sent).html_text) == written
    assert our_way(ptb.Message.de_json(sent, None).text_html) == written
