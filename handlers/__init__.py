"""Every way in. A handler reads an event and asks one action; what is said follows by the post."""

from aiogram import Router

from handlers import (
    barriers,
    calendars,
    case_talk,
    cases,
    check_ins,
    convention,
    danger,
    duo_views,
    groups,
    guide,
    hand_over,
    hiding,
    intake_hours,
    intakes,
    invitations,
    keeping,
    languages,
    matching,
    meetings,
    obstacles,
    on_the_day,
    pauses,
    phones,
    privacy,
    reachability,
    ready_sentences,
    referrals,
    registration,
    requests,
    rhythms,
    second_factor,
    services,
    sessions,
    signposts,
    staff,
    training,
    waiting,
    work,
)
from handlers.doors import Ways

THEMES = (
    danger, sessions, training, invitations, requests, cases, case_talk, check_ins, obstacles,
    rhythms, duo_views, matching, languages, pauses, privacy, reachability, guide,
    signposts, services, referrals, hand_over, barriers, keeping, meetings, on_the_day,
    ready_sentences, calendars, phones, convention, hiding, second_factor, staff, work, groups,
    intakes, intake_hours, waiting, registration,
)  # fmt: skip


def make_router() -> Router:
    """The order matters: the first door that fits opens, and the last ones take anything."""
    ways = Ways()
    for theme in THEMES:
        theme.open_doors(ways)
    guide.open_door_for_other_commands(ways)
    registration.open_door_for_answers(ways)
    guide.open_last_doors(ways)
    return ways.together()
