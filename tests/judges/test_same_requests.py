"""What our bot asks of Telegram, asked again by another library, leaves the same chats behind."""

import ast
from contextlib import suppress
from dataclasses import replace
from typing import Any

from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import ReplyParameters

from bot.cards import Card, put_into_words
from bot.cards.enclosures import Relayed
from bot.cards.samples import SAMPLES, possible
from bot.cards.telegram import entities, keyboard
from bot.post.asking import file_of, send_anew
from bot.post.profile import introduce, list_commands
from bot.programme.cases import Form
from bot.sandbox import Telegram
from bot.sandbox.cast import AMIR, SAMUEL
from tests.conversations import SPEECH, House, Someone
from tests.handlers.arrivals import FIRST_SUNDAY, leaves, registers
from tests.judges.bot_methods import METHODS
from tests.judges.heard import misread
from tests.judges.repeating import in_the_code, repeat
from tests.test_house import our_files

# Asked only to see whether the line answers; it leaves nothing behind.
ALIVE = {"get_me"}
# The watch asks with the other library itself.
THE_WATCH = "bot/watch/"


async def every_card_is_sent(house: House) -> None:
    """In every language; one as a message, and the next in its place. What encloses a number, a
    place or a page is always a message of its own. What is passed on was sent by somebody.
    """
    kept = {form: kept_file(house.telegram, form) for form in Form if form is not Form.TEXT}
    cards = [
        put_into_words(notice, speech, house.programme)
        for speech in SPEECH.values()
        for notice in SAMPLES
        if possible(notice, house.programme)
    ]
    bot, shown = house.app.bot, None
    alike = {(one.text, one.rows, one.enclosure, one.commands): one for one in cards}
    for card in alike.values():
        if card.commands is not None:
            await list_commands(bot, AMIR.id, card.commands)
            continue
        if isinstance(card.enclosure, Relayed):
            await is_passed_on(house, card, kept[Form(card.enclosure.form)])
            continue
        if card.enclosure is not None:
            await send_anew(bot, AMIR.id, card, await file_of(card))
            continue
        form = {"entities": entities(card), "reply_markup": keyboard(card)}
        if shown is None:
            shown = await bot.send_message(AMIR.id, card.text, **form)
        else:
            place = {"chat_id": AMIR.id, "message_id": shown.message_id}
            shown = await bot.edit_message_text(card.text, **place, **form) and None


def kept_file(telegram: Telegram, form: Form) -> str:
    """What Telegram calls a file that Amir has just sent."""
    number = telegram.send(AMIR.id, form)["update_id"]
    updates = (one["update"] for one in telegram.journal.entries if one["what"] == "update")
    sent = next(one["message"][form] for one in updates if one["update_id"] == number)
    return str((sent[-1] if form is Form.PHOTO else sent)["file_id"])


async def is_passed_on(house: House, card: Card, file: str) -> None:
    """A file, and other words under it."""
    assert isinstance(card.enclosure, Relayed)
    passed_on = replace(card, enclosure=Relayed(card.enclosure.form, file))
    sent = await send_anew(house.app.bot, AMIR.id, passed_on, None)
    assert sent is not None
    place = {"chat_id": AMIR.id, "message_id": sent.message_id}
    await house.app.bot.edit_message_caption(caption=f"{card.text}!", **place)


async def a_group_is_kept_tidy(house: House) -> None:
    """A topic is made, closed and opened again; what was said is taken out, and the bot leaves."""
    bot, group = house.app.bot, house.telegram.new_group(AMIR.id, "Coaches", forum=True)["chat_id"]
    house.telegram.change_bot(AMIR.id, group, "administrator")
    thread = (await bot.create_forum_topic(group, "Duos")).message_thread_id
    said = [
        await bot.send_message(group, one, message_thread_id=thread) for one in ("1", "2", "3")
    ]
    await bot.close_forum_topic(group, thread)
    await bot.reopen_forum_topic(group, thread)
    await bot.delete_message(group, said[0].message_id)
    await bot.delete_messages(group, [one.message_id for one in said[1:]])
    answered = ReplyParameters(message_id=1, allow_sending_without_reply=True)
    await bot.send_message(AMIR.id, "Bonjour", reply_parameters=answered)
    await bot.leave_chat(group)


async def a_month_goes_by(house: House, amir: Someone, rita: Someone, els: Someone) -> None:
    """Somebody comes and goes, a duo is asked, a coach is called, somebody shuts the door."""
    await leaves(await registers(house))
    await house.turn_to(FIRST_SUNDAY)
    await amir.taps("Yes, we met")
    await rita.forges("ci:1:met", 1)
    await house.pass_by(days=7)
    await house.pass_by(days=3)
    await amir.says("I want my coach")
    await els.taps("I take it")
    await els.taps("It is solved")
    await rita.sends("voice")
    await rita.blocks()
    await house.pass_by(days=7)
    await rita.unblocks()


async def some_are_refused(house: House) -> None:
    """Somebody who never started, an edit that changes nothing, a tap that never was."""
    bot = house.app.bot
    with suppress(TelegramForbiddenError):
        await bot.send_message(SAMUEL.id, "Bonjour")
    sent = await bot.send_message(AMIR.id, "Bonjour")
    with suppress(TelegramBadRequest):
        await bot.edit_message_text("Bonjour", chat_id=AMIR.id, message_id=sent.message_id)
    with suppress(TelegramBadRequest):
        await bot.answer_callback_query("1", "Merci")


def asked(telegram: Telegram) -> list[dict[str, Any]]:
    """Each call with its answer; the other library asks who it is before it begins."""
    told = [entry for entry in telegram.journal.entries if entry["what"] == "call"]
    return [
        {name: call[name] for name in ("method", "status", "answer", "effect")}
        for call in told
        if call["method"] != "getMe"
    ]


def seen(telegram: Telegram, chat: int) -> dict[str, Any]:
    return telegram.chat_view(chat, with_deleted=True)


def asked_for_in_the_code() -> set[str]:
    """The methods of the Bot API that our code calls on a bot, as it writes them."""
    return {
        node.attr
        for path in our_files("bot", "handlers")
        if THE_WATCH not in path.as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and ast.unparse(node.value).endswith("bot")
        and node.attr.replace("_", "") in METHODS
    }


async def test_another_library_leaves_the_same_chats(
    duo: House, amir: Someone, rita: Someone, els: Someone
) -> None:
    await introduce(duo.app.bot, SPEECH, duo.programme)
    await a_month_goes_by(duo, amir, rita, els)
    await every_card_is_sent(duo)
    await a_group_is_kept_tidy(duo)
    await some_are_refused(duo)
    first, second = duo.telegram, await repeat(duo.telegram)
    for one, other in zip(asked(first), asked(second), strict=True):
        assert other == one
    assert {call["status"] for call in asked(first)} == {200, 400, 403}
    assert {
        in_the_code(call["method"]) for call in asked(first)
    } >= asked_for_in_the_code() - ALIVE
    assert second.state.settings == first.state.settings
    for chat in first.state.chats:
        assert seen(second, chat) == seen(first, chat)
    assert misread(first) == []
