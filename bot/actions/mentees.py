"""The mentee of a mentor who stands here."""

from bot.actions.counter import Talk
from bot.programme.people import Role
from storage.duos import Duo


async def duo_of_mentor(talk: Talk) -> Duo | None:
    """The duo in which who stands here is the mentor."""
    if talk.person.role != Role.MENTOR:
        return None
    duo = await talk.tx.duos.of(talk.person.id)
    return duo if duo and duo.mentor_id == talk.person.id else None


async def language_of_mentee(talk: Talk) -> str | None:
    """The language of the mentee of who stands here; None when they have no mentee."""
    if talk.person.role != Role.MENTOR:
        return None
    return await talk.tx.duos.language_of_mentee(talk.person.id)
