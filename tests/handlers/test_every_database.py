"""The whole road in one house, on every kind of database: each door, and all of storage."""

import asyncio
import inspect
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property, wraps

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from sqlalchemy import select, update
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.actions.samples import Sample
from bot.cards.buttons import ServiceTap
from bot.directory.contents import Contents
from bot.programme.cases import Reason
from bot.programme.letters import Lane
from bot.programme.notices import CoachHasRead
from bot.programme.people import Role
from bot.programme.road import Place
from bot.programme.work.rows import Entry
from bot.sandbox.cast import AMIR, ELS, RITA
from storage import Keys, Transaction
from storage.calls import Whose
from storage.sealing import SealedBytes
from storage.tables import CheckInRow, DuoRow, InboxRow, PromptRow
from tests.conversations import House, Someone
from tests.handlers.appointed import fixes
from tests.handlers.arrivals import (
    agrees,
    behind,
    finishes,
    joins_as_coach,
    joins_as_coordinator,
    labels_of,
    leaves,
    newest_of_bot,
    registers,
    starts,
    taps_old,
)
from tests.handlers.beginnings import become_a_duo, reads_and_signs, they_said_yes
from tests.handlers.codes import loses_a_phone
from tests.handlers.first_talks import they_talk_first
from tests.handlers.matching_story import els_brings_two_together
from tests.handlers.sessions_planned import needs_no_training, they_hold_sessions
from tests.handlers.staff_group import a_branch_has_a_group
from tests.handlers.talks import they_talk
from tests.post.letters import refused
from tests.storage.places import KINDS

A_WEEK = timedelta(weeks=1)
SEEN_BY_ELS = Whose(1, ("brussels",))
THE_THREE = (
    Sample(AMIR.id, "Amir", "en", Role.MENTEE, 1999),
    Sample(RITA.id, "Rita", "en", Role.MENTOR, 1962),
    Sample(ELS.id, "Els", "en", Role.COACH, 1988),
)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


def rooms() -> set[type]:
    """The rooms of storage, read from a transaction, so that a new one cannot escape."""
    opened = Transaction(None, Keys.from_text(Keys.generate()))  # type: ignore[arg-type]  # asked nothing
    names = [one for one, what in vars(Transaction).items() if isinstance(what, cached_property)]
    return {type(getattr(opened, name)) for name in names}


def questions() -> set[tuple[type, str]]:
    """Everything that storage can be asked."""
    return {
        (room, name)
        for room in rooms()
        for name, what in vars(room).items()
        if inspect.iscoroutinefunction(what) and not name.startswith("_")
    }


def doors(router: Router) -> set[str]:
    """Every handler behind this router, and behind those in it."""
    own = {
        one.callback.__qualname__ + " in " + one.callback.__module__
        for observer in router.observers.values()
        for one in observer.handlers
        if one.callback.__module__.startswith("handlers.")
    }
    return own.union(*(doors(sub) for sub in router.sub_routers))


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[EventDict]]:
    """What is logged; without this every failure would be drawn with all its variables."""
    with capture_logs() as events:
        yield events


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What storage was asked so far in this test."""
    asked: set[str] = set()

    def listened_to(room: type, name: str) -> object:
        question = getattr(room, name)

        @wraps(question)
        async def noted(*args, **more):
            asked.add(f"{room.__name__}.{name}")
            return await question(*args, **more)

        return noted

    for room, name in questions():
        monkeypatch.setattr(room, name, listened_to(room, name))
    return asked


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The doors that somebody went through so far in this test."""
    opened: set[str] = set()
    call = HandlerObject.call

    async def noted(handler, /, *args, **more):
        opened.add(f"{handler.callback.__qualname__} in {handler.callback.__module__}")
        return await call(handler, *args, **more)

    monkeypatch.setattr(HandlerObject, "call", noted)
    return opened


