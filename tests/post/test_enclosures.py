"""Numbers, places and pages: how they are sent, and that nobody goes without the number."""

from dataclasses import replace

import pytest

from bot.cards.card import LONGEST_CAPTION, Button, Card, one_a_row
from bot.cards.enclosures import Contact, Enclosure, Paper, Relayed, Venue
from bot.post import asking
from bot.post.outcome import Kind
from bot.post.sending import send
from bot.post.watch import Alarm
from storage.letters import ClaimedLetter
from tests.conversations import House, Someone
from tests.post.letters import refused, stumble

CALL = Card(
    "CAW Antwerpen\n03 000 00 00",
    one_a_row(Button("Menu", "go:menu"), Button("Website", url="https://caw.be/")),
    enclosure=Contact("+3230000000", "CAW Antwerpen"),
)
MAP = replace(CALL, enclosure=Venue("CAW", "Lange Lozanastraat 200, 2018 Antwerpen", 51.2, 4.4))
PAGE = replace(CALL, enclosure=Paper("caw-antwerpen.pdf", "{}"), otherwise="CAW: 03 000 00 00")
REFUSED_WORDS = (
    (400, "Bad Request: PHONE_NUMBER_INVALID"),
    (400, "Bad Request: contact phone number is invalid"),
    (400, 'Bad Request: parameter "phone_number" is required'),
    (400, "Bad Request: inline keyboard button URL 'https://caw' is invalid: Wrong HTTP URL"),
    (413, "Request Entity Too Large"),
)


def letter_to(someone: Someone, edits: int | None = None) -> ClaimedLetter:
    """A letter of which only the way matters here."""
    now = someone.house.telegram.clock.now()
    return ClaimedLetter(
        1, 1, "number_to_call", "s", "1", {}, 0, edits, 1, 0, someone.id, "en", None,
        paused=False, reachable=True, leased_until=now,
    )  # fmt: skip


async def sent(house: House, to: Someone, card: Card, edits: int | None = None) -> Kind:
    """What came of a card that is on its way."""
    bot, watch = house.app.bot, house.app.watch
    outcome, message_id = await send(bot, letter_to(to, edits), card, watch)
    assert message_id in (None, to.messages[-1]["message_id"])
    return outcome.kind


@pytest.fixture
async def amir(house: House, amir: Someone) -> Someone:
    """Somebody to whom the bot may write."""
    house.telegram.say(amir.id, "hello")
    return amir


async def test_a_number_is_a_contact_that_a_tap_calls(house: House, amir: Someone):
    assert await sent(house, amir, CALL) is Kind.DONE
    last = amir.messages[-1]
    assert last["contact"] == {"phone_number": "+3230000000", "first_name": "CAW Antwerpen"}
    assert amir.buttons == ["Menu", "Website"]


async def test_a_place_is_a_venue(house: House, amir: Someone):
    assert await sent(house, amir, MAP) is Kind.DONE
    venue = amir.messages[-1]["venue"]
    assert (venue["title"], venue["location"]) == ("CAW", {"latitude": 51.2, "longitude": 4.4})


