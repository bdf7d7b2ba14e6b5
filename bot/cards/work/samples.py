"""What is said about the work of a coach, as it comes in practice."""

from bot.programme.notices import AskQuestion, CheckInPrompt, Notice
from bot.programme.notices.convention import DuoStarts
from bot.programme.notices.work import (
    CallNoted,
    CameToTelegram,
    EnterSomebody,
    LinkToTelegram,
    NotEntered,
    OnBehalf,
    PersonShown,
    ReadPrivacy,
    SomebodyCameToTelegram,
    SomebodyToCall,
    ToCall,
    WorkList,
    WorkMenu,
    part_of,
)
from bot.programme.people import Role, Stage
from bot.programme.registration import Question
from bot.programme.road import Place
from bot.programme.work.lists import FOUND, SAID_YES, SHOWN, TO_CALL, UNDECIDED, UNFINISHED

LARGEST_ID = 2**63 - 1
SINCE = "2026-11-24T09:05:00+00:00"
TIMES = "1e 3a 6m"
TOLD = (
    ("year_of_birth", "1994"), ("phone", "+32470123456"), ("times", TIMES), ("job", "baker"),
    ("hope", "a job near home"), ("employer", "Colruyt"), ("languages", "ar:4 nl:2"),
    ("sector", "hospitality retail"), ("kind", "job"), ("experience", "20"), ("network", "yes"),
    ("capacity", "2"), ("online", "no"), ("interests", "walking cooking"), ("source", "vdab"),
    ("roots", "yes"), ("right_to_work", "unsure"),
)  # fmt: skip
STEPS = tuple((place, SINCE) for place in Place)
PROMPT = CheckInPrompt(LARGEST_ID, "Rita", "full", last_week=True, wording=0)
STARTS = DuoStarts(Role.MENTEE, "Rita", "Els")
QUESTION = AskQuestion(Question.ROLE, None, None, correcting=False)
WHO = (LARGEST_ID, "Fatima Benali")
ROWS = tuple(
    (LARGEST_ID - n, "Fatima Benali" if n else "", Role.MENTEE if n else "", place, SINCE)
    for n, place in enumerate(Place)
)  # fmt: skip


def _person(place: str, **more: object) -> PersonShown:
    facts = {
        "role": Role.MENTEE, "stage": Stage.REGISTERED, "place": place, "language": "fr",
        "branch": "brussels", "channel": "", "told": (), **more,
    }  # fmt: skip
    return PersonShown(*WHO, **facts)  # type: ignore[arg-type]  # samples name their facts


WORK_SAMPLES: list[Notice] = [
    OnBehalf.of(LARGEST_ID, "Fatima", PROMPT),
    OnBehalf.of(LARGEST_ID, "", QUESTION),
    ToCall(*WHO, Role.MENTEE, "fr", "+32470123456", TIMES, (part_of(PROMPT), part_of(STARTS)), 1),
    ToCall(*WHO, Role.MENTEE, "fr", "", "", (part_of(PROMPT),), 1, SINCE),
    ToCall(*WHO, "", "en", "", "9x", (), 1),
    SomebodyToCall(*WHO, "fr", TIMES),
    SomebodyToCall(*WHO, "nl", ""),
    CallNoted(*WHO),
    CallNoted(*WHO, SINCE),
    CallNoted(*WHO, tried=True),
    _person(Place.PROPOSED, channel="phone", match_id=LARGEST_ID),
    _person(SAID_YES, channel="phone", match_id=LARGEST_ID, agreed=True),
    _person(UNDECIDED, match_id=LARGEST_ID),
    EnterSomebody(),
    ReadPrivacy(LARGEST_ID, "fr"),
    NotEntered(),
    *[_person(place) for place in Place],
    _person("ready", channel="phone", told=TOLD, steps=STEPS, to_say=2),
    _person("new", role=Role.MENTOR, told=(("capacity", "1"), ("availability", "no"))),
    _person("in_duo", duo_id=LARGEST_ID, hidden=True, paused=True),
    _person("ready", unheard=True),
    _person("", stage=Stage.WITHDRAWN, role="", branch="", channel="phone"),
    _person("", stage=Stage.ARRIVING, role="", branch="", channel="paper",
            told=(("phone", "none"),)),
    _person("", stage=Stage.ARRIVING, role="", branch="", chat=700_000_009),
    WorkMenu(tuple((name, 3) for name in SHOWN)),
    WorkMenu(tuple((name, n) for n, name in enumerate(SHOWN)), coordinates=True),
    *[WorkList(name, ROWS, 1, more=True) for name in SHOWN],
    WorkList(TO_CALL, ROWS[:1]),
    WorkList(UNFINISHED, ()),
    WorkList(FOUND, ROWS, more=True, looked_for="fat"),
    WorkList(FOUND, (), looked_for="fat"),
    LinkToTelegram("Fatima", "AbCdEfGhIjKlMnOpQrStUv"),
    CameToTelegram("Fatima"),
    SomebodyCameToTelegram(*WHO),
]  # fmt: skip