async def three_come_in(house: House, els: Someone) -> None:
    """A coach, a mentee and a mentor come in; Els makes a duo of the two."""
    await joins_as_coach(house, "Nadia", "ghent")
    fatima = await starts(house)
    await fatima.says("/language")
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    await fatima.says("Fatima")
    await fatima.says("back")
    await fatima.says("Fatima")
    await fatima.says("1999")
    await fatima.taps("Brussels")
    await finishes(fatima)
    await fatima.says("/answers")
    await fatima.taps("Add something")
    await fatima.taps("Change first name")
    await fatima.says("Fatma")
    noor = await registers(house, "Noor", "I want to be a mentor", "1960")
    await needs_no_training(house, noor)
    await els.says("/people")
    await els.taps(next(one for one in els.buttons if "Fatma" in one))
    await become_a_duo(house, fatima, noor)
    assert "Fatma" in await els.says("/duos")
    await taps_old(els, "dp:0")
    assert "A duo since" in await els.taps(els.buttons[0])


async def weeks_go_by(house: House, amir: Someone, rita: Someone) -> None:
    """One week is answered by a tap and in words, and each says something else; two are silent,
    with an outage in each. Then both are asked no more, until they speak.
    """
    for silent in (False, True, True):
        await house.turn_to(await next_hour(house))
        assert "id you meet" in amir.last
        if not silent:
            await amir_tells_more(house, amir)
            await rita.says("no")
            await house.pass_by(hours=-1)
            await house.pass_by(hours=1)
        await goes_deaf(house, timedelta(minutes=10))
        await house.pass_by(hours=71, minutes=49)
        await house.pass_by(minutes=1, seconds=1)
    await house.turn_to(await next_hour(house) + 2 * A_WEEK)
    await (await whose_task(house, amir, rita)).says("hello")


async def whose_task(house: House, *silent: Someone) -> Someone:
    """Who of them the coach is to call first."""
    async with house.database.reading() as tx:
        for one in silent:
            person = await tx.people.by_telegram(one.id)
            if person and await tx.cases.open_for(f"{Reason.SILENT}:{person.id}"):
                return one
    raise AssertionError("Nobody is to be called.")


async def much_comes_together(house: House, amir: Someone) -> None:
    """Amir wants to be asked about four services: what is too much for a week comes as one."""
    for service in ("sireas", "allo-aide-sociale", "cpas-jette", "cpas-evere"):
        await taps_old(amir, f"la:k:{service}:admin.help:bru")
    for _ in range(14):
        await house.pass_by(days=1)
    assert any("a few things together" in one["text"] for one in amir.messages)


async def amir_tells_more(house: House, amir: Someone) -> None:
    """How long, how it is, what is in the way; he changes his mind, his day, and takes a break."""
    for tap in ("Yes, we met", "2 hours", "2 - hard", "Something is in the way", "Money",
                "My coach"):  # fmt: skip
        await amir.taps(tap)
    prompt = await prompt_of(house, amir)
    await taps_old(amir, f"cw:{prompt}")
    await amir.taps("We moved it")
    await amir.taps("Change my answer")
    await amir.taps("Yes, we met")
    await amir.says("/menu")
    for tap in ("My weekly question", "Another day", "Sunday"):
        await amir.taps(tap)
    await amir.says("/stop")
    for tap in ("1 week", "Say why", "Exams"):
        await amir.taps(tap)
    await amir.says("/resume")


async def prompt_of(house: House, person: Someone) -> int:
    async with house.database.reading() as tx:
        known = await tx.people.by_telegram(person.id)
        assert known
        own = select(PromptRow.id).where(PromptRow.person_id == known.id)
        return int((await tx.connection.scalars(own)).all()[0])


async def next_hour(house: House) -> datetime:
    at = await house.app.actions.samples.next_check_in()
    soonest = await house.app.actions.coming.next_moment()
    assert at
    assert soonest
    assert soonest <= at
    return at


async def goes_deaf(house: House, span: timedelta) -> None:
    """We hear nothing of Telegram for a while, and notice it afterwards."""
    now = house.telegram.clock.now()
    outages = house.app.actions.outages
    await outages.listened(now, now)
    house.telegram.advance_clock(span)
    for _ in range(2):
        now = house.telegram.clock.now()
        await outages.listened(now, now)
    await house.settle()


