"""Both said yes: from here on they know each other, and they are to meet and to sign."""

from bot.actions.convention.starting import start_duo
from bot.actions.counter import Counter
from storage.matches import AGREED, Match


async def both_agree(counter: Counter, match: Match) -> None:
    """Bring the two together, once: who comes second finds the match closed and does nothing. The
    coach reads of it on the card of the duo that begins.
    """
    if not await counter.tx.matches.close(match.id, AGREED, counter.now):
        return
    people = await counter.tx.people.by_ids((match.mentee_id, match.mentor_id))
    pair = (people[match.mentee_id], people[match.mentor_id])
    await start_duo(counter, pair, await counter.tx.people.get(match.coach_id))
