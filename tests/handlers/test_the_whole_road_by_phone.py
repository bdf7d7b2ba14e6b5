"""Fatima is not on Telegram: Els walks the whole road with her by phone, and nothing is lost."""

from bot.programme.road import Place
from tests.conversations import House, Someone
from tests.handlers.arrivals import message_with, remembered
from tests.handlers.beginnings import reads_and_signs
from tests.handlers.test_privacy import facts_with
from tests.handlers.test_work import person_called

# What is said has a "=".
ANSWERS = (
    "Français", "They agree, by phone", "I am looking for work", "=Fatima Diallo", "=1999",
    "Brussels", "Yes", "Yes, I may work", "=French, and English", "I do not know yet",
    "=Monday morning and Tuesday morning", "Skip", "=Skip", "=0470 12 34 56",
)  # fmt: skip


TO_CALL = "Fatima is not on Telegram. So a task comes on the list: call Fatima."


async def place_of(house: House) -> str | None:
    return (await person_called(house, "Fatima")).road


async def nobody_is_to_be_called(els: Someone) -> bool:
    await els.says("/work")
    return "Call" not in els.buttons


async def calls_fatima(els: Someone) -> str:
    """She stands in the list, with her number, her language and her hours; give what to tell."""
    await els.says("/work")
    await els.taps("Call")
    said = await els.taps("1. Fatima Diallo")
    for told in ("+32470123456", "Language: Français", "Has time: Monday morning"):
        assert told in said
    assert "Tap the file" not in said, "There is no file on the phone."
    return said.split("This is what I would have written:")[1]


async def tells_her(els: Someone, *words: str) -> None:
    """What was to be told has these words and no more; then there is nothing more to tell."""
    told = await calls_fatima(els)
    assert all(one in told for one in words)
    assert f"{len(words) + 1}. " not in told, "What she answered need not be told again."
    await els.taps("I told it")
    assert await nobody_is_to_be_called(els)


async def they_talk(house: House, els: Someone) -> None:
    """Els plans the first talk for her; they write it up together."""
    for words, tap in (("Tuesday 9-12", "At our office"), ("/intakes", "Who has no time yet")):
        await els.says(words)
        await els.taps(tap)
    for tap in ("Fatima (Français)", "Plan a talk", "Tue 10/3, 09:00"):
        await els.taps(tap)
    assert message_with(els, "Please call Fatima Diallo.")
    await tells_her(els, "Els has planned a talk with you")
    assert await place_of(house) == Place.INTAKE
    await house.pass_by(days=7)
    for tap in ("Yes, we talked", "Go on"):
        said = await els.taps(tap)
    assert TO_CALL in said
    said = await els.taps("Yes, that is right")
    assert "I noted it: Fatima goes on." in said
    assert TO_CALL in said
    assert "have told" not in said


async def both_say_yes(els: Someone, tom: Someone) -> None:
    """Tom on his phone; what Fatima says, Els taps."""
    await els.says("/match")
    for tap in ("1. Fatima", "Tom", "Ask both"):
        await els.taps(tap)
    told = await calls_fatima(els)
    assert "Do you want to meet?" in told
    assert "Tom" not in told
    await els.taps("Yes, I want to meet")
    assert await nobody_is_to_be_called(els)
    await tom.taps("Yes, I want to meet")


async def they_meet(house: House, els: Someone, tom: Someone) -> None:
    """The hour that suits her is tapped by Els too."""
    for tap in ("Plan it", "Mon 16 Mar", "10:00", "Send to both"):
        said = await els.taps(tap)
    assert "I ask Tom which time suits." in said
    assert TO_CALL in said
    assert "Which times suit you?" in await calls_fatima(els)
    await els.taps("Mon 16 Mar, 10:00")
    await tom.taps("Mon 16 Mar, 10:00")
    await tells_her(els, "Fixed: your first meeting with Tom and Els.")
    await house.pass_by(days=6, hours=3)
    await els.taps("Yes, we met")


async def test_a_mentee_without_telegram_becomes_one_of_a_duo(duo, els, tom):
    await els.says("/person")
    for answer in ANSWERS:
        await (els.says(answer[1:]) if answer.startswith("=") else els.taps(answer))
    assert await place_of(duo) == Place.NEW
    await they_talk(duo, els)
    await tells_her(els, "Your coach now looks for a mentor for you.")
    assert await place_of(duo) == Place.READY
    await both_say_yes(els, tom)
    await tells_her(els, "Good news! Tom is your mentor.")
    assert await place_of(duo) == Place.MATCHED
    await they_meet(duo, els, tom)
    await tells_her(els, "Signing on paper is possible too.")
    for tap in ("On paper: Fatima", "Today"):
        await els.taps(tap)
    for person in (tom, els):
        await reads_and_signs(person)
    noted = "Els notes: you signed the agreement on paper"
    await tells_her(els, noted, "weeks with Tom begin now.")
    assert await place_of(duo) == Place.IN_DUO
    await duo.turn_to(await duo.app.actions.samples.next_check_in())
    await duo.pass_by(hours=15)
    assert "Tom" in await calls_fatima(els)
    assert "In the place of Fatima:" in await els.taps(els.buttons[0])
    assert await nobody_is_to_be_called(els)
    kept = await person_called(duo, "Fatima")
    async with duo.database.reading() as tx:
        assert len(await tx.calls.deeds_of(kept.id, 99)) > len(ANSWERS) - 2
        assert {one.outcome for one in await tx.calls.of(kept.id, 99)} == {"told"}


async def test_each_month_a_coach_asks_on_the_phone_whether_somebody_still_looks(duo, els):
    await els.says("/person")
    for answer in ANSWERS:
        await (els.says(answer[1:]) if answer.startswith("=") else els.taps(answer))
    await they_talk(duo, els)
    await tells_her(els, "Your coach now looks for a mentor for you.")
    for _ in range(3):
        await duo.pass_by(days=30)
        await duo.pass_by(days=2)
        assert "Do you still look for one?" in await calls_fatima(els)
        said = await els.taps("I still look")
        assert "In the place of Fatima" in said
        assert "Your coach goes on looking for a mentor for you." in said
        assert await nobody_is_to_be_called(els), "What she answered need not be told again."
    assert "Did not say if they still look: 0 people" in await els.says("/work")
    await duo.pass_by(days=32)
    await calls_fatima(els)
    await els.taps("I found something")
    assert await place_of(duo) == Place.WAIT
    assert await nobody_is_to_be_called(els)


async def test_who_is_not_on_telegram_no_longer_agrees_and_is_forgotten(duo, els):
    await els.says("/person")
    for answer in ANSWERS:
        await (els.says(answer[1:]) if answer.startswith("=") else els.taps(answer))
    fatima = await person_called(duo, "Fatima")
    for tap in ("Privacy", "I no longer agree", "Yes, delete my answers"):
        said = await els.taps(tap)
    assert "Your answers are deleted" in said
    assert await facts_with(duo, "Fatima") == []
    assert await facts_with(duo, "Diallo") == []
    kept = await remembered(duo)
    assert [row for row in kept["consents"] if row[1] == fatima.id]
    async with duo.database.reading() as tx:
        els_id = (await tx.people.by_telegram(els.id)).id
        assert {by for by, _ in await tx.calls.deeds_of(fatima.id, 99)} == {els_id}
    assert "Fatima" not in await els.says("/work") + await els.says("Fatima")