async def a_coach_is_needed(house: House, amir: Someone, els: Someone) -> None:
    """Els takes the missed weeks; Amir calls her, and she leaves while he waits."""
    await els.says("/cases")
    await els.taps("I take it")
    await els.taps("It is solved")
    await amir.says("/coach")
    for tap in ("Work", "This week", "My mentor too"):
        await amir.taps(tap)
    await els.taps("I take it")
    assert "Els" in amir.last
    await taps_old(els, "ce:0")
    await a_coach_thinks_twice(house, els)
    await els.taps("It is solved")
    await amir.taps("Not solved")
    await amir.taps("Solved, thank you")
    refused(house, 400, "Bad Request: BUTTON_DATA_INVALID", times=1, chat=els.id)
    await amir.says("/coach")
    for tap in ("Work", "Today", "Only my coach"):
        await amir.taps(tap)
    await els.blocks()
    await els.unblocks()


async def a_coach_thinks_twice(house: House, els: Someone) -> None:
    """Els lays it aside, looks for a colleague, calls, gives it back, and takes it again."""
    for tap in ("Later", "Go back", "Hand over", "Go back", "I called",
                "No answer", "I called", "We spoke", "Later"):  # fmt: skip
        await els.taps(tap)
    await els.taps(els.buttons[0])
    case_id = behind(els, "Give back").split(":")[1]
    await taps_old(els, f"ht:{case_id}:1")
    await taps_old(els, f"hs:{case_id}:1")
    await els.taps("Give back")
    await els.taps("I take it")
    await house.app.actions.next_steps.audit()


async def somebody_takes_part_by_phone(house: House, els: Someone) -> None:
    """Els enters Samira, tells her what there is to tell, and brings her to Telegram."""
    await els.says("/person")
    for tap in ("English", "They agree, by phone", "I am looking for work"):
        await els.taps(tap)
    for said in ("Samira", "1999"):
        await els.says(said)
    await els.taps("Brussels")
    await finishes(els)
    async with house.database.reading() as tx:
        (samira,) = [one for one, name in await tx.roster.names(SEEN_BY_ELS, 99)
                     if name == "Samira"]  # fmt: skip
    async with house.app.actions.work.desk.open() as counter:
        counter.tell(samira, CoachHasRead("Els"), "samira", lane=Lane.REPLY)
    await house.settle()
    await els.says("/work")
    await els.taps("Call")
    await els.taps("1. Samira")
    await els.taps("Nobody answered")
    await house.pass_by(days=1)
    await els.forges(f"wcl:{samira}", newest_of_bot(els))
    await els.taps("I told it")
    await els.says("/work")
    await els.taps("See new people")
    await els.forges(f"wps:{samira}", newest_of_bot(els))
    token = (await els.taps("Bring to Telegram")).split("/start ")[1].split()[0]
    await house.meet("Samira", "en").says(f"/start {token}")
    await house.app.actions.upkeep.sweep()
    await somebody_comes_in_by_a_file(house)


async def takes_them_out(house: House, name: str) -> None:
    """An operator takes people and duos out to a file."""
    async with house.database.reading() as tx:
        assert name in [one.answers["first_name"] for one in await tx.exporting.people(None)]
        assert [one.mentee for one in await tx.exporting.duos("brussels")]


async def somebody_comes_in_by_a_file(house: House) -> None:
    told = {"consent": "yes", "role": "mentor", "first_name": "Leo", "year_of_birth": "1960"}
    (leo,) = await house.app.actions.importing.check([(2, told)], "ghent")
    assert isinstance(leo, Entry)
    assert await house.app.actions.importing.bring_in([leo]) == 1
    assert await house.app.actions.importing.known([leo]) == {leo.key}
    await takes_them_out(house, "Samira")


async def entries_are_kept_right(house: House, amir: Someone, els: Someone) -> None:
    """Amir finds a closed door, Els hides it, and phones; the next morning somebody looks."""
    door = ServiceTap(service="sireas").pack()
    await taps_old(amir, door)
    await amir.taps("Something is wrong")
    await amir.taps("Closed or moved")
    await taps_old(els, door)
    await els.taps("Change something")
    await els.taps("Hide it until checked")
    await els.says("/cases")
    await els.taps("Show them")
    await els.taps(els.buttons[0])
    await els.taps("I phoned: it is right")
    await entries_are_changed(house, els, door)
    for _ in range(2):  # one of the two is by day
        await house.pass_by(hours=12)
        await house.app.actions.keeping.look()
    await house.settle()


