"""Coaches come in by a link that works once, for three days."""

import hashlib

import pytest

from bot.actions.invitations import UnknownBranch
from tests.handlers.arrivals import joins_as_coach, registers, remembered, starts

REFUSED = "This link does not work any more."


async def invites(house, name="Nadia", branch="brussels"):
    return await house.app.actions.invitations.invite_coach(name, branch)


async def roles(house):
    return [row[4] for row in (await remembered(house))["people"]]


async def test_a_coach_comes_in_and_sees_what_there_is_to_do(house):
    nadia = await joins_as_coach(house)
    assert "Welcome, Nadia! You are a coach now." in nadia.last
    assert "Your branch: Brussels" in nadia.last
    assert nadia.buttons[:4] == ["My work", "My duos", "Open cases", "Sessions"]
    assert len(nadia.buttons) == 9


async def test_the_link_works_once(house):
    token = await invites(house)
    nadia, tom = house.meet("Nadia", "en"), house.meet("Tom", "en")
    await nadia.says(f"/start {token}")
    said = await tom.says(f"/start {token}")
    assert REFUSED in said
    assert "Choose your language." in said
    assert sorted(await roles(house), key=str) == [None, "coach"]


async def test_of_two_who_use_it_at_once_one_comes_in(house):
    token = await invites(house)
    people = [house.meet(name, "en") for name in ("Nadia", "Karim")]
    for person in people:
        house.telegram.say(person.id, f"/start {token}")
    await house.settle()
    texts = [str(person.messages) for person in people]
    assert sum("You are a coach now." in text for text in texts) == 1
    assert sum(REFUSED in text for text in texts) == 1


async def test_the_same_coach_tapping_the_link_again_is_no_problem(house):
    token = await invites(house)
    nadia = house.meet("Nadia", "en")
    await nadia.says(f"/start {token}")
    before = await remembered(house)
    assert "You take part already" in await nadia.says(f"/start {token}")
    assert await remembered(house) == before


async def test_the_link_works_for_72_hours_and_not_a_second_longer(house):
    token, other = await invites(house), await invites(house, "Karim")
    nadia, karim = house.meet("Nadia", "en"), house.meet("Karim", "en")
    await house.pass_by(hours=72, seconds=-1)
    assert "You are a coach now." in await nadia.says(f"/start {token}")
    await house.pass_by(seconds=2)
    assert REFUSED in await karim.says(f"/start {other}")


@pytest.mark.parametrize("token", ["wrong", "é" * 30, "x" * 500, "' OR 1=1 --", "{0}"])
async def test_an_unknown_link_is_refused_in_the_same_words(house, token):
    tom = house.meet("Tom", "en")
    assert REFUSED in await tom.says(f"/start {token}")
    assert await roles(house) == [None]


async def test_a_mentee_cannot_become_a_coach_and_the_link_stays_good(duo, amir):
    token = await invites(duo)
    before = await remembered(duo)
    assert "You take part already" in await amir.says(f"/start {token}")
    assert await remembered(duo) == before
    nadia = duo.meet("Nadia", "en")
    assert "You are a coach now." in await nadia.says(f"/start {token}")


async def test_somebody_in_the_middle_of_the_questions_may_turn_out_to_be_a_coach(house):
    nadia = await starts(house, "Nadia")
    await nadia.taps("English")
    await nadia.taps("I agree")
    await nadia.says("stop")
    await joins_as_coach(house, person=nadia)
    said = await nadia.says("menu")
    assert "What would you like to do?" in said
    assert "You are taking a break." not in said
    assert "My work" in nadia.buttons


async def test_only_the_hash_of_the_secret_is_kept(house):
    token = await invites(house)
    ((_, kept, *_rest),) = (await remembered(house))["invitations"]
    assert kept == hashlib.sha256(token.encode()).hexdigest()
    assert token not in str(await remembered(house, but=()))
    assert len(token) >= 22  # 128 bits in base64


async def test_after_its_use_the_secret_is_nowhere_in_what_is_kept(house):
    token = await invites(house)
    await house.meet("Nadia", "en").says(f"/start {token}")
    assert token not in str(await remembered(house, but=()))


async def test_nobody_is_invited_to_a_branch_that_does_not_exist(house):
    with pytest.raises(UnknownBranch):
        await invites(house, branch="atlantis")
    assert (await remembered(house))["invitations"] == []


async def test_a_coach_speaks_the_language_of_the_phone_until_they_choose(house):
    token = await invites(house, "Noor")
    noor = house.meet("Noor", "en-GB")
    await noor.says(f"/start {token}")
    assert "Welcome, Noor!" in noor.last
    fatima = await registers(house)
    assert "New: Fatima, mentee in Brussels." in noor.last
    assert "Noor" not in str(fatima.messages)
