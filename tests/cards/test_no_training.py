"""A programme without a training speaks of none to its coaches."""

from dataclasses import replace

import pytest

from bot.cards import put_into_words
from bot.i18n import load_speech
from bot.programme.notices import Notice
from bot.programme.notices.session_staff import BranchSessions
from bot.programme.notices.work import WorkList, WorkMenu
from bot.programme.work.lists import LATER, SHOWN
from bot.settings import load_programme

SPEECH = load_speech()["en"]
ROW = (1, "Amir", "mentee", "wait", "")
TOLD = (
    WorkMenu(tuple((one, 1) for one in SHOWN)),
    WorkList(LATER, (ROW,)),
    BranchSessions("mechelen", ()),
)


def words_of(notice: Notice, *, trains: bool) -> str:
    programme = load_programme("mentor2work")
    if not trains:
        programme = replace(programme, training=replace(programme.training, modules=()))
    card = put_into_words(notice, SPEECH, programme)
    return "\n".join([card.text, *(button.words for row in card.rows for button in row)])


@pytest.mark.parametrize("notice", TOLD, ids=lambda one: one.kind)
def test_where_nobody_is_trained_no_list_is_of_mentors_in_training(notice: Notice):
    assert "raining" in words_of(notice, trains=True)
    assert "raining" not in words_of(notice, trains=False)
