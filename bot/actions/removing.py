"""Taking messages out of chats: what was hidden, what is a secret, and what stood long enough."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from bot.actions.counter import Counter
from bot.programme.letters import Lane, Letter
from bot.programme.notices import Removal, Stays
from storage.standing import StandingMessage

# Telegram lets bots take messages away for 48 hours; one hour less, for what is on its way.
CAN_BE_REMOVED = timedelta(hours=47)
# As many as one request may name.
MOST_AT_ONCE = 100


def take_out(
    counter: Counter, person_id: int, numbers: Iterable[int], subject: str,
    *, late: Sequence[int] = (), lane: Lane = Lane.CASE,
) -> None:  # fmt: skip
    """Let these messages be taken out of the chat of a person, in as few requests as will do."""
    messages = list(dict.fromkeys(numbers))
    for begin in range(0, len(messages), MOST_AT_ONCE):
        some = tuple(messages[begin : begin + MOST_AT_ONCE])
        _leave(counter, person_id, Removal(some), (subject, f"from:{begin}"), lane)
    for number in dict.fromkeys(late):
        _leave(counter, person_id, Removal((), (number,)), (subject, f"late:{number}"), lane)


def _leave(
    counter: Counter, person_id: int, removal: Removal, name: tuple[str, str], lane: Lane
) -> None:
    """As a change of a message: made twice it is one, so it is made again until it is sure."""
    changed = (removal.messages or removal.late)[0]
    counter.letters.append(Letter(person_id, removal, *name, lane, counter.now, edits=changed))


async def take_out_secrets(counter: Counter, person_id: int, subject: str) -> None:
    """Let what holds a secret of this person stand no longer in their chat."""
    since = counter.now - CAN_BE_REMOVED
    found = await counter.tx.standing.of(person_id, (Stays.BRIEFLY,), since)
    await take_out_standing(counter, person_id, found, subject)


async def take_out_all(
    counter: Counter, person_id: int, subject: str, *, also: Sequence[int] = ()
) -> None:
    """Let what is recent and about cases stand no longer in this chat: ours, whatever they wrote
    themselves, since around a case every word can tell of it, and what is ``also`` named.
    """
    since, standing = counter.now - CAN_BE_REMOVED, counter.tx.standing
    ours = await standing.of(person_id, tuple(Stays), since)
    written = await standing.written_by(person_id, since)
    answered = await standing.answered(person_id, since)
    await take_out_standing(counter, person_id, ours, subject, also=[*written, *answered, *also])


async def take_out_standing(
    counter: Counter, person_id: int, found: Sequence[StandingMessage], subject: str,
    *, also: Sequence[int] = (), lane: Lane = Lane.CASE,
) -> None:  # fmt: skip
    """Let messages of ours be taken out of one chat, and with them what is ``also`` named; what is
    too old to go becomes a neutral word.
    """
    oldest, numbers = counter.now - CAN_BE_REMOVED, [one.message_id for one in found]
    if numbers:
        await counter.tx.standing.take_out(person_id, numbers, counter.now)
    recent = [one.message_id for one in found if one.sent_at >= oldest]
    late = [one.message_id for one in found if one.sent_at < oldest]
    take_out(counter, person_id, [*recent, *also], subject, late=late, lane=lane)
