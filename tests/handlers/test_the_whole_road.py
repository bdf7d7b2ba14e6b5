"""From the first hello to the first week of a duo: in both programmes, in all three languages."""

import io
import re

import pytest
from pypdf import PdfReader

from bot.cards.paper.press import can_print
from bot.programme.road import Place
from bot.settings import SHIPPED, load_programme
from tests.conversations import Someone
from tests.handlers import road_story as story
from tests.handlers.road_story import AMIR, RITA, Road
from tests.handlers.watching import foreign

# What they do, and where Amir and Rita stand after it.
STORY = (
    (story.they_register, Place.NEW, Place.NEW),
    (story.they_hear_how_it_works, Place.NEW, Place.NEW),
    (story.they_choose_a_time, Place.INTAKE, Place.INTAKE),
    (story.they_talk_with_els, Place.READY, Place.TRAINING),
    (story.rita_is_trained, Place.READY, Place.READY),
    (story.els_puts_them_together, Place.PROPOSED, Place.PROPOSED),
    (story.amir_says_yes, Place.PROPOSED, Place.PROPOSED),
    (story.rita_says_yes, Place.MATCHED, Place.MATCHED),
    (story.the_three_meet, Place.MATCHED, Place.MATCHED),
    (story.the_three_sign, Place.IN_DUO, Place.IN_DUO),
    (story.each_takes_the_page, Place.IN_DUO, Place.IN_DUO),
    (story.the_first_week_is_over, Place.IN_DUO, Place.IN_DUO),
)
# From where to where, by whom, and why.
BEGINNING = [(None, "new", None, "registered"), ("new", "intake", "own", "talk_fixed")]
TRAINING = [("intake", "training", "Els", "talk_go_on"), ("training", "ready", "Els", "trained")]
END = [("ready", "proposed", "Els", "asked"), ("proposed", "matched", "Els", "duo"),
       ("matched", "in_duo", None, "signed")]  # fmt: skip
STEPS = {
    "amir": [*BEGINNING, ("intake", "ready", "Els", "talk_go_on"), *END],
    "rita": [*BEGINNING, *TRAINING, *END],
}
BRACES = re.compile(r"\{\w*\}|%\(")


@pytest.fixture(params=SHIPPED)
def programme(request: pytest.FixtureRequest):
    return load_programme(request.param)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_two_people_become_a_duo(house, language: str):
    road = Road(house, language)
    for walk, *places in STORY:
        await they_go_on(road, walk, places)
        if not {Place.MATCHED, Place.IN_DUO} & {*places}:
            await nobody_knows_the_other(road)
    assert await steps(road, road.amir) == STEPS["amir"]
    assert await steps(road, road.rita) == STEPS["rita"]
    each_has_the_agreement(road)
    both_are_asked_whether_they_met(road)
    everybody_reads_one_language(road)


async def they_go_on(road: Road, walk, places: list[Place]):
    """They come where the story says, and each new step is kept with its moment."""
    since, known = road.now, [len(await road.steps(one)) for one in road.two]
    await walk(road)
    assert [(await road.person(one)).road for one in road.two] == places, walk.__name__
    for someone, before in zip(road.two, known, strict=True):
        for step in (await road.steps(someone))[before:]:
            assert since <= step.at <= road.now, walk.__name__


async def steps(road: Road, someone: Someone):
    """Each step of somebody; who took it is told by name."""
    ids = {
        (await road.person(one)).id: name for one, name in ((road.els, "Els"), (someone, "own"))
    }
    return [(one.origin, one.goal, ids.get(one.by), one.why) for one in await road.steps(someone)]


async def nobody_knows_the_other(road: Road):
    """No name, no number and no account in any byte that went to the other one."""
    for reader, other, names in ((road.amir, road.rita, RITA), (road.rita, road.amir, AMIR)):
        phone = (await road.person(other)).answers["phone"]
        spaced = f"{phone[:3]} {phone[3:6]} {phone[6:8]} {phone[8:10]} {phone[10:]}"
        for secret in (*names, phone, spaced, str(other.id)):
            assert not road.wire.has_told(reader, secret), secret


def each_has_the_agreement(road: Road):
    """On a page in their own language, with all three names."""
    text = road.house.programme.convention.text(road.language)
    for someone in road.three if can_print() else ():
        page = PdfReader(io.BytesIO(road.wire.files[someone.id][-1]))
        words = " ".join(" ".join(one.extract_text() for one in page.pages).split())
        assert page.trailer["/Root"]["/Lang"].startswith(road.language)
        for told in (text.title, text.parts[0].title, "Els", AMIR[0], RITA[0]):
            assert told in words


def both_are_asked_whether_they_met(road: Road):
    for someone, partner in zip(road.two, (RITA, AMIR), strict=True):
        assert partner[0] in someone.last
        assert story.carrying(someone, "ci:")[0] in someone.buttons


def everybody_reads_one_language(road: Road):
    """In words and on buttons, from the moment the language is known; and no gap was left open."""
    for someone in road.three:
        greeted = 0 if someone is road.els else 1  # by a question in all languages
        for words in road.wire.words[someone.id][greeted:]:
            assert not foreign(words, road.language), words
            assert not BRACES.search(words), words
