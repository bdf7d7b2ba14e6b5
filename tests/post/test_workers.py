"""The workers: everybody in turn, several at once, and nobody waits for a spoilt update."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.actions import AlreadyHandled
from bot.post import workers
from storage.inbox import Arrival
from storage.tables import InboxRow
from tests.conversations import House, Someone
from tests.patience import until


async def states(house: House) -> dict[int, tuple[str, int, int]]:
    columns = (InboxRow.update_id, InboxRow.state, InboxRow.tries, InboxRow.failures)
    async with house.database.reading() as tx:
        rows = await tx.connection.execute(select(*columns))
        return {row.update_id: (row.state, row.tries, row.failures) for row in rows}


async def is_done(house: House, number: int) -> bool:
    return (await states(house))[number][0] == "done"


class Doors:
    """Instead of the dispatcher: remembers who came in, and lets them out when told."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.inside: list[int] = []
        self.at_most = 0
        self.log: list[tuple[str, int]] = []
        self.open = asyncio.Event()

    async def feed_update(self, bot, event):
        self.inside.append(event.update_id)
        self.at_most = max(self.at_most, len(self.inside))
        self.log.append(("in", event.update_id))
        await self.open.wait()
        self.inside.remove(event.update_id)
        self.log.append(("out", event.update_id))
        await self.house.app.actions.guide.nothing_to_do(event.update_id)


@pytest.fixture
async def at_work(house):
    """Somebody at work, whose connection is open: called off while it opens, its thread would
    answer a loop that is closed by then.
    """
    async with house.database.transaction():
        pass
    running = asyncio.create_task(house.app.workers.run())
    yield house.app.workers
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def poll(house: House) -> None:
    await house.app.poller.poll()


async def test_one_person_is_served_in_turn_and_several_at_once(house, at_work):
    doors = at_work.dispatcher = Doors(house)
    noor, ali = house.meet("Noor"), house.meet("Ali")
    first = house.telegram.say(noor.id, "one")["update_id"]
    second = house.telegram.say(noor.id, "two")["update_id"]
    other = house.telegram.say(ali.id, "three")["update_id"]
    await poll(house)
    await until(lambda: len(doors.inside) == 2)
    assert sorted(doors.inside) == [first, other]
    doors.open.set()
    await until(lambda: ("out", second) in doors.log)
    assert doors.log.index(("out", first)) < doors.log.index(("in", second))


async def test_no_more_than_forty_are_served_at_once(house, at_work):
    doors = at_work.dispatcher = Doors(house)
    for number in range(45):
        house.telegram.say(house.meet(f"Person {number}").id, "hello")
    await poll(house)
    await until(lambda: len(doors.inside) == 40)
    doors.open.set()
    await until(lambda: len([1 for what, _ in doors.log if what == "out"]) == 45)
    assert doors.at_most == 40


