"""What people do, and what the bot hears of it."""

from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox import NotPossible, Person, Telegram
from bot.sandbox.cast import AMIR, ELS, FATIMA, RITA, TOM, invite_cast
from tests.sandbox.conftest import NOON, buttons, calls, refusal


async def last_update(telegram: Telegram) -> dict[str, Any]:
    updates = await calls(telegram, "getUpdates", offset=-1)
    assert len(updates) == 1
    update: dict[str, Any] = updates[0]
    return update


async def asked(telegram: Telegram) -> None:
    markup = buttons("Ja", "Nee")
    markup["inline_keyboard"].append([{"text": "Site", "url": "https://duo.be"}])
    markup["inline_keyboard"].append([{"text": "Kopie", "copy_text": {"text": "x"}}])
    await calls(telegram, "sendMessage", chat_id=RITA.id, text="Samen?", reply_markup=markup)


async def test_what_rita_says_reaches_the_bot(telegram: Telegram) -> None:
    said = telegram.say(RITA.id, "/start abc")
    update = await last_update(telegram)
    assert update["update_id"] == said["update_id"]
    assert update["message"] == {
        "message_id": said["message_id"],
        "from": {
            "id": RITA.id,
            "is_bot": False,
            "first_name": "Rita",
            "last_name": "Peeters",
            "language_code": "nl",
        },
        "chat": {
            "id": RITA.id,
            "type": "private",
            "first_name": "Rita",
            "last_name": "Peeters",
        },
        "date": int(NOON.timestamp()),
        "text": "/start abc",
        "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
    }


async def test_a_stranger_can_be_answered_once_they_have_spoken(telegram: Telegram) -> None:
    assert (await refusal(telegram, "getChat", chat_id=FATIMA.id))[0] == 400
    telegram.say(FATIMA.id, "/start")
    await calls(telegram, "sendMessage", chat_id=FATIMA.id, text="Bonjour !")
    assert (await calls(telegram, "getChat", chat_id=FATIMA.id))["first_name"] == "Fatima"


@pytest.mark.parametrize("text", ["", "x" * 4097])
def test_some_texts_cannot_be_sent(telegram: Telegram, text: str) -> None:
    with pytest.raises(NotPossible):
        telegram.say(RITA.id, text)


def test_nobody_writes_in_the_chat_of_another(telegram: Telegram) -> None:
    with pytest.raises(NotPossible, match="somebody else"):
        telegram.say(TOM.id, "hello", chat=RITA.id)
    with pytest.raises(NotPossible, match="nobody"):
        telegram.say(1, "hello")


async def test_people_and_the_bot_speak_in_a_group(telegram: Telegram) -> None:
    telegram.say(RITA.id, "dag", chat=-5)
    telegram.say(FATIMA.id, "bonjour", chat=-5)
    update = await last_update(telegram)
    assert update["message"]["chat"] == {"id": -5, "type": "group", "title": "Group 5"}
    await calls(telegram, "sendMessage", chat_id=-5, text="hallo")
    assert [one["person"] for one in telegram.chat(-5)] == [RITA.id, FATIMA.id, None]
    assert telegram.state.people[FATIMA.id].started is False
    assert (await calls(telegram, "getChat", chat_id=-5))["title"] == "Group 5"


async def test_rita_changes_her_words(telegram: Telegram) -> None:
    said = telegram.say(RITA.id, "/help")
    edited = telegram.edit(RITA.id, said["message_id"], "help")
    update = await last_update(telegram)
    assert update["update_id"] == edited["update_id"]
    assert update["edited_message"]["text"] == "help"
    assert "entities" not in update["edited_message"]
    assert telegram.chat(RITA.id)[0]["edited"] is True
    await calls(telegram, "sendMessage", chat_id=RITA.id, text="x")
    for wrong in (2, 9):
        with pytest.raises(NotPossible, match="no text"):
            telegram.edit(RITA.id, wrong, "y")