async def test_a_page_is_a_document_with_words_under_it(
    house: House, amir: Someone, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(asking, "printed", lambda page, _: b"%PDF " + page.encode())
    assert await sent(house, amir, PAGE) is Kind.DONE
    last = amir.messages[-1]
    assert last["document"]["file_name"] == "caw-antwerpen.pdf"
    assert last["text"] == "CAW Antwerpen\n03 000 00 00"


@pytest.mark.parametrize("card", [CALL, MAP, PAGE], ids=["contact", "venue", "page"])
@pytest.mark.parametrize(("code", "words"), REFUSED_WORDS, ids=[one for _, one in REFUSED_WORDS])
async def test_who_cannot_have_the_contact_has_the_number_at_once(
    house: House, amir: Someone, monkeypatch: pytest.MonkeyPatch, card: Card, code: int, words: str
):
    monkeypatch.setattr(asking, "printed", lambda *_: b"%PDF")
    refused(house, code, words, times=1, method="*")
    assert await sent(house, amir, card) is Kind.DONE
    assert amir.messages[-1]["kind"] == "text"
    assert "03 000 00 00" in amir.last
    assert amir.buttons == ["Menu"]
    assert house.app.watch.alarms[Alarm.LETTER_LOST_ITS_FORM] == 1


async def test_a_page_that_cannot_be_made_leaves_its_words(
    house: House, amir: Someone, monkeypatch: pytest.MonkeyPatch
):
    def jams(*_: str) -> bytes:
        raise RuntimeError("the press is jammed")

    monkeypatch.setattr(asking, "printed", jams)
    assert await sent(house, amir, PAGE) is Kind.DONE
    assert amir.last == "CAW: 03 000 00 00"


async def test_a_contact_never_takes_the_place_of_another_message(house: House, amir: Someone):
    assert await sent(house, amir, Card("a card")) is Kind.DONE
    before = amir.messages[-1]["message_id"]
    assert await sent(house, amir, CALL, edits=before) is Kind.DONE
    assert [one["kind"] for one in amir.messages[-2:]] == ["text", "contact"]


async def test_a_contact_that_may_have_arrived_is_doubted_like_any_message(
    house: House, amir: Someone
):
    stumble(house, "sendContact", status=502, body="<h1>502 Bad Gateway</h1>", effect="done")
    assert await sent(house, amir, CALL, edits=1) is Kind.AMBIGUOUS


async def test_only_the_address_of_a_button_is_lost_when_telegram_does_not_take_it(
    house: House, amir: Someone
):
    card = Card("Look at caw.be", one_a_row(Button("Website", url="https://nowhere")))
    assert await sent(house, amir, card) is Kind.DONE
    assert (amir.last, amir.buttons) == ("Look at caw.be", [])


def test_a_button_carries_something_or_opens_an_address():
    for wrong in ({}, {"data": "go:menu", "url": "https://caw.be/"}):
        with pytest.raises(ValueError, match="opens an address or copies"):
            Button("Menu", **wrong)


@pytest.mark.parametrize("enclosure", [CALL.enclosure, PAGE.enclosure])
def test_what_stands_under_a_page_is_shorter(enclosure: Enclosure):
    short = Card("🙂" * 3000, enclosure=enclosure, otherwise="🙂" * 3000).shortened()
    longest = LONGEST_CAPTION if isinstance(enclosure, Paper) else 4096
    assert len(short.text.encode("utf-16-le")) // 2 in (longest, longest - 1)
    assert len(short.otherwise.encode("utf-16-le")) // 2 in (4096, 4095)


@pytest.mark.parametrize("form", ["voice", "photo", "document"])
async def test_a_file_that_somebody_sent_is_sent_on_and_its_words_are_changed_later(
    house: House, amir: Someone, rita: Someone, form: str
):
    house.telegram.send(rita.id, form)
    update = house.telegram.state.chats[rita.id].messages[1].message[form]
    file = (update[-1] if form == "photo" else update)["file_id"]
    card = Card(
        "Rita: look", one_a_row(Button("Answer", "go:menu")), enclosure=Relayed(form, file)
    )
    assert await sent(house, amir, card) is Kind.DONE
    assert (amir.messages[-1]["kind"], amir.last) == (form, "Rita: look")
    count, number = len(amir.messages), amir.messages[-1]["message_id"]
    changed = replace(card, text="Rita: look at this")
    assert await sent(house, amir, changed, edits=number) is Kind.DONE
    assert (len(amir.messages), amir.last, amir.buttons) == (count, changed.text, ["Answer"])


async def test_a_file_that_telegram_does_not_give_to_somebody_leaves_its_words(
    house: House, amir: Someone
):
    card = Card("Rita:", enclosure=Relayed("voice", "gone"), otherwise="Rita:\nA file")
    assert await sent(house, amir, card) is Kind.DONE
    assert amir.last == "Rita:\nA file"
    refused(house, 400, "Bad Request: VOICE_MESSAGES_FORBIDDEN", times=1, method="sendVoice")
    assert await sent(house, amir, card) is Kind.DONE
    assert amir.last == "Rita:\nA file"
