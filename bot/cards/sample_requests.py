"""Calls for a coach as who called sees them, as they come in practice."""

from bot.programme.cases import About, CaseState, Reason, Urgency, WhoMayKnow
from bot.programme.notices import (
    CoachHasAnswered,
    DangerWaits,
    MentorMayKnow,
    MyRequest,
    NotAnswered,
    Notice,
    RequestClosed,
)
from bot.programme.people import Role
from bot.programme.requests import Asks

_ID = 2**63 - 1
_PROMISED = "2026-11-24T14:30:00+00:00"
_ASKED = (_ID, Reason.ASKED)


def _questions() -> list[Notice]:
    return [
        MyRequest(*_ASKED, CaseState.OPEN, "Els", "brussels", role, in_duo=in_duo,
                  promised_at=_PROMISED, asks=asks, about=about)
        for role in (Role.MENTEE, Role.MENTOR)
        for in_duo in (True, False)
        for asks in Asks
        for about in (About.WORK, About.HEALTH)
    ]  # fmt: skip


def _told() -> list[Notice]:
    return [
        MyRequest(*_ASKED, state, None if state is CaseState.CLOSED else "Els", "brussels",
                  Role.MENTEE, promised_at=_PROMISED, about=about, urgency=urgency,
                  audience=audience)
        for state in CaseState
        for about, urgency, audience in (
            (About.HOME, Urgency.TODAY, WhoMayKnow.MENTOR_TOO),
            (About.PARTNER, Urgency.QUESTION, WhoMayKnow.TEAM),
        )
    ]  # fmt: skip


REQUEST_SAMPLES: list[Notice] = [
    *_questions(),
    *_told(),
    MyRequest(*_ASKED, CaseState.OPEN, None, None, asks=Asks.ABOUT),
    MyRequest(*_ASKED, CaseState.OPEN, "Els", "brussels", again=True, promised_at=_PROMISED),
    MyRequest(*_ASKED, CaseState.OPEN, None, "brussels", held_until="2026-11-24T08:00:00+00:00"),
    MyRequest(*_ASKED, CaseState.OPEN, "Els", "brussels", promised_at=_PROMISED, is_late=True),
    MyRequest(*_ASKED, CaseState.OPEN, "Els", "brussels", promised_at=_PROMISED,
              held_until="2026-11-24T08:00:00+00:00"),
    MyRequest(*_ASKED, CaseState.OPEN, "Nadia", "brussels", promised_at=_PROMISED, reopened=True),
    MyRequest(*_ASKED, CaseState.OPEN, "Els", "brussels", urgency=Urgency.TODAY,
              promised_at=_PROMISED, opens_at=_PROMISED, registers=True),
    MyRequest(*_ASKED, CaseState.OPEN, "Els", None, asks=Asks.URGENCY, registers=True),
    MyRequest(*_ASKED, CaseState.CLOSED, None, "brussels", reopened=True),
    MyRequest(*_ASKED, CaseState.TAKEN, "Els", "brussels", waits_until=_PROMISED),
    MyRequest(_ID, Reason.DANGER, CaseState.OPEN, "Els", "brussels", Role.MENTEE,
              promised_at=_PROMISED),
    MyRequest(_ID, Reason.DANGER, CaseState.OPEN, "Els", "brussels", Role.MENTEE,
              promised_at=_PROMISED, wants_call=True),
    MyRequest(_ID, Reason.DANGER, CaseState.READ, "Els", "brussels", Role.MENTEE),
    MyRequest(_ID, Reason.DANGER, CaseState.TAKEN, "Els", "brussels", wants_call=True),
    MyRequest(_ID, Reason.DANGER, CaseState.OPEN, None, "brussels", registers=True),
    MyRequest(_ID, Reason.DANGER, CaseState.ANSWERED, "Els", "brussels", to_read=True),
    MyRequest(_ID, Reason.DANGER, CaseState.CLOSED, None, "brussels"),
    MyRequest(*_ASKED, CaseState.OPEN, "Els", "brussels", promised_at=_PROMISED, is_late=True,
              others=True),
    MyRequest(*_ASKED, CaseState.OPEN, "Els", "brussels", promised_at=_PROMISED, others=True,
              held_until="2026-11-24T08:00:00+00:00"),
    MyRequest(*_ASKED, CaseState.ANSWERED, "Els", "brussels", to_read=True),
    RequestClosed(_ID, "Els", reason=Reason.DANGER),
    DangerWaits(_ID, _PROMISED, "brussels"),
    NotAnswered(_ID, "Els", "Nadia"),
    NotAnswered(_ID, "Els"),
    MyRequest(_ID, Reason.GOES_BADLY, CaseState.OPEN, "Els", "brussels", Role.MENTEE,
              promised_at=_PROMISED),
    CoachHasAnswered(_ID, "Els"),
    RequestClosed(_ID, "Els"),
    RequestClosed(_ID, "Els", may_reopen=False),
    RequestClosed(_ID, "Els", asked_at=_PROMISED),
    *[MentorMayKnow("Amir", about)
      for about in (About.MEETINGS, About.WORK, About.HOME, About.OTHER)],
]  # fmt: skip