@pytest.mark.parametrize("button", ["Ja", "ja"])
async def test_a_tap_names_the_button_by_label_or_data(telegram: Telegram, button: str) -> None:
    await asked(telegram)
    tapped = telegram.tap(RITA.id, 1, button)
    query = (await last_update(telegram))["callback_query"]
    assert query["id"] == tapped["callback_query_id"]
    assert query["data"] == "ja"
    assert query["from"]["id"] == RITA.id
    assert query["message"]["text"] == "Samen?"
    assert query["chat_instance"]


async def test_data_wins_over_a_label(telegram: Telegram) -> None:
    rows = [[{"text": "a", "callback_data": "b"}, {"text": "b", "callback_data": "c"}]]
    markup = {"inline_keyboard": rows}
    await calls(telegram, "sendMessage", chat_id=RITA.id, text="?", reply_markup=markup)
    telegram.tap(RITA.id, 1, "b")
    assert (await last_update(telegram))["callback_query"]["data"] == "b"


async def test_a_link_opens_and_the_bot_hears_nothing(telegram: Telegram) -> None:
    await asked(telegram)
    assert telegram.tap(RITA.id, 1, "Site") == {"url": "https://duo.be"}
    assert await calls(telegram, "getUpdates") == []


async def test_taps_that_cannot_be(telegram: Telegram) -> None:
    await asked(telegram)
    with pytest.raises(NotPossible, match="no button 'Misschien' on message 1"):
        telegram.tap(RITA.id, 1, "Misschien")
    with pytest.raises(NotPossible, match="no button 'Ja' on the keyboard"):
        telegram.tap(RITA.id, None, "Ja")
    with pytest.raises(NotPossible, match="this kind of button"):
        telegram.tap(RITA.id, 1, "Kopie")
    telegram.block(RITA.id)
    with pytest.raises(NotPossible, match="has blocked the bot"):
        telegram.tap(RITA.id, 1, "Ja")


async def test_a_hostile_app_sends_any_data(telegram: Telegram) -> None:
    await asked(telegram)
    telegram.tap(RITA.id, 1, "drop table", forge=True)
    assert (await last_update(telegram))["callback_query"]["data"] == "drop table"


async def test_an_answered_tap_shows_a_toast_until_the_next(telegram: Telegram) -> None:
    await asked(telegram)
    first = telegram.tap(RITA.id, 1, "Ja")["callback_query_id"]
    assert telegram.chat_view(RITA.id)["unanswered"] == [first]
    answer = {"callback_query_id": first, "text": "Genoteerd", "show_alert": True}
    assert await calls(telegram, "answerCallbackQuery", **answer) is True
    view = telegram.chat_view(RITA.id)
    assert (view["toast"], view["alert"], view["unanswered"]) == ("Genoteerd", True, [])
    second = telegram.tap(RITA.id, 1, "Ja")["callback_query_id"]
    assert telegram.chat_view(RITA.id)["toast"] is None
    await calls(telegram, "answerCallbackQuery", callback_query_id=second)
    assert telegram.chat_view(RITA.id)["toast"] is None


async def test_old_unknown_and_answered_taps_cannot_be_answered(telegram: Telegram) -> None:
    await asked(telegram)
    tapped = telegram.tap(RITA.id, 1, "Ja")["callback_query_id"]
    answer = {"callback_query_id": tapped}
    long = await refusal(telegram, "answerCallbackQuery", **answer, text="x" * 201)
    assert long[1] == "Bad Request: MESSAGE_TOO_LONG"
    await calls(telegram, "answerCallbackQuery", **answer)
    late = {"callback_query_id": telegram.tap(RITA.id, 1, "Ja")["callback_query_id"]}
    telegram.advance_clock(timedelta(seconds=151))
    for dead in (answer, late, {"callback_query_id": "5"}, {}):
        assert await refusal(telegram, "answerCallbackQuery", **dead) == (
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
        )
    assert telegram.chat_view(RITA.id)["unanswered"] == []


