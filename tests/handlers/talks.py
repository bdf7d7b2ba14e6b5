"""Amir and Els talk about his case, by every door there is for it."""

from tests.conversations import House, Someone
from tests.handlers.trusting import trust


async def they_talk(house: House, amir: Someone, els: Someone) -> None:
    """Words, a photo, a note and a ready answer go to and fro; both change what they said."""
    await trust(house, els)
    await amir.says("I want my coach")
    await amir.says("My papers are lost")
    house.telegram.send(amir.id, "photo", "This is the letter")
    await house.settle()
    await els.taps("Read")
    await els.answers("My papers are lost", "I look for you")
    await els.changes("I look for you", "I will look for you")
    await amir.changes("My papers are lost", "My card is lost")
    await els.taps("Read")
    await els.taps("Note for coaches")
    await els.says("Ask the town hall")
    await els.taps("Read")
    await answers_readily(els)
    assert "I will look for you" in await amir.taps("Read it again")
    await els.taps("Reply")
    await els.taps("That is all")
    await els.taps("It is solved")
    async with house.database.reading() as tx:
        person = await tx.people.by_telegram(amir.id)
        (case_id, *_) = await tx.case_messages.cases_with_words_of(person.id)
        assert len(await tx.case_readings.of(case_id)) == 3


async def answers_readily(els: Someone) -> None:
    """From the second page, with a day and an hour, and seen before it goes."""
    await els.taps("Ready answers")
    await els.taps("More answers")
    await els.taps("Our talk is moved")
    await els.taps(els.buttons[1])
    await els.taps("14:00")
    await els.taps("Yes, send it")
