"""What Telegram says about a topic, and what is done next."""

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage

from bot.post.topic_verdicts import MOST_FAILURES, Astray, Came, is_last, verdict_of
from bot.programme.topics import Step

ASKED = SendMessage(chat_id=-1001, text="a card")


def refusal(words):
    return TelegramBadRequest(ASKED, f"Bad Request: {words}")


@pytest.mark.parametrize(
    ("error", "came"),
    [
        (TelegramMigrateToChat(ASKED, "group chat was upgraded", -100155), Came.MOVED),
        (TelegramForbiddenError(ASKED, "Forbidden: the group chat was deleted"), Came.GROUP_LOST),
        (TelegramForbiddenError(ASKED, "Forbidden: bot was kicked from the group chat"),
         Came.GROUP_LOST),
        (TelegramForbiddenError(ASKED, "Forbidden: bot was kicked from the supergroup chat"),
         Came.GROUP_LOST),
        (TelegramForbiddenError(ASKED, "Forbidden: bot is not a member of the supergroup chat"),
         Came.GROUP_LOST),
        (refusal("chat not found"), Came.GROUP_LOST),
        (refusal("message thread not found"), Came.TOPIC_GONE),
        (refusal("TOPIC_ID_INVALID"), Came.TOPIC_GONE),
        (refusal("TOPIC_CLOSED"), Came.TOPIC_CLOSED),
        (refusal("TOPIC_NOT_MODIFIED"), Came.AS_WANTED),
        (refusal("message is not modified"), Came.AS_WANTED),
        (refusal("not enough rights to send text messages to the chat"), Came.NO_RIGHTS),
        (refusal("have no write access to the chat"), Came.NO_RIGHTS),
        (refusal("the chat is not a forum"), Came.NO_RIGHTS),
        (refusal("message to edit not found"), Came.CARD_GONE),
        (refusal("BUTTON_DATA_INVALID"), Came.FAILED),
        (refusal("FOO_BAR_INVALID"), Came.FAILED),
        (TelegramRetryAfter(ASKED, "Too Many Requests: retry after 35", 35), Came.LATER),
        (TelegramNetworkError(ASKED, "no answer"), Came.LATER),
        (TelegramServerError(ASKED, "Internal Server Error: restart"), Came.LATER),
        (TelegramUnauthorizedError(ASKED, "Unauthorized"), Came.LATER),
        (Astray(), Came.ASTRAY),
        (KeyError("a mistake of ours"), Came.FAILED),
    ],
)  # fmt: skip
def test_each_word_of_telegram_has_its_consequence(error, came):
    verdict = verdict_of(error, Step.CHANGE, failures=0)
    assert verdict.came is came
    assert verdict.wait > 0 or came not in (Came.LATER, Came.FAILED)


def test_a_group_that_moved_says_where_it_is():
    verdict = verdict_of(TelegramMigrateToChat(ASKED, "moved", -100155), Step.SEND, 0)
    assert verdict.moved_to == -100155


def test_what_is_sent_cannot_be_gone_before():
    assert verdict_of(refusal("message to edit not found"), Step.SEND, 0).came is Came.FAILED


def test_the_third_failure_in_a_row_is_the_last():
    assert [is_last(one) for one in range(MOST_FAILURES)] == [False, False, True]