def breaks_on(house: House, word: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Registration fails whenever somebody says this word."""
    heard: list[str] = []
    registration = house.app.actions.registration
    hear = registration.hear

    async def failing(visit, text):
        heard.append(text)
        if text == word:
            raise ZeroDivisionError(text)
        await hear(visit, text)

    monkeypatch.setattr(registration, "hear", failing)
    return heard


async def start(house: House) -> Someone:
    noor = house.meet("Noor", "en")
    await noor.says("/start")
    return noor


async def test_a_spoilt_update_is_set_aside_with_an_apology_and_the_queue_goes_on(
    house, monkeypatch
):
    noor = await start(house)
    heard = breaks_on(house, "pebble", monkeypatch)
    spoilt = house.telegram.say(noor.id, "pebble")["update_id"]
    after = house.telegram.say(noor.id, "perhaps")["update_id"]
    await house.settle()
    assert heard == ["pebble"] * 3 + ["perhaps"]
    found = await states(house)
    assert found[spoilt] == ("set_aside", 3, 3)
    assert found[after][0] == "done"
    said = [one["text"] for one in noor.messages if one["from"] == "bot"]
    assert any("went wrong" in text or "mistake" in text for text in said), said


async def test_what_was_set_aside_is_kept_for_the_operators(house, monkeypatch):
    noor = await start(house)
    breaks_on(house, "pebble", monkeypatch)
    spoilt = house.telegram.say(noor.id, "pebble")["update_id"]
    await house.settle()
    async with house.database.reading() as tx:
        kept = select(InboxRow.raw).where(InboxRow.update_id == spoilt)
        assert await tx.connection.scalar(kept)


async def test_an_update_nobody_can_read_is_set_aside(house):
    noor = await start(house)
    raw = {"update_id": 5, "message": {"from": {"id": noor.id}, "text": ["no", "text"]}}
    async with house.database.transaction() as tx:
        await tx.inbox.store([Arrival(5, noor.id, raw)], house.telegram.clock.now())
    before = len(noor.messages)
    await house.settle()
    assert (await states(house))[5] == ("set_aside", 3, 3)
    assert len(noor.messages) == before + 1


async def test_nobody_is_told_of_a_spoilt_update_that_nobody_sent(house):
    async with house.database.transaction() as tx:
        raw = {"update_id": 5, "message": "no message"}
        await tx.inbox.store([Arrival(5, None, raw)], house.telegram.clock.now())
    await house.settle()
    assert (await states(house))[5] == ("set_aside", 3, 3)


async def test_an_update_handled_before_is_left_alone(house, monkeypatch):
    noor = await start(house)
    before = len(noor.messages)

    async def again(visit, text):
        raise AlreadyHandled("twice")

    monkeypatch.setattr(house.app.actions.registration, "hear", again)
    number = house.telegram.say(noor.id, "hello")["update_id"]
    await house.app.poller.poll()
    claimed = await house.app.workers._claim(1)
    async with house.database.transaction() as tx:
        await tx.inbox.finish(number, house.telegram.clock.now())
    await house.app.workers._handle(claimed[0])
    assert (await states(house))[number][:1] == ("done",)
    assert len(noor.messages) == before + 1


async def test_ten_crashes_in_one_update_set_it_aside(house, monkeypatch):
    noor = await start(house)
    number = house.telegram.say(noor.id, "English")["update_id"]
    await house.app.poller.poll()
    for _ in range(10):
        assert len(await house.app.workers._claim(1)) == 1
        house.telegram.advance_clock(timedelta(seconds=31))
    await house.settle()
    assert (await states(house))[number][0] == "set_aside"


async def test_nine_crashes_in_one_update_lose_nothing(house):
    noor = await start(house)
    number = house.telegram.say(noor.id, "English")["update_id"]
    await house.app.poller.poll()
    for _ in range(9):
        assert len(await house.app.workers._claim(1)) == 1
        house.telegram.advance_clock(timedelta(seconds=31))
    await house.settle()
    assert (await states(house))[number][0] == "done"


async def test_a_person_waits_while_their_earlier_update_is_leased(house):
    noor = await start(house)
    for text in ("one", "two"):
        house.telegram.say(noor.id, text)
    await house.app.poller.poll()
    assert len(await house.app.workers._claim(10)) == 1
    assert await house.app.workers._claim(10) == []
    house.telegram.advance_clock(timedelta(seconds=31))
    assert len(await house.app.workers._claim(10)) == 1


async def test_what_another_process_stored_is_found_without_a_bell(house, at_work, monkeypatch):
    monkeypatch.setattr("bot.post.workers.LONGEST_NAP", 0.01)
    noor = house.meet("Noor")
    number = house.telegram.say(noor.id, "hello")["update_id"]
    house.app.poller.ring = lambda _: None
    await asyncio.sleep(0.02)
    await poll(house)
    await until(lambda: is_done(house, number), glance=0.01)


async def test_a_group_is_left_in_peace(house):
    noor = await start(house)
    number = house.telegram.say(noor.id, "hello all", chat=-5)["update_id"]
    await house.settle()
    assert (await states(house))[number][0] == "done"
    assert not house.telegram.chat(-5)[1:]


async def test_a_lease_that_was_given_back_is_free_at_once(house):
    noor = await start(house)
    number = house.telegram.say(noor.id, "hello")["update_id"]
    await house.app.poller.poll()
    await house.app.workers._claim(1)
    async with house.database.transaction() as tx:
        await tx.inbox.release_all()
        await tx.connection.execute(
            update(InboxRow).where(InboxRow.update_id == number).values(tries=0)
        )
    assert len(await house.app.workers._claim(1)) == 1


async def test_a_stranger_whose_first_words_fail_hears_that_it_is_our_mistake(house, monkeypatch):
    noor = house.meet("Noor", "fr")
    breaks_on(house, "pebble", monkeypatch)
    house.telegram.say(noor.id, "pebble", chat=-100)
    await house.settle()
    assert noor.last == ""
    house.telegram.say(noor.id, "pebble")
    await house.settle()
    assert "L’erreur vient de nous" in noor.last


@pytest.fixture
def no_naps(monkeypatch):
    """Only the bell brings somebody to work."""
    monkeypatch.setattr(workers, "LONGEST_NAP", 600.0)


async def test_whoever_writes_twice_at_once_does_not_wait_for_the_clock(house, no_naps, at_work):
    """The second is not in turn while the first is at work; its end brings the second on."""
    doors = at_work.dispatcher = Doors(house)
    noor = house.meet("Noor")
    for text in ("one", "two", "three"):
        house.telegram.say(noor.id, text)
    house.app.poller.room = at_work.room
    house.app.poller.hand_over = at_work.begin
    await poll(house)
    await until(lambda: len(doors.inside) == 1)
    doors.open.set()
    await until(lambda: len([1 for what, _ in doors.log if what == "out"]) == 3)


async def test_there_is_never_less_than_no_room(at_work):
    await until(lambda: at_work.crew)
    at_work.crew.at_work = set(range(50))
    assert at_work.room() == 0
    at_work.crew.at_work = set()
