"""The bot shows that it lives: its clock looks, and it hears Telegram."""

from sqlalchemy import select

from handlers.ticks import SECONDS_BETWEEN_BEATS, Ticks, make_scheduler
from storage.heartbeats import LINE, MACHINE, PROGRAMME
from storage.tables import HeartbeatRow
from tests.conversations import House


async def beats(house: House) -> dict[str, object]:
    """When each part last did its work."""
    async with house.database.reading() as tx:
        rows = await tx.connection.execute(select(HeartbeatRow.name, HeartbeatRow.at))
        return {row.name: row.at for row in rows}


async def test_the_heart_tells_the_time_of_the_machine_and_of_the_programme(house):
    await house.app.actions.heartbeats.beat()
    first = await beats(house)
    assert first.keys() == {MACHINE, PROGRAMME}
    assert first[PROGRAMME] == house.telegram.clock.now()
    await house.pass_by(minutes=1)
    await house.app.actions.heartbeats.beat()
    second = await beats(house)
    assert second[PROGRAMME] == house.telegram.clock.now()
    assert second[MACHINE] >= first[MACHINE]


async def test_a_poll_that_comes_back_is_a_heartbeat(house):
    await house.app.poller.listen()
    assert (await beats(house))[LINE] == house.telegram.clock.now()


async def test_the_clock_lets_the_heart_beat(house):
    jobs = make_scheduler(house.app.actions, Ticks()).get_jobs()
    beating = [one for one in jobs if one.func == house.app.actions.heartbeats.beat]
    spans = [
        one.trigger.interval.total_seconds() for one in beating if hasattr(one.trigger, "interval")
    ]
    assert spans == [SECONDS_BETWEEN_BEATS]
    assert len(beating) == 2, "And once at once."