async def test_amir_shares_his_own_number(telegram: Telegram) -> None:
    telegram.share_contact(AMIR.id)
    contact = (await last_update(telegram))["message"]["contact"]
    assert contact == {
        "phone_number": "+32470000001",
        "first_name": "Amir",
        "last_name": "Haddad",
        "user_id": AMIR.id,
    }


async def test_tom_shares_the_number_of_somebody_else(telegram: Telegram) -> None:
    noor = telegram.add_person("Noor")
    telegram.share_contact(TOM.id, of=noor.id)
    message = (await last_update(telegram))["message"]
    assert (message["from"]["id"], message["contact"]["user_id"]) == (TOM.id, noor.id)
    assert "last_name" not in message["contact"]


def test_nobody_sends_what_telegram_does_not_know(telegram: Telegram) -> None:
    with pytest.raises(NotPossible, match="kinds are: photo"):
        telegram.send(AMIR.id, "smell")


async def test_els_blocks_the_bot_and_lets_it_back(telegram: Telegram) -> None:
    telegram.block(ELS.id)
    assert telegram.block(ELS.id) == {"update_id": None}
    member = (await last_update(telegram))["my_chat_member"]
    assert member["old_chat_member"]["status"] == "member"
    assert member["new_chat_member"]["status"] == "kicked"
    assert telegram.chat_view(ELS.id)["blocked"] is True
    with pytest.raises(NotPossible, match="Els has blocked the bot"):
        telegram.say(ELS.id, "hallo")
    telegram.unblock(ELS.id)
    member = (await last_update(telegram))["my_chat_member"]
    assert member["new_chat_member"]["status"] == "member"
    await calls(telegram, "sendMessage", chat_id=ELS.id, text="welkom terug")


def test_the_cast_is_invited_once(telegram: Telegram) -> None:
    telegram.block(ELS.id)
    before = dict(telegram.state.people)
    invite_cast(telegram)
    assert telegram.state.people == before


def test_new_people_get_their_own_ids(telegram: Telegram) -> None:
    noor = telegram.add_person("Noor", role="coach", username="noor_duo")
    far = telegram.add_person("Far", id=2**53)
    assert noor.started
    assert noor.user()["username"] == "noor_duo"
    assert not far.started
    assert telegram.add_person("Next").id == 2**53 + 1
    assert telegram.add_person("Somebody", id=noor.id) == noor
    assert telegram.add_person("Early", started=True).started
    with pytest.raises(NotPossible, match="above zero"):
        telegram.welcome(Person(0, "Nobody"))


def test_a_chat_that_is_not_there(telegram: Telegram) -> None:
    with pytest.raises(NotPossible, match="no chat 5"):
        telegram.chat(5)


async def test_rita_answers_to_a_message_of_the_bot_in_words_and_with_a_photo(
    telegram: Telegram,
) -> None:
    await asked(telegram)
    question = telegram.chat(RITA.id)[-1]["message_id"]
    telegram.say(RITA.id, "Ja", replies_to=question)
    answered = (await last_update(telegram))["message"]["reply_to_message"]
    assert (answered["message_id"], answered["text"]) == (question, "Samen?")
    assert answered["reply_markup"]["inline_keyboard"]
    telegram.send(RITA.id, "photo", replies_to=question)
    assert (await last_update(telegram))["message"]["reply_to_message"] == answered
    for wrong in (99, -1):
        with pytest.raises(NotPossible, match="to answer to"):
            telegram.say(RITA.id, "Ja", replies_to=wrong)


async def test_rita_changes_what_stands_under_her_photo(telegram: Telegram) -> None:
    sent = telegram.send(RITA.id, "photo", "My ofice")
    telegram.edit(RITA.id, sent["message_id"], "My office")
    edited = (await last_update(telegram))["edited_message"]
    assert (edited["caption"], "text" in edited) == ("My office", False)
