"""Every way in. A handler reads an event and asks one action; what is said follows by the post."""

from aiogram import Router

from handlers import (
    cases,
    check_ins,
    duos,
    guide,
    invitations,
    languages,
    pauses,
    privacy,
    reachability,
    registration,
)


def make_router() -> Router:
    """The order matters: the first door that fits opens, and the last two take anything."""
    root = Router(name="chat")
    for theme in (invitations, cases, check_ins, duos, languages, pauses, privacy, reachability):
        root.include_router(theme.make_router())
    root.include_routers(guide.make_router(), registration.make_router())
    root.include_routers(guide.make_command_router(), registration.make_answer_router())
    root.include_router(guide.make_last_router())
    return root
