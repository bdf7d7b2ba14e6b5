"""Phone numbers: each of the two sees the other's only while both say so."""

import pytest
from sqlalchemy import select, update

from storage.letters import Settlement
from storage.sealing import Where
from storage.tables import OutboxRow, PhoneShareRow
from tests.conversations import House, Someone
from tests.handlers.arrivals import leaves, remembered, taps_old

HIS, HERS = "+32 470 12 34 56", "+32 491 57 00 06"


async def shares(person: Someone, number: str) -> str:
    await taps_old(person, "go:number_share")
    return await person.says(number)


async def both_share(amir: Someone, rita: Someone) -> None:
    await shares(amir, "0470 12 34 56")
    await shares(rita, "0491/57.00.06")


def all_texts(*people: Someone) -> str:
    return "\n".join(one["text"] for person in people for one in person.messages
                     if one["from"] == "bot")  # fmt: skip


async def kept_numbers(house: House) -> list[str]:
    async with house.database.reading() as tx:
        rows = await tx.connection.execute(select(PhoneShareRow.id, PhoneShareRow.number))
        return [
            tx.keys.open(row.number, Where("phone_shares", "number", row.id))
            for row in rows
            if row.number
        ]


async def test_nobody_sees_a_number_before_both_have_said_so(duo, amir, rita):
    assert "Rita sees it when you both share." in await shares(amir, "0470 12 34 56")
    assert "Amir would like to share numbers with you." in rita.last
    assert HIS not in all_texts(rita)
    await rita.taps("Share my number")
    assert f"Rita: {HERS}" not in all_texts(amir)
    await rita.says("0491 57 00 06")
    assert f"Amir: {HIS}" in rita.last
    assert f"Rita: {HERS}" in amir.last
    assert sorted(await kept_numbers(duo)) == ["+32470123456", "+32491570006"]


async def test_one_tap_below_the_text_field_shares_ones_own_number(duo, amir, rita):
    await taps_old(amir, "go:number_share")
    duo.telegram.tap(amir.id, None, "Share my number")
    await duo.settle()
    own = duo.telegram.state.people[amir.id].phone_number
    assert [one.removeprefix("+") for one in await kept_numbers(duo)] == [own.removeprefix("+")]


async def test_the_menu_is_a_way_out_of_the_question(duo, amir):
    await taps_old(amir, "go:number_share")
    duo.telegram.tap(amir.id, None, "Menu")
    await duo.settle()
    assert "What would you like to do?" in amir.last


async def test_the_number_of_somebody_else_is_not_shared(duo, amir, rita):
    await taps_old(amir, "go:number_share")
    duo.telegram.share_contact(amir.id, rita.id)
    await duo.settle()
    assert "That is the number of somebody else." in amir.last
    assert await kept_numbers(duo) == []


async def test_a_contact_that_nobody_asked_for_shares_nothing(duo, amir, tom):
    duo.telegram.share_contact(amir.id)
    duo.telegram.share_contact(tom.id)
    await duo.settle()
    assert "Would you like to call each other, you and Rita?" in amir.last
    assert "I can only read text." in tom.last
    assert await kept_numbers(duo) == []


async def test_what_is_no_number_is_asked_again_and_other_words_mean_what_they_mean(duo, amir):
    await taps_old(amir, "go:number_share")
    assert "Write it like 0470 12 34 56." in await amir.says("0470 12 34 5")
    assert "What would you like to do?" in await amir.says("menu")
    assert "Your number for Rita" in await amir.says("0470 12 34 56")


async def test_a_number_that_nobody_asked_for_is_no_answer(duo, amir):
    await amir.says("0470 12 34 56")
    await taps_old(amir, "go:number_share")
    await duo.pass_by(days=1, seconds=1)
    await amir.says("0470 12 34 56")
    assert await kept_numbers(duo) == []


@pytest.mark.parametrize("who", ["amir", "rita"])
async def test_either_takes_it_back_and_it_goes_from_both_chats(duo, amir, rita, who):
    await both_share(amir, rita)
    for person in (amir, rita):
        await taps_old(person, "go:numbers")  # a second copy
    stops, other = (amir, rita) if who == "amir" else (rita, amir)
    name = "Amir" if stops is amir else "Rita"
    await stops.taps("Stop sharing")
    theirs = HIS if stops is amir else HERS
    assert theirs not in all_texts(other)
    assert f"Rita: {HERS}" not in all_texts(amir)
    assert f"You and {name} no longer share numbers. That can happen." in all_texts(other)
    assert len(await kept_numbers(duo)) == 1
    await duo.pass_by(hours=1)
    assert theirs not in all_texts(other)


async def test_who_shares_again_needs_no_second_yes_of_the_other(duo, amir, rita):
    await both_share(amir, rita)
    await amir.taps("Stop sharing")
    await shares(amir, "0470 12 34 57")
    assert "Amir: +32 470 12 34 57" in rita.last


async def test_the_other_one_is_asked_once_a_day_however_often_somebody_changes_their_mind(
    duo, amir, rita
):
    for _ in range(3):
        await shares(amir, "0470 12 34 56")
        await taps_old(amir, "go:number_stop")
    assert all_texts(rita).count("would like to share numbers") == 1


async def test_who_does_not_want_to_says_so_and_nobody_hears_it(duo, amir, rita):
    await shares(amir, "0470 12 34 56")
    before = len(amir.messages)
    assert "Nobody hears of it." in await rita.taps("No, thank you")
    assert len(amir.messages) == before


async def test_after_the_end_of_a_duo_no_number_is_kept_nor_readable(duo, amir, rita):
    await both_share(amir, rita)
    await leaves(amir)
    assert (await remembered(duo))["phone_shares"] == []
    for number in (HIS, HERS):
        assert number not in all_texts(rita)
    async with duo.database.reading() as tx:
        facts = select(OutboxRow.facts).where(OutboxRow.kind.in_(["numbers_shared"]))
        assert set((await tx.connection.scalars(facts)).all()) == {None}
    for place in ("numbers", "number_share", "number_stop"):
        assert "Amir" not in await taps_old(rita, f"go:{place}")


@pytest.mark.parametrize("who", ["tom", "els"])
async def test_who_is_in_no_duo_has_nobody_to_share_with(duo, tom, els, who):
    other = {"tom": tom, "els": els}[who]
    before = await remembered(duo)
    for place in ("numbers", "number_share", "number_stop"):
        assert await taps_old(other, f"go:{place}")
    assert await remembered(duo) == before


async def test_a_number_that_was_on_its_way_when_it_was_taken_back_does_not_stay(duo, amir, rita):
    await both_share(amir, rita)
    lease = duo.telegram.clock.now()
    row = OutboxRow
    async with duo.database.transaction() as tx:
        person = await tx.people.by_telegram(amir.id)
        his = (row.kind == "numbers_shared", row.person_id == person.id)
        found = select(row.id, row.message_id).where(*his)
        letter, message = (await tx.connection.execute(found)).one()
        on_its_way = {"state": "dropped", "lease_until": lease, "message_id": None}
        await tx.connection.execute(update(row).where(row.id == letter).values(on_its_way))
    arrived = Settlement(letter, lease, "sent", lease, message_id=message, recalls=True)
    duo.app.courier.came_back[person.id] = arrived
    await duo.settle()
    assert HERS not in all_texts(amir)
    async with duo.database.reading() as tx:
        state = select(row.state).where(row.id == letter)
        assert await tx.connection.scalar(state) == "dropped"
