"""Sharing phone numbers within a duo: each says so, and either stops it at any time."""

from collections.abc import Mapping
from datetime import timedelta

from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.registering.keeping import take_contact
from bot.actions.whereabouts import OLD_BUTTON, say_only_words, show_whereabouts
from bot.programme.letters import Lane
from bot.programme.notices import (
    AskNumber,
    NumberNotShared,
    NumberOffered,
    NumbersShared,
    NumbersTakenBack,
    PhonesShown,
)
from bot.programme.people import Visit
from bot.programme.phone_numbers import looks_like_a_number, read_number, read_shared
from storage.duos import Duo
from storage.letters import TooLate
from storage.people import Person
from storage.phone_shares import NOTHING_SAID, PhoneShare

UNFIT, SOMEBODY_ELSE = "unfit", "somebody_else"
# What is written later than this is no answer any more; and so long nobody is asked once more.
A_DAY = timedelta(days=1)
# Whose number it was is not known any more.
NOT_SHARED = NumbersTakenBack("", by_you=False)
NUMBERS = (NumberOffered.kind, NumbersShared.kind)


class Phones:
    """What each of a duo can do with their own number."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """Show how it stands."""
        async with self.desk.serve(visit) as talk:
            if pair := await _pair(talk):
                duo, partner = pair
                _show(talk, duo, partner, await talk.tx.phone_shares.of(duo.id))

    async def ask(self, visit: Visit) -> None:
        """Ask for the number; nothing is shared before it is given."""
        async with self.desk.serve(visit) as talk:
            if pair := await _pair(talk):
                duo, partner = pair
                await talk.tx.phone_shares.ask(duo.id, talk.person.id, talk.now)
                talk.reply(AskNumber(partner.first_name))

    async def hear_contact(self, visit: Visit, number: str, owner: int | None) -> None:
        """Take a contact, when it is one's own and was asked for; else say how it stands."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if await take_contact(talk, number, owner):
                return
            if await talk.tx.duos.of(talk.person.id) is None:
                say_only_words(talk)
            elif pair := await _pair(talk):
                duo, partner = pair
                shares = await talk.tx.phone_shares.of(duo.id)
                if not _is_asked(talk, shares):
                    _show(talk, duo, partner, shares)
                elif owner != visit.telegram_id:
                    talk.reply(AskNumber(partner.first_name, SOMEBODY_ELSE))
                else:
                    await _take(talk, duo, partner, (shares, read_shared(number)))

    async def stop(self, visit: Visit) -> None:
        """Take one's own number back; it goes from the chat of the other one too."""
        async with self.desk.serve(visit) as talk:
            if pair := await _pair(talk):
                duo, partner = pair
                await talk.tx.phone_shares.stop(duo.id, talk.person.id)
                tapped = (talk.person.id, visit.message_id)
                await _replace_copies(talk, duo, (talk.person, partner), but=tapped)
                talk.replace(NumbersTakenBack(partner.first_name, by_you=True))

    async def decline(self, visit: Visit) -> None:
        """The person does not want to; nobody hears of it."""
        async with self.desk.serve(visit) as talk:
            talk.replace(NumberNotShared())


async def hear_number(talk: Talk, text: str) -> bool:
    """Take words as the number that was asked for; False when none was, or it is no number."""
    if not looks_like_a_number(text):
        return False
    duo = await talk.tx.duos.of(talk.person.id)
    shares = await talk.tx.phone_shares.of(duo.id) if duo else {}
    if duo is None or not _is_asked(talk, shares):
        return False
    partner = await talk.tx.people.get(duo.partner_of(talk.person.id))
    await _take(talk, duo, partner, (shares, read_number(text)))
    return True


async def forget(counter: Counter, duo: Duo) -> None:
    """The duo has ended: no number is kept, and none stays to be read in a chat."""
    await counter.tx.phone_shares.forget(duo.id)
    await _replace_copies(counter, duo, ())


async def _pair(talk: Talk) -> tuple[Duo, Person] | None:
    duo = await talk.tx.duos.of(talk.person.id)
    if duo is None:
        show_whereabouts(talk, OLD_BUTTON)
        return None
    return duo, await talk.tx.people.get(duo.partner_of(talk.person.id))


