"""The courier: whatever Telegram answers, no letter is lost, and none comes more than twice."""

import asyncio
import socket
from datetime import timedelta

import pytest

import bot.app
from bot.post.courier import Courier
from bot.post.telegram import TokenRefused
from bot.programme.letters import Lane
from bot.programme.notices import CaseCard, Help, LanguageChosen, OnlyWords, SomebodyRegistered
from bot.sandbox.faults import Fault
from storage import Database
from storage.letters import Draft
from tests.conversations import House, Someone
from tests.patience import until
from tests.post.conftest import WiredHouse
from tests.post.letters import (
    BLOCKED,
    fates,
    person_id,
    refused,
    stumble,
    texts,
    wait_and_deliver,
    write,
)

LONG = 120.0
BAD_GATEWAY = "<html><body><h1>502 Bad Gateway</h1>nginx</body></html>"


@pytest.fixture
async def noor(house: House) -> Someone:
    """Somebody who has said hello."""
    noor = house.meet("Noor", "en")
    await noor.says("/start")
    return noor


def news_of(name: str) -> SomebodyRegistered:
    return SomebodyRegistered(name, "mentee", "brussels", "en")


async def deliver(house: House) -> None:
    await house.app.courier.deliver_due()


@pytest.mark.parametrize("effect", ["none", "done"])
async def test_an_answer_that_does_not_come_means_one_more_copy_at_most(
    house, noor, effect, monkeypatch
):
    monkeypatch.setattr(bot.app, "ANSWER_WITHIN", 0.2)
    await house.move_to(house.address)
    before = len(texts(noor))
    stumble(house, status=200 if effect == "done" else 500, delay_s=0.5, times=1, effect=effect)
    await write(house, noor)
    await deliver(house)
    assert (await fates(house))["a letter"].unsure == 1
    await wait_and_deliver(house, LONG)
    assert (await fates(house))["a letter"].state == "sent"
    assert len(texts(noor)) - before == (2 if effect == "done" else 1)


async def test_a_letter_that_may_have_arrived_twice_is_not_sent_a_third_time(house, noor):
    before = len(texts(noor))
    stumble(house, status=0, effect="done")
    await write(house, noor)
    await deliver(house)
    for _ in range(5):
        await wait_and_deliver(house, LONG)
    assert (await fates(house))["a letter"].state == "dead"
    assert len(texts(noor)) - before == 2


async def test_a_case_is_repeated_until_it_surely_arrived(duo, els):
    card = CaseCard(1, "asked", "open", "2026-03-03T10:00:00+00:00", ("Amir",), "mentee", "fr")
    stumble(duo, status=0, effect="none", times=4)
    await write(duo, els, "a case", Lane.CASE, card)
    await deliver(duo)
    for _ in range(5):
        await wait_and_deliver(duo, LONG)
    assert (await fates(duo))["a case"].state == "sent"


async def test_ten_minutes_without_telegram_lose_nothing(duo, amir, rita, els, tom):
    everybody = (amir, rita, els, tom)
    before = {one.id: len(texts(one)) for one in everybody}
    duo.telegram.plant_fault(Fault(0, status=502, body=BAD_GATEWAY))
    for one in everybody:
        for number in range(3):
            await write(duo, one, f"{number} for {one.id}")
    for _ in range(60):
        await wait_and_deliver(duo, 10)
    duo.telegram.clear_faults()
    for _ in range(7):
        await wait_and_deliver(duo, 10)
    assert {fate.state for fate in (await fates(duo)).values()} == {"sent"}
    assert all(len(texts(one)) - before[one.id] == 3 for one in everybody)


async def test_letters_keep_their_order_when_the_line_was_down(house, noor):
    before, address = len(texts(noor)), house.address
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        await house.move_to(f"http://127.0.0.1:{nobody.getsockname()[1]}")
        await write(house, noor, "letter 0", notice=news_of("Somebody 0"))
        for _ in range(8):
            await wait_and_deliver(house, 30)
    await house.move_to(address)
    for number in (1, 2):
        house.telegram.advance_clock(timedelta(seconds=1))
        await write(house, noor, f"letter {number}", notice=news_of(f"Somebody {number}"))
    for _ in range(40):
        await wait_and_deliver(house, 2)
    arrived = texts(noor)[before:]
    assert [text.split(",")[0] for text in arrived] == [f"New: Somebody {n}" for n in range(3)]


