"""The card of each notice about the weeks of a duo."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.active_weeks.reasons import why_a_break
from bot.cards.active_weeks.talks import talk_due
from bot.cards.card import Card
from bot.i18n import Speech
from bot.programme.notices.active_weeks import TalkDue, WhyABreak
from bot.programme.notices.notice import Notice
from bot.programme.programme import Programme

CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    TalkDue: talk_due,
    WhyABreak: why_a_break,
}