def _is_asked(talk: Talk, shares: Mapping[int, PhoneShare]) -> bool:
    asked_at = shares.get(talk.person.id, NOTHING_SAID).asked_at
    return asked_at is not None and talk.now - asked_at < A_DAY


def _show(talk: Talk, duo: Duo, partner: Person, shares: Mapping[int, PhoneShare]) -> None:
    mine, theirs = (shares.get(one, NOTHING_SAID) for one in (talk.person.id, partner.id))
    if mine.number and theirs.number:
        _tell_number(talk, duo, (talk.person, partner), (mine.number, theirs.number))
    else:
        talk.reply(PhonesShown(partner.first_name, mine.number, bool(theirs.number)))


async def _take(
    talk: Talk, duo: Duo, partner: Person, given: tuple[Mapping[int, PhoneShare], str | None]
) -> None:
    """Keep a number that was asked for. The two see each other's once both have given one."""
    shares, number = given
    if number is None:
        talk.reply(AskNumber(partner.first_name, UNFIT))
        return
    await talk.tx.phone_shares.share(shares[talk.person.id].id, number, talk.now)
    theirs = shares.get(partner.id, NOTHING_SAID).number
    if theirs:
        _tell_number(talk, duo, (talk.person, partner), (number, theirs))
        _tell_number(talk, duo, (partner, talk.person), (theirs, number))
    else:
        talk.reply(PhonesShown(partner.first_name, number, wanted=False))
        await _offer(talk, duo, partner)


async def _offer(talk: Talk, duo: Duo, partner: Person) -> None:
    """Let the other one know, once a day at most."""
    since = talk.now - A_DAY
    if not await talk.tx.outbox.count_kept(partner.id, NumberOffered.kind, since):
        notice = NumberOffered(talk.person.first_name)
        talk.tell(partner.id, notice, _subject(duo), f"offer:{talk.visit.update_id}")


def _tell_number(
    talk: Talk, duo: Duo, people: tuple[Person, Person], numbers: tuple[str, str]
) -> None:
    """Tell the first of the two the number of the second, under a subject by which it is found
    again when it has to go.
    """
    (reader, partner), (mine, theirs) = people, numbers
    notice = NumbersShared(partner.first_name, theirs, mine)
    occurrence = f"{talk.visit.update_id}:{reader.id}"
    talk.tell(reader.id, notice, _subject(duo), occurrence, lane=Lane.REPLY)


async def _replace_copies(
    counter: Counter,
    duo: Duo,
    people: tuple[Person, ...],
    but: tuple[int, int | None] = (0, None),
) -> None:
    """In the place of each number that was sent comes that it is no longer shared; with the name
    of the other one when they are among the ``people``.
    """
    subject, tx = _subject(duo), counter.tx
    await tx.forgetting.take_back(NUMBERS, [subject], counter.now)
    for reader_id, message_id in await tx.outbox.sent_copies(NumbersShared.kind, subject):
        if (reader_id, message_id) == but:
            continue
        partner = next((one for one in people if one.id != reader_id), None)
        gone = NumbersTakenBack(partner.first_name if partner else "", by_you=reader_id == but[0])
        _take_away(counter, subject, reader_id, message_id, gone)
    await tx.forgetting.letters_about(NUMBERS, [subject])


def take_away_late(counter: Counter, late: TooLate) -> None:
    """The number arrived just now, which somebody stopped sharing while it was on its way."""
    _take_away(counter, late.subject, late.person_id, late.message_id)


def _take_away(
    counter: Counter, subject: str, reader_id: int, message_id: int,
    gone: NumbersTakenBack = NOT_SHARED,
) -> None:  # fmt: skip
    moment = f"{reader_id}:{message_id}:{counter.now:%Y%m%d%H%M%S%f}"
    counter.tell(reader_id, gone, subject, moment, lane=Lane.REPLY, edits=message_id)


def _subject(duo: Duo) -> str:
    return f"phones:{duo.id}"