async def test_who_speaks_again_is_reached_again(duo, amir):
    refused(duo, 403, BLOCKED, chat=amir.id, times=1)
    await write(duo, amir)
    await deliver(duo)
    assert await amir.says("/help")


async def test_a_change_that_changes_nothing_is_as_wanted(house, noor):
    shown = noor.messages[-1]["message_id"]
    for subject in ("a change", "the same change"):
        await write(house, noor, subject, notice=LanguageChosen(), edits=shown)
        await deliver(house)
    assert {fate.state for fate in (await fates(house)).values()} == {"sent"}
    assert len(texts(noor)) == 1


async def test_a_change_is_repeated_as_often_as_needed(house, noor):
    shown = noor.messages[-1]["message_id"]
    stumble(house, "editMessageText", status=0, effect="none", times=4)
    await write(house, noor, "a change", notice=LanguageChosen(), edits=shown)
    await deliver(house)
    for _ in range(5):
        await wait_and_deliver(house, LONG)
    assert (await fates(house))["a change"].state == "sent"


async def test_a_refused_token_keeps_the_outbox(house, noor):
    refused(house, 401, "Unauthorized", times=1)
    await write(house, noor)
    with pytest.raises(TokenRefused):
        await deliver(house)
    assert (await fates(house))["a letter"].state == "waiting"
    await wait_and_deliver(house, LONG)
    assert (await fates(house))["a letter"].state == "sent"


async def test_a_case_goes_before_five_hundred_reminders(duo, els, amir):
    reader = await person_id(duo, amir)
    now, help_text = duo.telegram.clock.now(), Help("mentee", None)
    drafts = [
        Draft(reader, "help", f"{n}", "1", help_text.facts(), Lane.REMINDER, now)
        for n in range(500)
    ]
    async with duo.database.transaction() as tx:
        await tx.outbox.put(drafts, now)
    card = CaseCard(1, "asked", "open", "2026-03-03T10:00:00+00:00", ("Amir",), "mentee", "fr")
    await write(duo, els, "a case", Lane.CASE, card)
    first = (await duo.app.courier.look())[0]
    assert (first.subject, first.person_id != reader) == ("a case", True)


async def test_who_takes_a_break_gets_no_reminders_but_gets_answers(duo, amir):
    await amir.says("/stop")
    before = len(texts(amir))
    await write(duo, amir, "a reminder", Lane.REMINDER)
    await write(duo, amir, "an answer", Lane.REPLY)
    await deliver(duo)
    states = {subject: fate.state for subject, fate in (await fates(duo)).items()}
    assert (states["a reminder"], states["an answer"]) == ("dropped", "sent")
    assert len(texts(amir)) == before + 1


async def test_a_letter_without_words_is_set_aside_and_the_others_go_on(house, noor):
    before = len(texts(noor))
    await write(
        house,
        noor,
        "unknown language",
        notice=SomebodyRegistered("Noor", "mentee", "atlantis", "xx"),
    )
    await write(house, noor, "well known")
    await deliver(house)
    states = {subject: fate.state for subject, fate in (await fates(house)).items()}
    assert (states["unknown language"], states["well known"]) == ("dead", "sent")
    assert len(texts(noor)) == before + 1


async def test_two_couriers_on_one_database_send_each_letter_once(duo, amir, rita, els, tom):
    everybody = (amir, rita, els, tom)
    before = {one.id: len(texts(one)) for one in everybody}
    for number in range(10):
        for one in everybody:
            await write(duo, one, f"{number} for {one.id}")
    second = Database(duo.database.url, duo.database._keys)
    other = WiredHouse(duo.telegram, second, duo.programme, duo.address)
    taken = await asyncio.gather(duo.app.courier.deliver_due(), other.app.courier.deliver_due())
    await other.app.bot.session.close()
    await second.close()
    assert sum(taken) == 40
    assert all(len(texts(one)) - before[one.id] == 10 for one in everybody)


