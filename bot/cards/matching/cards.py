"""The cards of matching, by what they say."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.card import Card
from bot.cards.matching.following import match_left, match_shown, person_not_free
from bot.cards.matching.proposal import (
    match_agreed,
    match_over,
    match_proposed,
    nothing_proposed,
    sure_to_decline,
)
from bot.cards.matching.suggestions import mentors_for, pair_shown, to_match
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.matching import (
    MatchAgreed,
    MatchLeft,
    MatchOver,
    MatchProposed,
    MatchShown,
    MentorsFor,
    NothingProposed,
    PairShown,
    PersonNotFree,
    SureToDecline,
    ToMatch,
)
from bot.programme.programme import Programme

CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    MatchAgreed: match_agreed,
    MatchLeft: match_left,
    MatchOver: match_over,
    MatchProposed: match_proposed,
    MatchShown: match_shown,
    MentorsFor: mentors_for,
    NothingProposed: nothing_proposed,
    PairShown: pair_shown,
    PersonNotFree: person_not_free,
    SureToDecline: sure_to_decline,
    ToMatch: to_match,
}
