"""A notice in words: its card, and what goes with it on a phone that others can see."""

from dataclasses import replace

from bot.cards.buttons import Place
from bot.cards.card import Card, paragraphs
from bot.cards.notices import CARDS
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme import notices
from bot.programme.notices import Notice
from bot.programme.programme import Programme

# What somebody else must not see on a phone that is shared: below it stands how to hide it.
WITH_HIDING = (
    notices.AfterDanger, notices.CoachHasAnswered, notices.CoachWrites, notices.DangerWaits,
    notices.DangerAsked, notices.Emergency,
    notices.MyRequest, notices.RequestClosed,
)  # fmt: skip
# What comes unasked and is about help: a locked phone shows how it begins, to whoever looks on.
DISCREET = (
    notices.CoachHasAnswered, notices.CoachHasRead, notices.CoachWrites, notices.DangerWaits,
    notices.MentorMayKnow, notices.NotAnswered, notices.ObstacleShared, notices.ReferralQuestion,
    notices.RequestClosed,
)  # fmt: skip


def put_into_words(notice: Notice, speech: Speech, programme: Programme) -> Card:
    """What a notice looks like to this reader."""
    card = CARDS[type(notice)](notice, speech, programme)
    if isinstance(notice, DISCREET):
        begin = speech.say("There is a message for you.")
        card = replace(card, text=paragraphs(begin, card.text))
    if isinstance(notice, WITH_HIDING):
        card = replace(card, rows=(*card.rows, (way(Place.HIDE, speech),)))
    return card.shortened()
