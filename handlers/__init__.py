"""Every way in. A handler reads an event and asks one action; what is said follows by the post."""

from aiogram import Router

from handlers import (
    barriers,
    cases,
    check_ins,
    duos,
    guide,
    hand_over,
    invitations,
    keeping,
    languages,
    pauses,
    privacy,
    reachability,
    referrals,
    registration,
    services,
    signposts,
)
from handlers.doors import Ways

THEMES = (
    invitations, cases, check_ins, duos, languages, pauses, privacy, reachability, guide,
    signposts, services, referrals, hand_over, barriers, keeping, registration,
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
