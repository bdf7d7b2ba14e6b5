"""What the coach does about who has not signed: remind once, or note what stands on paper."""

from dataclasses import replace
from datetime import date

from bot.actions.convention.signing import MARK, keep, new_signature, page_for, text_of
from bot.actions.convention.standing import Beginning, for_coach, for_three, subject_of, to_start
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.standing_in.scope import names_to_call
from bot.programme.conventions.paper_days import moment_on, paper_days
from bot.programme.letters import Lane
from bot.programme.notices.convention import (
    ON_PAPER,
    ConfirmPaper,
    ConventionAnswer,
    ConventionToSign,
    NotedOnPaper,
)
from bot.programme.people import Visit
from storage.person import Person

Paper = tuple[date, str]  # on which day which text was signed


class SigningFollowed:
    """What a coach sees to until all three have signed."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def remind(self, visit: Visit, duo_id: int, person_id: int) -> None:
        """Remind somebody; a second time nothing more is sent."""
        async with self.desk.serve(visit) as talk:
            here, person = await _one_of(talk, duo_id, person_id)
            if here and person:
                parts = len(text_of(talk).parts)
                names = here.others(person.id)
                notice = ConventionToSign(duo_id, names, parts, reminder=True)
                once = f"remind:{talk.programme.convention.version}:{person.id}"
                talk.tell(person.id, notice, subject_of(duo_id), once)
                called = names_to_call(person)
                talk.replace(to_start(here, "reminded", person.first_name, called))

    async def ask_paper(self, visit: Visit, duo_id: int, person_id: int) -> None:
        """On which day somebody signed on paper; who is on Telegram could sign there too."""
        async with self.desk.serve(visit) as talk:
            here, person = await _one_of(talk, duo_id, person_id)
            if here and person:
                talk.replace(_paper(talk, here, person))

    async def print_for(self, visit: Visit, duo_id: int, person_id: int) -> None:
        """Today's text as a page in somebody's language, for their ink."""
        async with self.desk.serve(visit) as talk:
            here, person = await _one_of(talk, duo_id, person_id)
            if here and person:
                talk.reply(page_for(talk, here, person.language))

    async def note_paper(self, visit: Visit, duo_id: int, person_id: int, paper: Paper) -> None:
        """Note that somebody signed on paper; they are told, and may say that it is not so."""
        async with self.desk.serve(visit) as talk:
            here, person = await _one_of(talk, duo_id, person_id)
            if here is None or person is None:
                return
            day, mark = paper
            same = text_of(talk, person.language).hash.startswith(mark)
            if same and day in _days(talk, here):
                await _note(talk, here, person, day)
            else:
                talk.replace(replace(_paper(talk, here, person), changed=not same))

    async def object_(self, visit: Visit, duo_id: int) -> None:
        """That is not right: the note does not count any more, and the coach hears it at once."""
        async with self.desk.serve(visit) as talk:
            here = await for_three(talk, duo_id, hold=True)
            if here is None:
                return
            version = talk.programme.convention.version
            if await talk.tx.signatures.object_to(duo_id, talk.person.id, version, talk.now):
                moment = f"objected:{talk.now:%y%m%d%H%M%S}:{talk.person.id}"
                notice = to_start(here, "objected", talk.person.first_name)
                talk.tell(here.coach.id, notice, subject_of(duo_id), moment, lane=Lane.REPLY)
                talk.replace(ConventionAnswer(duo_id, "objected", (here.coach.first_name,)))
            else:
                left = tuple(one.first_name for one in here.not_signed())
                talk.replace(ConventionAnswer(duo_id, "as_it_is", left))


async def _note(talk: Talk, here: Beginning, person: Person, day: date) -> None:
    at, duo_id = moment_on(day, talk.now, talk.programme.zone), here.duo.id
    signature = replace(
        new_signature(talk, duo_id, person),
        signed_at=at,
        how=ON_PAPER,
        noted_by=talk.person.id,
        noted_at=talk.now,
    )
    after = await keep(talk, here, signature)
    notice = NotedOnPaper(duo_id, talk.person.first_name, day.isoformat())
    moment = f"paper:{talk.now:%y%m%d%H%M%S}:{person.id}"
    talk.tell(person.id, notice, subject_of(duo_id), moment, lane=Lane.REPLY)
    talk.replace(to_start(after))


def _paper(talk: Talk, here: Beginning, person: Person) -> ConfirmPaper:
    text, days = text_of(talk, person.language), _days(talk, here)
    return ConfirmPaper(
        here.duo.id, person.id, person.first_name, tuple(one.isoformat() for one in days),
        text.version, text.hash[:MARK], in_telegram=person.telegram_id is not None,
    )  # fmt: skip


def _days(talk: Talk, here: Beginning) -> tuple[date, ...]:
    return paper_days(talk.now, here.duo.formed_at, talk.programme.zone)


async def _one_of(
    talk: Talk, duo_id: int, person_id: int
) -> tuple[Beginning | None, Person | None]:
    """One of the two who has not signed yet, for their coach; else what is true is shown."""
    here = await for_coach(talk, duo_id, hold=True)
    if here is None:
        return None, None
    two = (here.mentee, here.mentor)
    waiting = {one.id: one for one in here.not_signed() if one in two} if here.may_sign else {}
    person = waiting.get(person_id)
    if person is None:
        talk.replace(to_start(here))
    return here, person
