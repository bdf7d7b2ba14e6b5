"""Duos of samples: people whom nobody had to ask go the same road as all others, at once."""

from dataclasses import replace

from bot.actions.convention.beginning import begin_if_signed
from bot.actions.convention.signing import new_signature, text_in
from bot.actions.convention.standing import beginning_of
from bot.actions.convention.starting import start_duo
from bot.actions.counter import Counter
from bot.actions.road import move
from bot.programme.road import Place
from storage.duos import Duo, DuoState
from storage.people import Person


async def bring_together(counter: Counter, pair: tuple[Person, Person], coach: Person) -> Duo:
    """Both have said yes: they are to meet and to sign."""
    for one in pair:
        await move(counter, one, Place.PROPOSED, by=coach.id, why="sample")
    mentee, mentor = (replace(one, road=Place.PROPOSED) for one in pair)
    return await start_duo(counter, (mentee, mentor), coach)


async def meet_and_sign(counter: Counter, duo: Duo) -> Duo:
    """They have met, all three have signed, and their weeks begin."""
    await counter.tx.duos.advance(duo.id, DuoState.STARTING, DuoState.SIGNING)
    three = await counter.tx.people.by_ids((duo.mentee_id, duo.mentor_id, duo.coach_id))
    for language in {one.language for one in three.values()}:
        text = text_in(counter, language)
        kept = {"hash": text.hash, "version": text.version, "language": text.language}
        await counter.tx.signatures.keep_text(kept, text.said())
    for one in three.values():
        await counter.tx.signatures.sign(new_signature(counter, duo.id, one))
    here = await beginning_of(counter, await counter.tx.duos.get(duo.id))
    return (await begin_if_signed(counter, here)).duo if here else duo


async def form_sample_duo(counter: Counter, pair: tuple[Person, Person], coach: Person) -> Duo:
    """A duo whose weeks begin now. The two are told only that, since it is what is true, and
    their coach, who may have many, is told nothing.
    """
    said = len(counter.letters)
    duo = await bring_together(counter, pair, coach)
    del counter.letters[said:]
    duo = await meet_and_sign(counter, duo)
    counter.letters[said:] = [one for one in counter.letters[said:] if one.to != coach.id]
    return duo
