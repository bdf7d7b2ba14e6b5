"""What people do on the page: they register, with a mouse or without one, and answer the week."""

import pytest
from playwright.async_api import expect

from bot.programme.notices import (
    AskQuestion,
    CoachHasRead,
    Registered,
    SomebodyRegistered,
)
from bot.programme.people import Role
from bot.programme.registration import Question, place_of
from tests.page.conftest import Opener
from tests.page.keyboard import Keyboard
from tests.page.phone import PROGRAMME, Phone

pytestmark = pytest.mark.asyncio(loop_scope="package")

BRUSSELS = PROGRAMME.branches[0]


def asked_of_mentees(question: Question) -> AskQuestion:
    """A question to somebody who looks for work, with its number."""
    place = place_of(question, {Question.ROLE: Role.MENTEE}, PROGRAMME)
    return AskQuestion(question, Role.MENTEE, number=place[0], total=place[1])


async def test_somebody_registers_in_dutch_by_clicks_and_the_coach_hears_of_it(open_page: Opener):
    page = await open_page()
    nadia, els = Phone(page, 1, "nl"), Phone(page, 3, "nl")
    await nadia.whole.get_by_role("button", name="New person… for phone 1").click()
    dialog = page.get_by_role("dialog", name="New person")
    await dialog.get_by_label("First name").fill("Nadia")
    await dialog.get_by_label("Language of their Telegram").select_option("Dutch")
    await dialog.get_by_role("button", name="Give them the phone").click()
    await expect(page.get_by_role("region", name="Phone 1: Nadia")).to_be_visible()
    await nadia.whole.get_by_role("button", name="Start").click()
    for asked, answer in (
        (Question.LANGUAGE, "Nederlands"),
        (Question.CONSENT, nadia.label("I agree")),
        (Question.ROLE, nadia.label("I am looking for work")),
    ):
        await nadia.reads(AskQuestion(asked))
        await nadia.taps(answer)
    await nadia.reads(asked_of_mentees(Question.FIRST_NAME))
    await nadia.says("Nadia")
    await nadia.reads(asked_of_mentees(Question.YEAR_OF_BIRTH))
    await nadia.says("1999")
    await nadia.reads(asked_of_mentees(Question.BRANCH))
    await nadia.taps(BRUSSELS.name["nl"])
    for asked, answer in (
        (Question.ROOTS, "Yes"), (Question.RIGHT_TO_WORK, "Yes, I may work"),
        (Question.LANGUAGES, "Skip"),
        (Question.SECTOR, "Health and care"), (Question.TIMES, "Evenings"),
        (Question.SOURCE, "Friends or family"), (Question.HOPE, "Skip"),
    ):  # fmt: skip
        await nadia.reads(asked_of_mentees(asked))
        await nadia.taps(nadia.label(answer))
    await nadia.reads(asked_of_mentees(Question.PHONE))
    await nadia.says(nadia.label("Skip"))
    await nadia.reads(Registered("Nadia", Role.MENTEE, BRUSSELS.key))
    await els.reads(SomebodyRegistered("Nadia", Role.MENTEE, BRUSSELS.key, "nl"))


async def test_somebody_registers_in_french_by_the_keyboard_alone(open_page: Opener):
    page = await open_page()
    lea, keys = Phone(page, 1, "fr"), Keyboard(page)
    await takes_phone(keys, 1, "Léa", "French")
    await keys.goes_to("button", "Start")
    await keys.presses("Enter")
    for asked, answer in (
        (Question.LANGUAGE, "Français"),
        (Question.CONSENT, lea.label("I agree")),
        (Question.ROLE, lea.label("I am looking for work")),
    ):
        await lea.reads(AskQuestion(asked))
        await keys.is_on("log", "Chat of Léa")
        await keys.goes_to("button", answer)
        await keys.presses("Enter")
    await lea.reads(asked_of_mentees(Question.FIRST_NAME))
    await keys.is_on("log", "Chat of Léa")
    await keys.presses("Escape")
    for asked, answer in ((Question.FIRST_NAME, "Léa"), (Question.YEAR_OF_BIRTH, "1999")):
        await lea.reads(asked_of_mentees(asked))
        await keys.is_on("textbox", "Message as Léa")
        await keys.types(answer)
        await keys.presses("Enter")
    await lea.reads(asked_of_mentees(Question.BRANCH))
    await keys.is_on("textbox", "Message as Léa")
    await keys.goes_back_to("button", BRUSSELS.name["fr"])
    await keys.presses("Space")
    await lea.reads(asked_of_mentees(Question.ROOTS))
    await keys.is_on("log", "Chat of Léa")


async def takes_phone(keys: Keyboard, number: int, name: str, language: str) -> None:
    """Somebody new gets a phone; the keyboard stands where it stood before."""
    await keys.goes_to("button", f"New person… for phone {number}")
    await keys.presses("Enter")
    await keys.is_on("textbox", "First name")
    await keys.types(name)
    await keys.goes_to("combobox", "Language of their Telegram")
    await keys.types(language)
    await keys.goes_to("button", "Give them the phone")
    await keys.presses("Enter")
    await keys.is_on("button", f"New person… for phone {number}")
    await expect(keys.page.get_by_role("region", name=f"Phone {number}: {name}")).to_be_visible()


async def test_the_duo_answers_and_the_coach_takes_the_case_of_who_asks_for_more(
    open_page: Opener,
):
    page = await open_page()
    amir, rita, els = Phone(page, 1, "fr"), Phone(page, 2, "nl"), Phone(page, 3, "nl")
    await page.get_by_role("button", name="Next check-in").click()
    await expect(page.get_by_role("status").filter(has_text="It is now Sunday")).to_be_attached()
    follows = ((amir, "Rita", "2 hours"), (rita, "Amir", "Change my answer"))
    for one, partner, next_button in follows:
        await one.is_asked_about(partner)
        await one.taps(one.label("Yes, we met"))
        await expect(one.key(one.label(next_button))).to_be_attached()
        await expect(one.key(one.label("Yes, we met"))).not_to_be_attached()
    await amir.taps(amir.label("My coach"))
    await expect(amir.key(amir.label("Just a question"))).not_to_be_attached()
    await amir.taps(amir.label("Work"))
    await expect(amir.key(amir.label("Just a question"))).to_be_attached()
    await expect(els.chat).to_contain_text("Amir (mentee)")
    await els.taps("Amir")
    await expect(els.whole.get_by_role("status").last).to_have_text(
        "In Telegram this opens the chat with Amir."
    )
    await els.taps(els.label("I take it"))
    await expect(els.key(els.label("It is solved"))).to_be_visible()
    await expect(els.key(els.label("I take it"))).not_to_be_attached()
    await amir.reads(CoachHasRead("Els"))
