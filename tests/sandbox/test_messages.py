"""What the bot writes, changes and takes away."""

from datetime import timedelta

import pytest

from bot.sandbox import Telegram, Upload
from bot.sandbox.cast import AMIR, ELS, RITA
from tests.sandbox.conftest import NOON, buttons, calls, refusal


async def test_rita_reads_what_the_bot_writes(telegram: Telegram) -> None:
    sent = await calls(telegram, "sendMessage", chat_id=RITA.id, text=" Dag Rita! ")
    assert sent["text"] == "Dag Rita!"
    assert sent["date"] == int(NOON.timestamp())
    assert sent["from"]["is_bot"] is True
    assert sent["chat"]["type"] == "private"
    seen = telegram.chat(RITA.id)
    assert [(one["message_id"], one["from"], one["text"]) for one in seen] == [
        (1, "bot", "Dag Rita!")
    ]


async def test_message_ids_rise_per_chat(telegram: Telegram) -> None:
    telegram.say(RITA.id, "hallo")
    ids = [
        (await calls(telegram, "sendMessage", chat_id=who, text="x"))["message_id"]
        for who in (RITA.id, AMIR.id, RITA.id)
    ]
    assert ids == [2, 1, 3]


async def test_form_parameters_are_understood_like_json(telegram: Telegram) -> None:
    sent = await calls(
        telegram,
        "SENDMESSAGE",
        chat_id=str(RITA.id),
        text="Kies",
        reply_markup='{"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}',
        protect_content="true",
    )
    assert sent["reply_markup"]["inline_keyboard"][0][0]["text"] == "Ja"
    assert sent["has_protected_content"] is True


async def test_an_answer_shows_what_it_answers(telegram: Telegram) -> None:
    asked = telegram.say(RITA.id, "Wanneer?")["message_id"]
    reply = {"message_id": asked}
    sent = await calls(
        telegram, "sendMessage", chat_id=RITA.id, text="Zondag", reply_parameters=reply
    )
    assert sent["reply_to_message"]["text"] == "Wanneer?"
    assert telegram.chat(RITA.id)[-1]["reply_to"] == asked
    old_style = await calls(
        telegram, "sendMessage", chat_id=RITA.id, text="Ja", reply_to_message_id=sent["message_id"]
    )
    assert "reply_to_message" not in old_style["reply_to_message"]


