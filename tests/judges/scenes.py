"""Everything that can happen in the sandbox, in any order: what people do, and what a bot does."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from bot.sandbox import NotPossible, Telegram
from bot.sandbox.cast import AMIR, CAST, invite_cast
from bot.sandbox.groups import TYPES
from bot.sandbox.kinds import KINDS
from bot.sandbox.membership import STATUSES
from bot.sandbox.web.bodies import Wishes
from bot.sandbox.web.control import DEEDS

EVERYBODY = [person.id for person in CAST]
WORDS = (
    "/start duo-1",
    "/aide@duobot_demo_bot, Amir !",
    "https://example.org/?a=1 ou amir@example.org ou @rita_peeters",
    "👩‍👩‍👧 مرحبا ሰላም",
    "x" * 4096,
)


@dataclass(frozen=True, slots=True)
class Chance:
    """What falls to somebody: each deed takes from it what it needs."""

    who: int
    number: int
    words: str
    kind: str


CHANCES = st.builds(
    Chance,
    who=st.sampled_from(EVERYBODY),
    number=st.integers(0, 99),
    words=st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    kind=st.sampled_from(KINDS),
)


def _say(telegram: Telegram, chance: Chance) -> dict[str, Any]:
    if chance.number % 2:
        return {"text": chance.words}
    chat = _group(telegram, chance)
    topics = [None, *telegram.state.chats[chat].topics]
    thread = topics[chance.number // 2 % len(topics)]
    return {"text": chance.words, "chat": chat, "message_thread_id": thread}


def _edit(telegram: Telegram, chance: Chance) -> dict[str, Any]:
    own = [one for one in telegram.chat(chance.who) if one["from"] == "person"]
    return {"message_id": _one_of(own, chance)["message_id"], "text": chance.words}


def _tap(telegram: Telegram, chance: Chance) -> dict[str, Any]:
    chat = _place(telegram, chance)
    view = telegram.chat_view(chat)
    keys = [(None, key) for row in (view["keyboard"] or {}).get("keyboard", []) for key in row]
    under = [
        (one["message_id"], button)
        for one in view["messages"]
        for row in (one["reply_markup"] or {}).get("inline_keyboard", [])
        for button in row
    ]
    message_id, button = _one_of([*under, *keys], chance)
    return {"message_id": message_id, "button": button["text"], "chat": chat}


def _share(_: Telegram, chance: Chance) -> dict[str, Any]:
    return {"of": CAST[chance.number % len(CAST)].id} if chance.number % 2 else {}


def _send(_: Telegram, chance: Chance) -> dict[str, Any]:
    return {"kind": chance.kind, "caption": chance.words}


def _nothing(_: Telegram, __: Chance) -> dict[str, Any]:
    return {}


# The deeds of the control API, each with what is asked of it.
BODIES: dict[str, Callable[[Telegram, Chance], dict[str, Any]]] = {
    "say": _say,
    "edit": _edit,
    "tap": _tap,
    "share_contact": _share,
    "send": _send,
    "block": _nothing,
    "unblock": _nothing,
}

TITLES = ("Coaches", "Duos de Bruxelles")


def _new_group(telegram: Telegram, chance: Chance) -> None:
    kind = TYPES[chance.number % 2]
    made = telegram.new_group(
        chance.who,
        TITLES[chance.number % 2],
        kind,
        forum=chance.number % 3 == 0,
        members=EVERYBODY,
    )
    if chance.number % 4 == 0:
        telegram.change_bot(chance.who, made["chat_id"], "administrator")


def _change_bot(telegram: Telegram, chance: Chance) -> None:
    status = STATUSES[chance.number % len(STATUSES)]
    telegram.change_bot(chance.who, _group(telegram, chance), status)


def _new_topic(telegram: Telegram, chance: Chance) -> None:
    telegram.new_topic(chance.who, _forum(telegram, chance), TITLES[chance.number % 2])


def _change_topic(telegram: Telegram, chance: Chance) -> None:
    chat = _forum(telegram, chance)
    thread = _one_of([*telegram.state.chats[chat].topics], chance)
    change = ("close", "reopen", "delete")[chance.number % 3]
    telegram.change_topic(chance.who, chat, thread, change)


# What people do together, by the names of what does it.
TOGETHER: dict[str, Callable[[Telegram, Chance], object]] = {
    "new_group": _new_group,
    "change_bot": _change_bot,
    "migrate": lambda telegram, chance: telegram.migrate(chance.who, _group(telegram, chance)),
    "new_topic": _new_topic,
    "change_topic": _change_topic,
    "post_in_channel": lambda telegram, chance: telegram.post_in_channel(-42, chance.words),
}

BUTTONS = [
    [{"text": "Oui", "callback_data": "yes"}, {"text": "Non", "callback_data": "no"}],
    [{"text": "Le site", "url": "https://example.org/"}],
    [{"text": "Copier", "copy_text": {"text": "1234"}}],
]
KEYS = [
    [{"text": "Oui"}],
    [{"text": "Numéro", "request_contact": True}, {"text": "Lieu", "request_location": True}],
]
MARKED = (
    "<b>Bon<i>jour</i></b> 👋 <a href='https://example.org/'>ici</a> <code>a</code> "
    "<pre><code class='language-sh'>ls</code></pre><u>b</u><s>c</s><tg-spoiler>d</tg-spoiler>"
    "<blockquote>e</blockquote><blockquote expandable>f</blockquote> /aide"
)


def _write(telegram: Telegram, chance: Chance) -> tuple[str, dict[str, Any]]:
    return "sendMessage", {
        "chat_id": _place(telegram, chance),
        "text": MARKED,
        "parse_mode": "HTML",
        "reply_markup": {"inline_keyboard": BUTTONS[: chance.number % 4]},
    }


def _ask(_: Telegram, chance: Chance) -> tuple[str, dict[str, Any]]:
    markup = {"keyboard": KEYS, "one_time_keyboard": chance.number % 2 == 0}
    return "sendMessage", {"chat_id": chance.who, "text": "?", "reply_markup": markup}


def _answer(telegram: Telegram, chance: Chance) -> tuple[str, dict[str, Any]]:
    to = {"message_id": _one_of(telegram.chat(chance.who), chance)["message_id"]}
    return "sendMessage", {"chat_id": chance.who, "text": "Oui.", "reply_parameters": to}


def _change(telegram: Telegram, chance: Chance) -> tuple[str, dict[str, Any]]:
    own = [one for one in telegram.chat(chance.who) if one["from"] == "bot"]
    return "editMessageText", {
        "chat_id": chance.who,
        "message_id": _one_of(own, chance)["message_id"],
        "text": f"Autre chose {chance.number}",
        "reply_markup": {"inline_keyboard": BUTTONS},
    }


# What a bot does between, so that there is something to tap and to read.
CALLS = {"write": _write, "ask": _ask, "answer": _answer, "change": _change}
HAPPENINGS = st.tuples(st.sampled_from([*CALLS, *BODIES, *TOGETHER]), CHANCES)
ONE_OF_EACH = [
    (name, Chance(AMIR.id, number, "Dag", kind))
    for number, kind in enumerate(KINDS)
    for name in (*TOGETHER, *CALLS, *BODIES)
]


def lived(deeds: list[tuple[str, Chance]]) -> Telegram:
    """A pretend Telegram in which all of this has happened, as far as it is possible."""
    telegram = Telegram()
    invite_cast(telegram)
    with asyncio.Runner() as runner:
        for name, chance in deeds:
            with suppress(NotPossible):
                if name in TOGETHER:
                    TOGETHER[name](telegram, chance)
                elif name in BODIES:
                    body = BODIES[name](telegram, chance)
                    DEEDS[name](telegram, chance.who, Wishes(body))
                else:
                    runner.run(telegram.call(*CALLS[name](telegram, chance)))
    return telegram


def _group(telegram: Telegram, chance: Chance) -> int:
    return int(_one_of([one for one in telegram.state.chats if one < 0], chance))


def _forum(telegram: Telegram, chance: Chance) -> int:
    chats = telegram.state.chats.items()
    return int(_one_of([one for one, chat in chats if chat.facts.get("is_forum")], chance))


def _place(telegram: Telegram, chance: Chance) -> int:
    """Mostly one's own chat, and sometimes a group."""
    return chance.who if chance.number % 4 else _group(telegram, chance)


def _one_of(things: list[Any], chance: Chance) -> Any:
    if not things:
        raise NotPossible(404, "There is nothing to choose from.")
    return things[chance.number % len(things)]
