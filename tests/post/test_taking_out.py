"""Messages leave a chat in one request, and whatever Telegram says nobody waits for ever."""

from datetime import timedelta

from bot.programme.letters import Lane
from bot.programme.notices import AskCode, CodesPicture, Removal
from tests.conversations import House, Someone
from tests.post.letters import fates, refused, write

TOO_OLD = "Bad Request: message can't be deleted for everyone"


async def remove(house: House, whose: Someone, *numbers: int, late: tuple[int, ...] = ()) -> None:
    removal = Removal(numbers, late)
    await write(house, whose, "away", Lane.CASE, removal, edits=(numbers or late)[0])
    await house.settle()


async def test_messages_of_both_sides_go_in_one_request(duo: House, amir: Someone):
    await amir.says("hello")
    numbers = [one["message_id"] for one in amir.messages]
    await remove(duo, amir, *numbers, 10**6)
    assert amir.messages == []
    assert (await fates(duo))["away"].state == "sent"


async def test_what_telegram_refuses_together_is_asked_for_one_by_one(duo: House, amir: Someone):
    await amir.says("hello")
    numbers = [one["message_id"] for one in amir.messages]
    refused(duo, 400, TOO_OLD, method="deleteMessages")
    await remove(duo, amir, *numbers)
    assert amir.messages == []


async def test_what_is_too_old_to_go_says_no_longer_what_it_said(duo: House, amir: Someone):
    await amir.says("hello")
    await write(duo, amir, "a picture", notice=CodesPicture("otpauth://totp/x?secret=ABCD"))
    await duo.settle()
    numbers = [one["message_id"] for one in amir.messages]
    duo.telegram.advance_clock(timedelta(hours=49))
    await remove(duo, amir, late=tuple(numbers))
    assert (await fates(duo))["away"].state == "sent"
    ours = [one for one in amir.messages if one["from"] == "bot"]
    gone = "This message is gone. I do not keep such messages for long."
    assert {one.get("text") or one.get("caption") for one in ours} == {gone}


async def test_a_line_that_breaks_is_tried_again_until_it_is_sure(duo: House, amir: Someone):
    await amir.says("hello")
    numbers = [one["message_id"] for one in amir.messages]
    refused(duo, 502, "Bad Gateway", method="deleteMessages", times=1)
    await remove(duo, amir, *numbers)
    duo.telegram.advance_clock(timedelta(minutes=1))
    await duo.settle()
    assert amir.messages == []
    assert (await fates(duo))["away"].tries >= 2


async def test_a_code_that_is_asked_stays_where_it_is(duo: House, els: Someone):
    await write(duo, els, "asked", notice=AskCode())
    await duo.settle()
    assert "Which six digits do you see?" in els.last
