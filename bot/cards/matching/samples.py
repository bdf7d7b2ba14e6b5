"""What is said while two people are brought together, as it comes in practice."""

from bot.programme.matching.conditions import Condition
from bot.programme.matching.points import Criterion
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
from bot.programme.road import Place

LARGEST_ID = 2**63 - 1
ASKED = "2026-11-24T09:05:00+00:00"
_FACTS = {
    Criterion.SECTOR: ("care",),
    Criterion.JOB: ("verpleegkundige",),
    Criterion.LANGUAGES: ("nl",),
    Criterion.INTERESTS: ("music", "cooking"),
    Criterion.TRAVEL: ("brussels",),
    Criterion.WAITING: ("5",),
}
_POINTS = tuple((one, 10, 20, facts) for one, facts in _FACTS.items())
_EMPTY = tuple((one, 0, 20, ("0",) if one is Criterion.WAITING else ()) for one in Criterion)
_REASONS = (("sector", ("care",)), ("speak", ("nl", "fr")), ("times", ("1e", "3a", "6m")))
_OTHERS = (("job", ("verpleegkundige",)), ("interests", ("music",)), ("branch", ("brussels",)))
_PAIR = PairShown(LARGEST_ID, "Amir", LARGEST_ID - 1, "Rita", (), (), _POINTS, ("nl", "fr"),
                  ("1e", "3a"))  # fmt: skip
_MATCH = MatchShown(LARGEST_ID, "Amir", "Rita", ASKED)


def _pair(stands: tuple[str, ...], untold: tuple[str, ...] = ()) -> PairShown:
    return PairShown(1, "Amir", 2, "Rita", stands, untold, _EMPTY, (), ())


def _match(outcome: str = "", news: str = "") -> MatchShown:
    return MatchShown(1, "Amir", "Rita", ASKED, ("Rita",), outcome, news, "Rita")


MATCHING_SAMPLES: list[Notice] = [
    ToMatch(()),
    ToMatch(((LARGEST_ID, "Amir", 2, "Rita"), (3, "Samira", 0, "")), ((5, "Noor", "Jan"),), 4,
            0, 14),
    ToMatch(((1, "Amir", 2, "Rita"),), (), 1, 10, 11),
    ToMatch((), ((5, "Noor", "Jan"),), 0),
    ToMatch((), tuple((one, f"Noor {one}", "Jan") for one in range(1, 12)), 0),
    MentorsFor(LARGEST_ID, "Amir", ((LARGEST_ID, "Rita", 72), (2, "Jan", 30)), ((3, "Lieve"),),
               100, (_POINTS, _EMPTY), 0, 31),
    MentorsFor(LARGEST_ID, "Amir", ((2, "Jan", 30),), ((3, "Lieve"),), 100, (), 10, 31),
    MentorsFor(LARGEST_ID, "Amir", (), ((3, "Lieve"),), 100, (), 30, 31),
    MentorsFor(1, "Amir", (), (), 100),
    _PAIR,
    _pair(tuple(Condition)),
    _pair((Condition.BEFORE,), ("times", "sector")),
    _MATCH,
    *[_match(outcome) for outcome in ("agreed", "declined", "let_go", "left")],
    *[_match(news=news) for news in ("said_yes", "no_answer", "asked_again", "paused",
                                 "unreachable")],
    _match("declined", "said_no"),
    PersonNotFree(),
    MatchProposed(LARGEST_ID, "mentee", "Els", _REASONS),
    MatchProposed(1, "mentor", "Els", _OTHERS),
    MatchProposed(1, "mentor", "Els", (("languages", ("nl",)),), again=True),
    MatchProposed(1, "mentee", "Els", _REASONS, agreed=True),
    *[NothingProposed("mentee", place) for place in Place],
    *[NothingProposed("mentor", place) for place in ("new", "training", "ready")],
    NothingProposed("mentee", "in_duo", "Rita"),
    SureToDecline(LARGEST_ID),
    MatchLeft("Rita"), MatchLeft("Rita", by_phone=True), MatchLeft("Rita", spared=True),
    MatchShown(1, "Amir", "Rita", ASKED, called=("Amir",)),
    MatchShown(1, "Amir", "Rita", ASKED, (), "declined", "said_no", "Rita", spared=("Amir",)),
    MatchShown(1, "Amir", "Rita", ASKED, (), "let_go", called=("Amir", "Rita")),
    MatchAgreed(),
    MatchOver(coach="Els"),
    MatchOver(own=True, coach="Els"),
]  # fmt: skip
