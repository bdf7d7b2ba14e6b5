"""Of a coach who has left no name is kept, and a card says so in plain words."""

import pytest

from bot.cards.notices import CARDS
from bot.cards.sample_cases import LATER, SINCE
from bot.i18n import load_speech
from bot.programme.cases import CaseState, Handed, Reason
from bot.programme.notices import CaseCard, TopicCard

SPEECH = load_speech()["en"]
STATES = (CaseState.OPEN, CaseState.READ, CaseState.TAKEN, CaseState.ANSWERED)


@pytest.mark.parametrize("state", STATES)
def test_where_a_name_is_gone_stands_a_coach(state, programme):
    card = CaseCard(
        1, Reason.ASKED, state, SINCE, ("Amir",), language="en", taken_by="", asked="",
        read_by="", handed_by="", handed_how=Handed.BACK, answered_by="", answered_at=SINCE,
    )  # fmt: skip
    text = CARDS[CaseCard](card, SPEECH, programme).text
    assert "A coach" in text
    assert not any(line.startswith(" ") for line in text.splitlines())
    assert "  " not in text


def test_a_promise_that_ran_out_is_said_as_past(programme):
    card = CaseCard(
        1, Reason.ASKED, CaseState.OPEN, SINCE, ("Amir",), language="en", read_before=LATER,
        promise_is_over=True,
    )  # fmt: skip
    text = CARDS[CaseCard](card, SPEECH, programme).text
    assert "I promised that somebody reads it before" in text
    assert "That is over." in text


def test_a_topic_says_that_the_person_has_an_answer(programme):
    topic = TopicCard(1, "now", CaseState.ANSWERED, SINCE, "Els", to_person=True)
    assert "Els has answered on" in CARDS[TopicCard](topic, SPEECH, programme).text