async def entries_are_changed(house: House, els: Someone, door: str) -> None:
    """Els proposes, and Odile decides."""
    odile = await joins_as_coordinator(house)
    for answer in ("No, change nothing", "Yes, that is right", "Yes, that is right"):
        await taps_old(els, door)
        await els.taps("Change something")
        await els.taps("Warning")
        await els.says("Mind the step")
        await els.taps(answer)
    await house.pass_by(minutes=1)
    await odile.says("/duos")
    await house.app.actions.branch_digests.tell_due()
    await odile.says("/changes")
    await odile.taps("Refuse")
    await odile.says("/changes")
    await odile.taps("Accept")
    await taps_old(els, door)
    assert "change accepted" in await els.taps("History")


async def odd_things_happen(house: House, amir: Someone, rita: Someone) -> None:
    """What fits no door, what does not open, and who cannot be reached."""
    for words in ("/help", "/menu", "/nonsense", "how are you"):
        await amir.says(words)
    await amir.sends("voice")
    await taps_old(amir, "nothing:known")
    number = house.telegram.say(amir.id, "hello")["update_id"]
    await house.app.poller.poll()
    async with house.database.transaction() as tx:
        spoilt = update(InboxRow).where(InboxRow.update_id == number)
        await tx.connection.execute(spoilt.values(raw=SealedBytes(b"with a lost key")))
    await house.settle()
    house.telegram.block(rita.id)
    await amir.says("/stop")
    await taps_old(amir, "go:stop_surely")
    await amir.says("/resume")
    await house.pass_by(hours=20)
    await rita.unblocks()


async def amir_gets_there(house: House, amir: Someone) -> None:
    """A number to call, a place, the words to begin with in both languages, and a page."""
    for tap in ("cl:{}:0", "mp:{}", "yn:{}:", "yf:{}:ar", "pp:{}"):
        await taps_old(amir, tap.format("samusocial-bxl:housing.tonight"))
    assert "contact" in {one["kind"] for one in amir.messages}


async def they_look_for_help(amir: Someone, rita: Someone) -> None:
    """By buttons: a theme, another place, a need, and whom to call when it cannot wait. What Rita
    finds is for Amir.
    """
    await taps_old(rita, "n:housing.rent:bru:0")
    for words in ("/sos", "/find"):
        await amir.says(words)
    for tap in ("th:housing:bru", "pl:housing.rent:bru:0", "n:housing.rent:bru:0"):
        await taps_old(amir, tap)
    assert "Siréas" in str(amir.messages)


async def words_sound_like_danger(house: House, amir: Someone, els: Someone) -> None:
    """Amir writes them, and changes a message into them; he is fine. Then he is not."""
    veiled = "everybody would be better off without me"
    assert "May a coach call you now?" in await amir.says(veiled)
    await amir.taps("No, I am fine")
    await amir.says("good day to you")
    own = [one for one in amir.messages if one["from"] != "bot" and one["kind"] == "text"]
    house.telegram.edit(amir.id, own[-1]["message_id"], veiled)
    await house.settle()
    await amir.taps("No, I am fine")
    await danger_is_over(amir, els)


async def danger_is_over(amir: Someone, els: Someone) -> None:
    """Els has to say so twice; what Amir writes then goes to her all the same."""
    await amir.says("I want to kill myself")
    for tap in ("I take it", "It is solved", "Yes, it is over"):
        await els.taps(tap)
    assert "I pass it on" in await amir.says("I am at home")
    await els.taps("I take it")
    for tap in ("It is solved", "Yes, it is over"):
        await els.taps(tap)


async def doors_stay_shut(house: House, amir: Someone, rita: Someone, els: Someone) -> None:
    """Amir is asked about one service, thinks better of another, and is silent about two; Rita
    gives him one, which he does not want.
    """
    for service in ("cpas-uccle", "cpas-forest", "cpas-ixelles", "cpas-etterbeek"):
        await taps_old(amir, f"la:o:{service}:admin.help:bru")
        await amir.taps("Yes, ask me")
    await amir.taps("Do not ask me")
    await taps_old(amir, "go:referral_not")
    await taps_old(rita, "gv:sireas")
    assert "Rita found this for you" in amir.last
    await amir.taps("No, thank you")
    await house.pass_by(days=15)
    await amir.taps("They said no")
    await amir.taps("It was closed")
    await els.says("/barriers")
    await house.pass_by(days=15, seconds=1)