async def test_an_answer_to_nothing_is_refused_unless_allowed(telegram: Telegram) -> None:
    lost = {"chat_id": RITA.id, "text": "x", "reply_parameters": {"message_id": 9}}
    assert await refusal(telegram, "sendMessage", **lost) == (
        400,
        "Bad Request: message to be replied not found",
    )
    lost["reply_parameters"] = {"message_id": 9, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await calls(telegram, "sendMessage", **lost)


async def test_an_edit_changes_words_and_takes_the_buttons_away(telegram: Telegram) -> None:
    asked = await calls(
        telegram, "sendMessage", chat_id=RITA.id, text="Samen?", reply_markup=buttons("Ja")
    )
    edited = await calls(
        telegram,
        "editMessageText",
        chat_id=RITA.id,
        message_id=asked["message_id"],
        text="<b>Fijn!</b>",
        parse_mode="HTML",
    )
    assert edited["edit_date"] == int(NOON.timestamp())
    assert edited["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    (seen,) = telegram.chat(RITA.id)
    assert (seen["text"], seen["edited"], seen["reply_markup"]) == ("Fijn!", True, None)


async def test_buttons_are_changed_alone(telegram: Telegram) -> None:
    where = {"chat_id": RITA.id, "message_id": 1}
    await calls(telegram, "sendMessage", chat_id=RITA.id, text="x", reply_markup=buttons("Ja"))
    changed = await calls(
        telegram, "editMessageReplyMarkup", **where, reply_markup=buttons("Ja", "Nee")
    )
    assert len(changed["reply_markup"]["inline_keyboard"]) == 2
    bare = await calls(telegram, "editMessageReplyMarkup", **where)
    assert "reply_markup" not in bare


async def test_an_edit_that_changes_nothing_is_refused(telegram: Telegram) -> None:
    words = {"chat_id": RITA.id, "text": "x", "reply_markup": buttons("Ja")}
    await calls(telegram, "sendMessage", **words)
    words_of_telegram = (
        "Bad Request: message is not modified: specified new message content and reply markup are "
        "exactly the same as a current content and reply markup of the message"
    )
    expected = (400, words_of_telegram)
    assert await refusal(telegram, "editMessageText", **words, message_id=1) == expected
    await calls(telegram, "editMessageText", **{**words, "text": "y"}, message_id=1)
    again = await refusal(telegram, "editMessageText", **{**words, "text": "y"}, message_id=1)
    assert again == expected


async def test_only_own_messages_that_are_there_can_be_edited(telegram: Telegram) -> None:
    telegram.say(RITA.id, "hallo")
    upload = Upload("brief.pdf", b"%PDF")
    await calls(telegram, "sendDocument", chat_id=RITA.id, document=upload)
    new = {"chat_id": RITA.id, "text": "y"}
    edit = "editMessageText"
    assert (await refusal(telegram, edit, **new))[1] == (
        "Bad Request: message identifier is not specified"
    )
    assert (await refusal(telegram, edit, **new, message_id=9))[1] == (
        "Bad Request: message to edit not found"
    )
    assert (await refusal(telegram, edit, **new, message_id=1))[1] == (
        "Bad Request: message can't be edited"
    )
    assert (await refusal(telegram, edit, **new, message_id=2))[1] == (
        "Bad Request: there is no text in the message to edit"
    )
    keyboard = {"keyboard": [["Ja"]]}
    answer = await refusal(
        telegram,
        "editMessageReplyMarkup",
        chat_id=RITA.id,
        message_id=2,
        reply_markup=keyboard,
    )
    assert answer[1] == "Bad Request: inline keyboard expected"


async def test_a_deleted_message_is_out_of_sight(telegram: Telegram) -> None:
    await calls(telegram, "sendMessage", chat_id=RITA.id, text="weg ermee")
    assert await calls(telegram, "deleteMessage", chat_id=RITA.id, message_id=1) is True
    assert telegram.chat(RITA.id) == []
    (kept,) = telegram.chat(RITA.id, with_deleted=True)
    assert kept["deleted"] is True
    assert (await refusal(telegram, "deleteMessage", chat_id=RITA.id, message_id=1))[1] == (
        "Bad Request: message to delete not found"
    )


async def test_after_two_days_a_message_stays(telegram: Telegram) -> None:
    await calls(telegram, "sendMessage", chat_id=RITA.id, text="x")
    telegram.advance_clock(timedelta(hours=48, seconds=1))
    assert (await refusal(telegram, "deleteMessage", chat_id=RITA.id, message_id=1))[1] == (
        "Bad Request: message can't be deleted for everyone"
    )


async def test_typing_shows_for_five_seconds_or_until_the_words_come(telegram: Telegram) -> None:
    await calls(telegram, "sendChatAction", chat_id=RITA.id, action="typing")
    assert telegram.chat_view(RITA.id)["typing"] is True
    telegram.advance_clock(timedelta(seconds=5))
    assert telegram.chat_view(RITA.id)["typing"] is False
    await calls(telegram, "sendChatAction", chat_id=RITA.id, action="typing")
    await calls(telegram, "sendMessage", chat_id=RITA.id, text="Hier!")
    assert telegram.chat_view(RITA.id)["typing"] is False
    assert (await refusal(telegram, "sendChatAction", chat_id=RITA.id, action="dance"))[1] == (
        "Bad Request: wrong parameter action in request"
    )


@pytest.mark.parametrize(
    ("chat_id", "status", "words"),
    [
        ("", 400, "Bad Request: chat_id is empty"),
        (12345, 400, "Bad Request: chat not found"),
        ("@somebody", 400, "Bad Request: chat not found"),
        (700_000_005, 403, "Forbidden: bot can't initiate conversation with a user"),
        (ELS.id, 403, "Forbidden: bot was blocked by the user"),
    ],
)
async def test_the_bot_is_not_welcome_everywhere(
    telegram: Telegram, chat_id: object, status: int, words: str
) -> None:
    telegram.block(ELS.id)
    assert await refusal(telegram, "sendMessage", chat_id=chat_id, text="x") == (status, words)


async def test_a_place_is_sent_with_its_address(telegram: Telegram) -> None:
    place = {"latitude": 50.85, "longitude": "4.35"}
    sent = await calls(
        telegram, "sendVenue", chat_id=AMIR.id, **place, title="Actiris", address="Astro"
    )
    assert sent["venue"]["location"] == {"latitude": 50.85, "longitude": 4.35}
    assert telegram.chat(AMIR.id)[0]["kind"] == "venue"
    point = await calls(telegram, "sendLocation", chat_id=AMIR.id, **place)
    assert "venue" not in point
    assert telegram.chat(AMIR.id)[1]["kind"] == "location"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({"title": "a", "address": "b"}, "latitude is empty"),
        ({"title": "a", "address": "b", "latitude": "x"}, "latitude is empty"),
        ({"title": "a", "address": "b", "latitude": 1}, "longitude is empty"),
        ({"address": "b", "latitude": 1, "longitude": 1}, "venue title must be non-empty"),
        ({"title": "a", "latitude": 1, "longitude": 1}, "venue address must be non-empty"),
    ],
)
async def test_half_a_place_is_refused(
    telegram: Telegram, place: dict[str, object], words: str
) -> None:
    answer = await refusal(telegram, "sendVenue", chat_id=AMIR.id, **place)
    assert answer == (400, f"Bad Request: {words}")


