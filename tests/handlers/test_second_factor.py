"""A code before what people wrote is shown: for a coach who never did so, and against a thief."""

from datetime import timedelta

import pytest
from pyotp import parse_uri
from sqlalchemy import select

from bot.actions.handing_over import NobodyOfThatName
from bot.actions.totp import address_of, codes_of, new_secret
from bot.programme.letters import Lane
from bot.programme.notices import CaseRead
from bot.programme.people import Role
from storage.tables import OutboxRow
from tests.handlers.arrivals import joins_as_coordinator, taps_old
from tests.handlers.codes import code_now, key_shown, sets_up, writes, wrong_code
from tests.handlers.sessions_planned import plans
from tests.handlers.test_sessions import NEXT_TUESDAY
from tests.post.letters import person_id


async def is_trusted(house, coach):
    async with house.database.reading() as tx:
        person = await tx.people.by_telegram(coach.id)
        until = await tx.second_factors.passed_until(person.id)
    return until is not None and house.telegram.clock.now() < until


def chat_of(person):
    return "\n".join(str(one) for one in person.messages)


async def test_els_sets_up_her_app_step_by_step(duo, els):
    assert "private" in await els.says("/code")
    assert els.buttons == ["On this phone", "On another phone", "Which app?", "Menu"]
    assert "Google Authenticator" in await els.taps("Which app?")
    assert "Copy the key" in await els.taps("On this phone")
    said = await writes(els, code_now(duo, key_shown(els)))
    assert "It works." in said
    assert "I do not ask for a code until" in await els.taps("I wrote them down")
    assert await is_trusted(duo, els)


async def test_what_els_may_lose_with_her_phone_does_not_stay_in_the_chat(duo, els):
    await els.says("/code")
    await els.taps("On this phone")
    secret = key_shown(els)
    code = code_now(duo, secret)
    said = await writes(els, code)
    assert secret not in chat_of(els)
    assert code not in [one.get("text") for one in els.messages]
    paper = said.splitlines()[4]
    assert paper in chat_of(els)
    await els.taps("I wrote them down")
    assert paper not in chat_of(els)


async def test_a_secret_that_nobody_confirms_goes_after_half_an_hour(duo, els):
    await els.says("/code")
    await els.taps("On this phone")
    secret = key_shown(els)
    await duo.pass_by(minutes=29)
    await duo.app.actions.hiding.remove_due()
    await duo.settle()
    assert secret in chat_of(els)
    await duo.pass_by(minutes=2)
    await duo.app.actions.hiding.remove_due()
    await duo.settle()
    assert secret not in chat_of(els)
    await els.says("/code")
    assert "It works." not in await writes(els, code_now(duo, secret))


async def test_an_app_on_another_phone_reads_the_picture(duo, els):
    await els.says("/code")
    await els.taps("On another phone")
    (facts,) = await facts_of(duo, els, "codes_picture")
    assert facts is None, "Once it is sent, its secret stays nowhere but sealed with her."
    assert "Hold that phone in front of this picture." in chat_of(els)
    async with duo.database.reading() as tx:
        offered = (await tx.second_factors.of((await tx.people.by_telegram(els.id)).id)).offered
    assert "It works." in await writes(els, code_now(duo, offered))


async def facts_of(house, person, kind):
    """What the outbox still holds of the letters of this kind."""
    async with house.database.reading() as tx:
        rows = await tx.connection.scalars(select(OutboxRow.facts).where(OutboxRow.kind == kind))
        return rows.all()


async def test_after_twelve_hours_a_code_is_asked_again(duo, els):
    secret, _ = await sets_up(duo, els)
    await duo.pass_by(hours=11, minutes=59)
    assert "I do not ask for a code until" in await els.says("/code")
    await duo.pass_by(minutes=2)
    assert not await is_trusted(duo, els)
    assert "Which six digits do you see?" in await els.says("/code")
    assert "Thank you." in await writes(els, code_now(duo, secret))
    assert await is_trusted(duo, els)


async def test_a_code_works_once_even_within_its_half_minute(duo, els):
    secret, _ = await sets_up(duo, els)
    await duo.pass_by(hours=13)
    await els.says("/code")
    code = code_now(duo, secret)
    await writes(els, code)
    await els.says("/hide")
    await els.says("/code")
    assert "You used that code already." in await writes(els, code)
    assert not await is_trusted(duo, els)
    assert "used that code" in await writes(els, code_now(duo, secret, timedelta(seconds=-30)))
    assert "Thank you." in await writes(els, code_now(duo, secret, timedelta(seconds=30)))


async def test_the_code_that_confirmed_does_not_work_a_second_time(duo, els):
    await els.says("/code")
    await els.taps("On this phone")
    secret = key_shown(els)
    code = code_now(duo, secret)
    await writes(els, code)
    await els.says("/hide")
    await els.says("/code")
    assert "You used that code already." in await writes(els, code)


async def test_after_five_wrong_codes_not_even_the_right_one_is_looked_at(duo, els):
    secret, paper = await sets_up(duo, els)
    await duo.pass_by(hours=13)
    await els.says("/code")
    wrong = wrong_code(duo, secret)
    for _ in range(4):
        assert "That code is not right." in await writes(els, wrong)
    assert "too many wrong codes" in await writes(els, wrong)
    assert "too many wrong codes" in await writes(els, code_now(duo, secret))
    assert "too many wrong codes" in await writes(els, paper[0])
    assert not await is_trusted(duo, els)
    await duo.pass_by(minutes=16)
    await els.says("/code")
    assert "Thank you." in await writes(els, code_now(duo, secret))