async def they_come_together(house: House, amir: Someone, rita: Someone) -> None:
    """They meet in two days; Amir finds the place, comes late, and reads it in his calendar."""
    in_two_days = house.telegram.clock.now().replace(tzinfo=None, hour=14, minute=0)
    meeting = await fixes(house, amir, in_two_days + timedelta(days=2))
    for tap in (f"dy:m:{meeting.id}", f"dy:c:{meeting.id}", f"dy:l:{meeting.id}"):
        await taps_old(amir, tap)
    await amir.taps("20 minutes")
    await taps_old(amir, "go:say")
    await amir.taps("About calling")
    await amir.taps("Can you call me?")
    assert "Can you call me?" in rita.last
    calendars = house.app.actions.calendars
    calendars.public_url = "https://duo.example.org"
    await taps_old(amir, "go:calendar")
    await amir.taps("Make a new link")
    secret = amir.last.split("/calendar/")[1].partition(".ics")[0]
    feed = await calendars.read(secret)
    assert feed
    assert len(feed.entries) == 1
    await amir.taps("Stop the calendar link")
    assert await calendars.read(secret) is None


async def they_find_a_time(house: House, amir: Someone, rita: Someone) -> None:
    """By a calendar, in words and by the usual time; none fits, one is taken back, one is moved,
    and one cancelled.
    """
    await amir.says("/meetings")
    await amir.taps("Plan a meeting")
    draft = behind(amir, "Choose the place").split(":")[-1]
    month = behind(amir, "Another day").split(":")[-1]
    day = f"{house.telegram.clock.now() + timedelta(days=8):%Y-%m-%d}"
    for tap in (f"mm:{draft}:{month}", f"mz:{draft}:{day}:1", f"mx:{day}T1400:f:{draft}",
                f"mx:{day}T1430:t:{draft}", f"mg:p:{draft}", f"mk:{draft}:online:",
                f"mg:s:{draft}", f"mx:{day}T1500:k:{draft}", f"mg:y:{draft}"):  # fmt: skip
        await taps_old(amir, tap)
    await rita.taps("None of these")
    await amir.taps("Propose other times")
    await amir.taps("Offer all of these")
    await amir.taps("Take my offer back")
    await amir.says(f"{day} 16:00")
    await amir.taps("Do not propose it")
    await taps_old(amir, f"mu:{day}T1700")
    await rita.taps(rita.buttons[0])
    await the_two_move_it(house, amir, rita)


async def the_two_move_it(house: House, amir: Someone, rita: Someone) -> None:
    async with house.database.reading() as tx:
        duo = await tx.duos.of((await tx.people.by_telegram(amir.id)).id)
        meeting_id = (await tx.meetings.latest_of(duo.id, 1))[0].id
    for step in "sckm":
        await taps_old(amir, f"mt:{step}:{meeting_id}")
    draft = behind(amir, "Choose the place").split(":")[-1]
    later = f"{house.telegram.clock.now() + timedelta(days=9):%Y-%m-%d}T1100"
    await taps_old(amir, f"mx:{later}:o:{draft}")
    await rita.taps(rita.buttons[0])
    assert "says yes." in amir.last
    await house.app.actions.meetings.keep_wall_times()
    await taps_old(rita, f"mt:y:{meeting_id}")
    for tap in (f"mt:i:{meeting_id}", f"mg:h:{draft}", f"mg:f:{draft}"):
        await taps_old(rita, tap)


async def they_share_numbers(house: House, amir: Someone, rita: Someone) -> None:
    """Amir offers his, Rita thinks about it, shares hers too, and takes it back."""
    await taps_old(amir, "go:number_share")
    house.telegram.share_contact(amir.id)
    await house.settle()
    await rita.taps("No, thank you")
    await taps_old(rita, "go:number_share")
    await rita.says("0491 57 00 06")
    await taps_old(amir, "go:numbers")
    assert "+32 491 57 00 06" in amir.last
    await rita.taps("Stop sharing")