async def test_an_unknown_method_is_not_found(telegram: Telegram) -> None:
    assert await refusal(telegram, "sendLove") == (404, "Not Found: method not found")


async def test_the_caller_cannot_change_what_telegram_keeps(telegram: Telegram) -> None:
    sent = await calls(
        telegram, "sendMessage", chat_id=RITA.id, text="x", reply_markup=buttons("Ja")
    )
    sent["reply_markup"]["inline_keyboard"].clear()
    telegram.chat(RITA.id)[0]["reply_markup"]["inline_keyboard"].clear()
    assert telegram.chat(RITA.id)[0]["reply_markup"] == buttons("Ja")


async def test_rita_gets_a_number_to_call(telegram: Telegram) -> None:
    sent = await calls(
        telegram,
        "sendContact",
        chat_id=RITA.id,
        phone_number="+3278150000",
        first_name="Huurdersbond",
        last_name="",
        vcard="BEGIN:VCARD",
        reply_markup=buttons("Terug"),
    )
    assert sent["contact"] == {
        "phone_number": "+3278150000",
        "first_name": "Huurdersbond",
        "vcard": "BEGIN:VCARD",
    }
    (seen,) = telegram.chat(RITA.id)
    assert (seen["kind"], seen["contact"]) == ("contact", sent["contact"])
    assert seen["reply_markup"] == buttons("Terug")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"phone_number": "", "first_name": "CAW"}, 'parameter "phone_number" is required'),
        ({"phone_number": "+32", "first_name": ""}, 'parameter "first_name" is required'),
        ({"phone_number": "+32"}, 'parameter "first_name" is required'),
    ],
)
async def test_a_contact_has_a_number_and_a_name(
    telegram: Telegram, asked: dict[str, str], words: str
) -> None:
    answer = await refusal(telegram, "sendContact", chat_id=RITA.id, **asked)
    assert answer == (400, f"Bad Request: {words}")
    assert telegram.chat(RITA.id) == []