async def test_digits_that_cannot_be_a_code_are_told_so_and_count_for_nothing(duo, els):
    secret, _ = await sets_up(duo, els)
    await duo.pass_by(hours=13)
    await els.says("/code")
    for _ in range(6):
        assert "A code has six digits." in await writes(els, "12345")
    assert "Thank you." in await writes(els, code_now(duo, secret))


async def test_a_code_from_paper_works_once_and_says_how_many_are_left(duo, els):
    _, paper = await sets_up(duo, els)
    assert len(paper) == 10
    await duo.pass_by(hours=13)
    await els.says("/code")
    assert "9 codes left on paper" in await writes(els, paper[3].upper().replace("-", " "))
    assert paper[3] not in chat_of(els)
    await els.says("/hide")
    assert "That code is not right." in await writes(els, paper[3])


async def test_els_moves_to_a_new_phone_by_paper_and_the_old_app_ends(duo, els):
    old, paper = await sets_up(duo, els)
    await duo.pass_by(hours=13)
    await els.says("/code")
    await writes(els, paper[0])
    await els.taps("New phone")
    await els.taps("On this phone")
    new = key_shown(els)
    said = await writes(els, code_now(duo, new))
    assert "It works." in said
    await els.says("/hide")
    await duo.pass_by(minutes=5)
    await els.says("/code")
    assert "That code is not right." in await writes(els, code_now(duo, old))
    assert "That code is not right." in await writes(els, paper[1])
    assert "Thank you." in await writes(els, code_now(duo, new))


@pytest.mark.parametrize("way", ["On this phone", "On another phone", "New phone"])
async def test_a_thief_with_the_open_phone_cannot_move_the_codes(duo, els, way):
    await els.says("/code")
    await els.taps("On this phone")
    secret = key_shown(els)
    await writes(els, code_now(duo, secret))
    await els.taps("I wrote them down")
    await duo.pass_by(minutes=6)
    places = {"On this phone": "here", "On another phone": "elsewhere", "New phone": "new"}
    said = await taps_old(els, f"go:codes_{places[way]}")
    assert "Which six digits do you see?" in said
    async with duo.database.reading() as tx:
        factor = await tx.second_factors.of((await tx.people.by_telegram(els.id)).id)
    assert factor.secret == secret
    assert factor.offered is None


async def test_the_coordinator_hears_who_set_up_codes_and_who_got_them_wrong(duo, els):
    noor = await joins_as_coordinator(duo)
    secret, _ = await sets_up(duo, els)
    assert "Els has set up an app for codes." in chat_of(noor)
    await duo.pass_by(hours=13)
    await els.says("/code")
    wrong = wrong_code(duo, secret)
    for _ in range(5):
        await writes(els, wrong)
    assert "Somebody wrote wrong codes in the name of Els." in noor.last


async def test_the_operator_resets_the_codes_and_els_hears_of_it(duo, els):
    secret, _ = await sets_up(duo, els)
    found = await duo.app.actions.second_factors.reset("els", None)
    await duo.settle()
    assert found.role == Role.COACH
    assert "The office has ended your old codes." in els.last
    assert not await is_trusted(duo, els)
    assert "An app makes that code for you." in await els.taps("My codes")
    assert "Thank you." not in await writes(els, code_now(duo, secret))
    with pytest.raises(NobodyOfThatName):
        await duo.app.actions.second_factors.reset("Nobody", "brussels")


async def test_codes_are_for_staff_only(duo, amir):
    for said in (
        await amir.says("/code"),
        await taps_old(amir, "go:codes_here"),
        await taps_old(amir, "go:codes_elsewhere"),
        await taps_old(amir, "go:codes_app"),
        await taps_old(amir, "go:codes_kept"),
        await taps_old(amir, "go:codes_new"),
    ):
        assert "This is not for you" in said


async def test_six_digits_are_a_code_only_while_one_is_asked(duo, els):
    await sets_up(duo, els)
    await duo.pass_by(hours=13)
    assert "not right" not in await writes(els, "123456")
    await els.says("/code")
    await duo.pass_by(minutes=31)
    assert "not right" not in await writes(els, "123456")


async def test_an_app_reads_name_and_secret_from_the_address(duo):
    secret = new_secret()
    read = parse_uri(address_of(secret, "Els", "Duo voor werk"))
    assert (read.secret, read.name, read.issuer) == (secret, "Els", "Duo voor werk")
    assert codes_of(secret)(59_000_000) == read.at(59_000_000 * 30)


async def test_a_coach_who_leaves_is_trusted_no_more_and_keeps_no_words_in_the_chat(duo, els):
    await sets_up(duo, els)
    said = ("person", "Amir", "text", "a secret", "2026-03-03T10:00:00+00:00", False)
    reader = await person_id(duo, els)
    async with duo.app.actions.hiding.desk.open() as counter:
        counter.tell(reader, CaseRead(1, (said,)), "case:1", lane=Lane.CASE)
    await duo.settle()
    assert "a secret" in chat_of(els)
    await duo.app.actions.handing_over.let_go_by_name("Els", None)
    await duo.settle()
    assert not await is_trusted(duo, els)
    assert "a secret" not in chat_of(els)


async def test_a_number_of_seats_is_no_code(duo, els):
    await sets_up(duo, els)
    await duo.pass_by(hours=13)
    await els.says("/code")
    await plans(els, NEXT_TUESDAY, seats="12")
    assert "12 seats" in str(els.messages)
