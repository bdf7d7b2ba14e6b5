"""A letter that is taken back, at every moment of its way: no request about it begins after that.

The way of a letter has five steps: it is claimed, gets its slot of the pace, is looked at once
again, is sent, and is settled. Between any two of them somebody may cancel or move its matter.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.post.courier import Courier
from bot.post.pace import Pace
from bot.programme.letters import Lane
from bot.programme.notices import Help, ReferralQuestion
from storage import Transaction
from storage.letters import Draft
from storage.outbox import Outbox
from tests.conversations import House, Someone
from tests.post.letters import fates, person_id, texts, wait_and_deliver

OLD, NEW = ReferralQuestion(1, {"en": "The old time"}), ReferralQuestion(2, {"en": "The new time"})
A_WHILE = 30  # turns of the loop


@dataclass
class Way:
    """One letter on its way, and what somebody does when it has come to a moment of it."""

    house: House
    reader: int
    moment: str
    moves: bool
    events: list[str] = field(default_factory=list)
    doing: asyncio.Task[None] | None = None

    @property
    def matter(self) -> str:
        """What the letter is about."""
        return f"meeting:{self.moment}"

    async def reached(self, moment: str, *, locked: bool = False) -> None:
        """At this moment somebody takes the letter back; nobody waits for who has to wait."""
        self.events.append(moment)
        if moment == self.moment and self.doing is None:
            self.doing = asyncio.create_task(self._take_back())
            if not locked:
                await self.doing
            for _ in range(A_WHILE):
                await asyncio.sleep(0)

    async def _take_back(self) -> None:
        async with self.house.database.transaction() as tx:
            now = self.house.telegram.clock.now()
            await tx.forgetting.take_back([OLD.kind], [self.matter], now)
            if self.moves:
                await self.leave(tx, NEW, "2")
        self.events.append("taken back")

    async def leave(self, tx: Transaction, notice: ReferralQuestion, occurrence: str) -> None:
        now = self.house.telegram.clock.now()
        names = (self.reader, notice.kind, self.matter, occurrence)
        draft = Draft(*names, notice.facts(), Lane.REMINDER, now)
        await tx.outbox.put([draft], now)

    def stands_at(self, owner: object, name: str, moment: str, patch: pytest.MonkeyPatch) -> None:
        """From now on whoever asks for this comes by the moments before and after it."""
        inner: Callable[..., Awaitable[object]] = getattr(owner, name)
        locked = owner is Outbox

        async def outer(*given: object, **named: object) -> object:
            if moment == "the request" and "The old time" not in str(given):
                return await inner(*given, **named)
            await self.reached(f"before {moment}", locked=locked)
            result = await inner(*given, **named)
            await self.reached(f"after {moment}", locked=locked)
            return result

        patch.setattr(owner, name, outer)


MOMENTS = [
    f"{when} the {step}"
    for step in ("claim", "slot", "look", "request", "settling")
    for when in ("before", "after")
]


@pytest.fixture
async def noor(house: House) -> Someone:
    noor = house.meet("Noor", "en")
    await noor.says("/start")
    return noor


async def walk(
    house: House, noor: Someone, moment: str, patch: pytest.MonkeyPatch, moves: bool
) -> Way:
    """The letter goes its way from the claim on, and is taken back at that moment."""
    way = Way(house, await person_id(house, noor), moment, moves)
    async with house.database.transaction() as tx:
        await way.leave(tx, OLD, "1")
    courier = house.app.courier
    courier.delivery.pace = Pace()
    way.stands_at(Courier, "_slot", "the slot", patch)
    way.stands_at(Outbox, "still_wanted", "the look", patch)
    way.stands_at(courier.delivery.bot.session, "make_request", "the request", patch)
    await way.reached("before the claim")
    letters = await courier.look()
    await way.reached("after the claim")
    for letter in letters:
        await courier.deliver(letter)
    await way.reached("before the settling")
    letters = await courier.look()
    await way.reached("after the settling")
    for letter in letters:
        await courier.deliver(letter)
    await courier.deliver_due()
    assert way.doing
    await way.doing
    return way


@pytest.mark.parametrize("moves", [False, True], ids=["cancelled", "moved"])
async def test_no_request_begins_after_a_letter_was_taken_back(house, noor, moves, monkeypatch):
    for moment in MOMENTS:
        before = len(texts(noor))
        with monkeypatch.context() as patch:
            way = await walk(house, noor, moment, patch, moves)
        for _ in range(2):  # who was just written to rests for a look
            await wait_and_deliver(house, 61)
        events, told = way.events, texts(noor)[before:]
        assert "taken back" in events, moment
        if "before the request" in events:
            assert events.index("before the request") < events.index("taken back"), moment
        times = ["The old time"] * events.count("after the request") + ["The new time"] * moves
        assert len(told) == len(times), moment
        assert all(time in one for time, one in zip(times, told, strict=True)), moment
    assert len(texts(noor)) > 1


async def test_what_cannot_be_taken_back_is_not_looked_at_again(house, noor, monkeypatch):
    way = Way(house, await person_id(house, noor), "never", moves=False)
    way.stands_at(Outbox, "still_wanted", "the look", monkeypatch)
    async with house.database.transaction() as tx:
        now = house.telegram.clock.now()
        help_ = Draft(way.reader, Help.kind, "help", "1", Help("mentee", None).facts(), 2, now)
        await tx.outbox.put([help_], now)
    await house.app.courier.deliver_due()
    assert (await fates(house))["help"].state == "sent"
    assert way.events == []


async def test_a_database_that_fails_at_the_look_costs_a_while_and_no_letter(
    house, noor, monkeypatch
):
    way = Way(house, await person_id(house, noor), "never", moves=False)
    async with house.database.transaction() as tx:
        await way.leave(tx, OLD, "1")

    async def broken(*_: object) -> bool:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(Outbox, "still_wanted", broken)
        await house.app.courier.deliver_due()
    assert (await fates(house))["meeting:never"].state == "waiting"
    await wait_and_deliver(house, 61)
    assert (await fates(house))["meeting:never"].state == "sent"


async def test_a_letter_that_came_too_late_between_claim_and_slot_is_dropped(house, noor):
    now = house.telegram.clock.now()
    reader = await person_id(house, noor)
    names = (reader, OLD.kind, "too late", "1", OLD.facts(), Lane.REMINDER, now)
    async with house.database.transaction() as tx:
        await tx.outbox.put([Draft(*names, expires=now.replace(second=20))], now)
    courier, before = house.app.courier, len(texts(noor))
    letters = await courier.look()
    house.telegram.advance_clock(timedelta(seconds=25))
    for letter in letters:
        await courier.deliver(letter)
    await courier.look()
    assert (await fates(house))["too late"].state == "dropped"
    assert len(texts(noor)) == before
