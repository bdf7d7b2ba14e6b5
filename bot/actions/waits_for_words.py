"""Whether somebody of the staff is asked for words of their own, such as a number of people."""

from bot.actions.counter import Talk
from bot.actions.intakes.writing_up import STAYS_OPEN
from bot.actions.sessions.planning import DRAFT_LIVES


async def waits_for_words(talk: Talk) -> bool:
    """A session is being planned, or a talk written up, and the next step is to write."""
    draft = await talk.tx.sessions.draft_of(talk.person.id, talk.now - DRAFT_LIVES)
    if draft and draft.asks:
        return True
    intake = await talk.tx.intakes.asked_of(talk.person.id)
    since = intake.asks_since if intake else None
    return since is not None and talk.now - since <= STAYS_OPEN