async def a_duo_begins(house: House, els: Someone) -> None:
    """Three plan, move and cancel a first meeting; they read and sign."""
    noor, jan = await they_said_yes(house)
    async with house.database.reading() as tx:
        begun = select(DuoRow.id).where(DuoRow.state == "starting")
        duo_id = (await tx.connection.execute(begun)).scalar_one()
    await taps_old(els, f"fm:l:{duo_id}")
    await offers(els, duo_id)
    await noor.taps("No time suits me")
    await offers(els, duo_id)
    await both_can_come(els, noor, jan)
    for tap in ("See the meeting", "Another time", "See the meeting", "I cannot come"):
        await jan.taps(tap)
    await offers(els, duo_id)
    await both_can_come(els, noor, jan)
    await house.pass_by(days=9)
    for step in "nhs":
        await taps_old(els, f"fm:{step}:{duo_id}")
    await they_sign(house, (noor, jan, els), duo_id)


async def they_sign(house: House, three: tuple[Someone, ...], duo_id: int) -> None:
    """One would rather wait, one signs on paper, or so it was noted."""
    noor, jan, els = three
    await noor.taps("Not yet")
    await noor.says("/agreement")
    for tap in ("Remind Fatima", "On paper: Jan", "Print it first", "Today"):
        await els.taps(tap)
    await jan.taps("That is not right")
    for person in three:
        await reads_and_signs(person)
    await noor.taps("As a PDF")
    async with house.database.transaction() as tx:
        kept = (await tx.signatures.of(duo_id))[0].hash
        assert (await tx.signatures.text(kept))["title"] == "Our agreement"
    await leaves(noor)
    await leaves(jan)


async def offers(els: Someone, duo_id: int) -> None:
    """Els offers the first free hour of the third day."""
    await taps_old(els, f"fm:p:{duo_id}")
    await els.taps(els.buttons[2])
    await els.taps(els.buttons[0])
    await els.taps("Send to both")


async def both_can_come(els: Someone, noor: Someone, jan: Someone) -> None:
    offered = next(one for one in reversed(noor.messages) if "No time suits me" in labels_of(one))
    time = labels_of(offered)[0]
    await noor.taps(time)
    await jan.taps(time)
    assert "Fixed: your first meeting" in str(els.messages)


async def some_leave(house: House, amir: Someone) -> None:
    """Amir thinks twice; Samira leaves; what was said is forgotten in time."""
    await amir.says("/privacy")
    await amir.taps("I no longer agree")
    await amir.taps(amir.buttons[1])
    samira = await registers(house, "Samira")
    await leaves(samira)
    await leaves(amir)
    await house.pass_by(days=15)
    await house.app.actions.upkeep.sweep()


async def a_directory_comes_and_goes(house: House) -> None:
    """A file names two of the services: one was checked since, one changed; the others go."""
    directory = house.app.actions.directory
    whole = await directory.contents()
    checked, changed = whole.services[:2]
    day = house.telegram.clock.now().date()
    two = (replace(checked, assured_on=day), replace(changed, email="door@example.be"))
    terms = ({"code": "debt", "name_i18n": {"nl": "Geldzaken"}},)
    await directory.bring_in(Contents(two, terms), remove_missing=True)
    async with house.database.transaction() as tx:
        table = await tx.directory.one(checked.key)
        assert table
        assert table["assured_date"] == str(day)
        await tx.directory.assure(checked.key, None, None)
    await directory.bring_in(whole)
    async with house.database.transaction() as tx:
        assert (await directory.catalogue(tx)).by_key.keys() == {one.key for one in whole.services}


async def the_team_changes(house: House, rita: Someone, els: Someone) -> None:
    """Els is away and comes back; Mia stands in, gets all people of Els, and lets her go."""
    mia = await joins_as_coach(house, "Mia")
    samira = await registers(house, "Samira")
    await samira.says("/coach")
    await samira.says("This is between us")
    await els.says("/away")
    await els.taps("Later days")
    await els.taps(els.buttons[0])
    await els.taps("Later days")
    today = house.telegram.clock.now().date()
    for tap in ("dn:0", f"lu:{today}:0", f"ld:{today}:{today}"):
        await taps_old(els, tap)
    await els.taps("Mia")
    await els.says("/away")
    await els.taps("I am back")
    await taps_old(els, "go:deputy")
    await taps_old(els, f"lk:{today}:{today}:0")
    await house.pass_by(days=2)
    await house.app.actions.leaves.look()
    await the_people_change(house, els, mia)
    agrees = behind(samira, "Yes, that is fine")
    await samira.taps("Yes, that is fine")
    await taps_old(samira, agrees)
    await words_do_not_arrive(house, rita, els)
    await els.says("/numbers")