async def test_the_letters_of_a_courier_who_died_are_sent_when_its_lease_ends(house, noor):
    before = len(texts(noor))
    await write(house, noor)
    assert len(await house.app.courier.look()) == 1
    await house.app.bot.session.close()
    house.restart()
    await wait_and_deliver(house, 29)
    assert len(texts(noor)) == before
    await wait_and_deliver(house, 2)
    assert len(texts(noor)) == before + 1


async def test_nobody_gets_two_letters_at_once(duo, amir, rita):
    for number in range(3):
        for one in (amir, rita):
            await write(duo, one, f"{number} for {one.id}")
    courier: Courier = duo.app.courier
    claimed = await courier.look()
    assert len({letter.person_id for letter in claimed}) == len(claimed) == 2
    assert await courier.look() == []


async def test_the_courier_works_by_itself_and_sleeps_when_all_is_sent(duo, amir, rita):
    heard = len(texts(amir))
    running = asyncio.create_task(duo.app.courier.run())
    await write(duo, amir)
    duo.app.courier.bell.ring()
    await until(lambda: len(texts(amir)) > heard)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_a_change_that_may_have_arrived_never_overwrites_a_newer_one(house, noor):
    shown = noor.messages[-1]["message_id"]
    stumble(house, "editMessageText", status=0, effect="done", times=1)
    await write(house, noor, "taken", notice=OnlyWords(), edits=shown)
    await deliver(house)
    taken = texts(noor)[-1]
    house.telegram.advance_clock(timedelta(seconds=0.1))
    await write(house, noor, "solved", notice=LanguageChosen(), edits=shown)
    for _ in range(3):
        await deliver(house)
        await wait_and_deliver(house, LONG)
    assert {fate.state for fate in (await fates(house)).values()} == {"sent"}
    assert texts(noor)[-1] != taken


async def test_a_database_that_fails_at_the_wrong_moment_ends_nothing(
    duo, amir, rita, els, monkeypatch
):
    refused(duo, 403, BLOCKED, chat=amir.id)
    heard, reachability = len(texts(els)), duo.app.actions.reachability
    await write(duo, amir, "refused")
    await write(duo, rita, "well")
    with monkeypatch.context() as patch:
        patch.setattr(type(reachability), "lost", out_of_order)
        await deliver(duo)
    states = {subject: fate.state for subject, fate in (await fates(duo)).items()}
    assert (states["refused"], states["well"]) == ("waiting", "sent")
    await wait_and_deliver(duo, LONG)
    assert (await fates(duo))["refused"].state == "dead"
    assert len(texts(els)) == heard + 1


async def out_of_order(*_: object) -> int:
    raise OSError("the database is away")


async def test_while_all_that_it_holds_hangs_the_courier_sleeps(house, noor):
    courier: Courier = house.app.courier
    courier.delivery.seconds = lambda: 100.0
    courier.on_the_way = set(range(20))
    courier.resting = {7: 99.0}
    assert await courier.look() == []
    assert courier._nap() == 1.0


async def test_when_telegram_is_too_busy_for_everybody_nobody_is_written_to(duo, amir, rita, els):
    body = {"ok": False, "error_code": 429, "description": "Too Many Requests"}
    stumble(duo, status=429, body=body | {"parameters": {"retry_after": 20}}, times=2)
    courier: Courier = duo.app.courier
    courier.delivery.seconds = lambda: 100.0
    for one in (amir, rita, els):
        await write(duo, one, f"for {one.id}", notice=OnlyWords())
    claimed = await courier.look()
    for letter in claimed[:2]:
        await courier.deliver(letter)
    assert courier.delivery.pace.room(Lane.CASE, 119.0) == 0
    assert courier.delivery.pace.room(Lane.CASE, 121.0) > 0
