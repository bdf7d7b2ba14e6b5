"""Reading and signing the convention: each of the three with one tap, and nobody is pressed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.actions.convention.beginning import begin_if_signed
from bot.actions.convention.standing import (
    Beginning,
    beginning_of,
    for_three,
    subject_of,
    to_start,
)
from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.whereabouts import NO_AGREEMENT, show_whereabouts
from bot.programme.conventions.text import ConventionText
from bot.programme.notices import NotForYou
from bot.programme.notices.convention import (
    SPOKEN,
    ConventionAnswer,
    ConventionOnPaper,
    ConventionPart,
    Signed,
)
from bot.programme.people import Visit, is_staff
from storage.person import Person
from storage.signatures import Signature

MARK = 8  # letters of the hash that a button carries: it names the text that was read


class Signing:
    """What each of the three can do with the text."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def read_own(self, visit: Visit) -> None:
        """Our agreement, at any time, from its first part on."""
        async with self.desk.serve(visit) as talk:
            duo = await talk.tx.duos.of(talk.person.id)
            here = await beginning_of(talk, duo) if duo else None
            if here:
                talk.reply(_part(talk, here, 0))
            elif is_staff(talk.person.role):
                talk.reply(NotForYou())
            else:
                show_whereabouts(talk, NO_AGREEMENT)

    async def read(self, visit: Visit, duo_id: int, number: int) -> None:
        """One part of it."""
        async with self.desk.serve(visit) as talk:
            if here := await for_three(talk, duo_id):
                talk.replace(_part(talk, here, number))

    async def sign(self, visit: Visit, duo_id: int, mark: str) -> None:
        """Sign the text that was read; another one is shown first."""
        async with self.desk.serve(visit) as talk:
            here = await for_three(talk, duo_id, hold=True)
            if here is None:
                return
            text = text_of(talk)
            if not here.may_sign:
                talk.replace(_answer(talk, here, "too_early"))
            elif here.signed_by(talk.person):
                talk.replace(_signed(talk, here))
            elif not text.hash.startswith(mark):
                talk.replace(_part(talk, here, 0, changed=True))
            else:
                await _sign(talk, here)

    async def later(self, visit: Visit, duo_id: int) -> None:
        """Not yet: nothing happens, and the coach hears it once."""
        async with self.desk.serve(visit) as talk:
            here = await for_three(talk, duo_id)
            if here is None:
                return
            coach = here.coach
            if talk.person.id != coach.id and not here.signed_by(talk.person) and here.may_sign:
                notice = to_start(here, "later", talk.person.first_name)
                moment = f"later:{talk.programme.convention.version}:{talk.person.id}"
                talk.tell(coach.id, notice, subject_of(duo_id), moment)
            talk.replace(_answer(talk, here, "later"))

    async def print_it(self, visit: Visit, duo_id: int) -> None:
        """As a page: the text that this reader signed last, else today's."""
        async with self.desk.serve(visit) as talk:
            if here := await for_three(talk, duo_id):
                talk.reply(await _on_paper(talk, here))


def text_of(talk: Talk, language: str = "") -> ConventionText:
    """Today's text in this language, or in that of who stands here."""
    return text_in(talk, language or talk.person.language)


def text_in(counter: Counter, language: str) -> ConventionText:
    """Today's text in a language."""
    return counter.programme.convention.text(language)


def new_signature(counter: Counter, duo_id: int, person: Person) -> Signature:
    """A signature of today's text, in somebody's language."""
    text = text_in(counter, person.language)
    return Signature(duo_id, person.id, text.version, text.language, text.hash, counter.now)


async def keep(talk: Talk, here: Beginning, signature: Signature) -> Beginning:
    """Keep a signature with the text that it stands under; when it is the last one, the duo
    begins.
    """
    text = text_in(talk, signature.language)
    kept = {"hash": text.hash, "version": text.version, "language": text.language}
    await talk.tx.signatures.keep_text(kept, text.said())
    await talk.tx.signatures.sign(signature)
    now = await beginning_of(talk, here.duo)
    return await begin_if_signed(talk, now) if now else here


async def _sign(talk: Talk, here: Beginning) -> None:
    """Where a coach taps for somebody, that is what is kept: they said yes, and to whom."""
    signature = new_signature(talk, here.duo.id, talk.person)
    if teller := talk.teller:
        signature = replace(signature, how=SPOKEN, noted_by=teller.id, noted_at=talk.now)
    talk.replace(_signed(talk, await keep(talk, here, signature)))


def _signed(talk: Talk, here: Beginning) -> ConventionAnswer:
    left = tuple(one.first_name for one in here.not_signed())
    return ConventionAnswer(here.duo.id, "signed", left, is_staff(talk.person.role))


def _answer(talk: Talk, here: Beginning, news: str) -> ConventionAnswer:
    """What names the coach, or to the coach the two."""
    staff = is_staff(talk.person.role)
    names = here.others(talk.person.id) if staff else (here.coach.first_name,)
    return ConventionAnswer(here.duo.id, news, names, staff)


def _part(talk: Talk, here: Beginning, number: int, *, changed: bool = False) -> ConventionPart:
    text, mine = text_of(talk), here.signed_by(talk.person)
    return ConventionPart(
        here.duo.id, min(number, len(text.parts) - 1), text.hash[:MARK], here.may_sign,
        mine.signed_at.isoformat() if mine else "", text.version, changed,
        is_staff(talk.person.role),
    )  # fmt: skip


def page_for(talk: Talk, here: Beginning, language: str) -> ConventionOnPaper:
    """Today's text as a page in this language, whoever reads the message around it."""
    text = text_of(talk, language)
    page = _page(talk, here, text.said(), (text.version, text.language), here.signed)
    return replace(page, page_in=text.language)


async def _on_paper(talk: Talk, here: Beginning) -> ConventionOnPaper:
    every = await talk.tx.signatures.of(here.duo.id)
    own = [one for one in every if one.person_id == talk.person.id]
    text = text_of(talk)
    if not own or own[-1].version == text.version:
        return _page(talk, here, text.said(), (text.version, text.language), here.signed)
    mine = own[-1]
    old = [one for one in every if one.version == mine.version]
    said = await talk.tx.signatures.text(mine.hash)
    return _page(talk, here, said, (mine.version, mine.language), _of_version(here, old))


def _page(
    talk: Talk, here: Beginning, said: Mapping[str, Any], which: tuple[str, str], signed: Signed
) -> ConventionOnPaper:
    version, language = which
    parts = tuple((title, words) for title, words in said["parts"])
    return ConventionOnPaper(
        language, said["title"], parts, version, here.mentee.nearest_branch,
        here.duo.formed_at.isoformat(), signed, talk.now.isoformat(),
    )  # fmt: skip


def _of_version(here: Beginning, old: list[Signature]) -> Signed:
    return Beginning(
        here.duo, here.mentee, here.mentor, here.coach, here.first, here.meeting, old
    ).signed