async def words_do_not_arrive(house: House, rita: Someone, els: Someone) -> None:
    """Els writes to Rita, who has blocked the bot in that very moment."""
    await els.taps("Reply")
    refused(house, 403, "Forbidden: bot was blocked by the user", times=1, chat=rita.id)
    await els.says("I read it tomorrow")
    assert "Your message did not arrive." in str(els.messages)
    await els.taps("That is all")


async def the_people_change(house: House, els: Someone, mia: Someone) -> None:
    """By Els herself, and by a coordinator for good."""
    await els.says("/team")
    for tap in ("Hand my people over", "Mia", "Yes, I am sure"):
        await els.taps(tap)
    odile = await joins_as_coordinator(house, "Olga")
    await odile.says("/team")
    for tap in ("Mia", "Leaves the programme", "Els", "Yes, I am sure"):
        await odile.taps(tap)
    assert "You no longer work with me" in mia.last


async def they_come_on_the_road(house: House, els: Someone) -> None:
    """A first talk, and sessions."""
    await they_hold_sessions(house, els)
    await they_talk_first(house, els)


async def roads_are_looked_at(house: House) -> None:
    """Who stands where, and how they came there."""
    async with house.database.reading() as tx:
        new = await tx.road.at(("brussels", "ghent"), Role.MENTEE, (Place.NEW,), 10)
        assert Place.NEW in [step.goal for step in await tx.road.steps_of(new[0])]


async def starts_again(house: House) -> None:
    """What a process does at its start, on one database after another bot."""
    async with house.database.transaction() as tx:
        await tx.installation.try_keys()
        await tx.installation.bot_id(1000001)
        await tx.inbox.release_all()
        await tx.outbox.release_all()
    await house.app.actions.heartbeats.beat()
    house.restart()
    await house.settle()


async def test_all_that_can_be_asked_of_storage_is_asked_and_every_door_is_used(
    house, amir, rita, els, asked, opened
):
    await house.app.actions.samples.settle_in(*THE_THREE)
    await house.settle()
    await three_come_in(house, els)
    await els_brings_two_together(house, els)
    for story in (they_talk, a_branch_has_a_group):
        await story(house, amir, els)
    await weeks_go_by(house, amir, rita)
    await a_coach_is_needed(house, amir, els)
    await odd_things_happen(house, amir, rita)
    await amir_gets_there(house, amir)
    await they_look_for_help(amir, rita)
    await much_comes_together(house, amir)
    await doors_stay_shut(house, amir, rita, els)
    for the_two in (they_come_together, they_find_a_time, they_share_numbers):
        await the_two(house, amir, rita)
    await words_sound_like_danger(house, amir, els)
    await some_leave(house, amir)
    for of_els in (
        a_duo_begins,
        somebody_takes_part_by_phone,
        loses_a_phone,
        they_come_on_the_road,
    ):
        await of_els(house, els)
    await the_team_changes(house, rita, els)
    await entries_are_kept_right(house, amir, els)
    await a_directory_comes_and_goes(house)
    await roads_are_looked_at(house)
    await starts_again(house)
    assert doors(house.app.dispatcher) - opened == set(), "Let somebody go through these too."
    every = {f"{room.__name__}.{name}" for room, name in questions()}
    assert every - asked == set(), "Let somebody ask these too: who asks storage, asks both kinds."


async def test_two_who_say_no_at_once_settle_the_week(house, amir, rita):
    await house.app.actions.samples.settle_in(*THE_THREE)
    await house.turn_to(await house.app.actions.samples.next_check_in())
    for one in (amir, rita):
        label = next(label for label in one.buttons if label.startswith("No"))
        house.telegram.tap(one.id, one.messages[-1]["message_id"], label)
    await house.app.poller.poll()
    workers = house.app.workers
    await asyncio.gather(*(workers._handle(one) for one in await workers._claim(2)))
    async with house.database.reading() as tx:
        assert (await tx.connection.scalars(select(CheckInRow.outcome))).all() == ["not_met"]
