"""What the coach does about who has not signed: remind once, or note what stands on paper."""

from bot.actions.convention.signing import keep, new_signature, text_of
from bot.actions.convention.standing import Beginning, for_coach, for_three, subject_of, to_start
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.programme.letters import Lane
from bot.programme.notices.convention import (
    ConfirmPaper,
    ConventionAnswer,
    ConventionToSign,
    NotedOnPaper,
)
from bot.programme.people import Visit
from storage.person import Person


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
                talk.replace(to_start(here, "reminded", person.first_name))

    async def ask_paper(self, visit: Visit, duo_id: int, person_id: int) -> None:
        """Note it of who is not on Telegram; who is could sign there, so the coach is asked."""
        async with self.desk.serve(visit) as talk:
            here, person = await _one_of(talk, duo_id, person_id)
            if here and person and person.telegram_id is None:
                await _note(talk, here, person)
            elif here and person:
                talk.replace(ConfirmPaper(duo_id, person.id, person.first_name))

    async def note_paper(self, visit: Visit, duo_id: int, person_id: int) -> None:
        """Note that somebody signed on paper; they are told, and may say that it is not so."""
        async with self.desk.serve(visit) as talk:
            here, person = await _one_of(talk, duo_id, person_id)
            if here and person:
                await _note(talk, here, person)

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


async def _note(talk: Talk, here: Beginning, person: Person) -> None:
    who, duo_id = (person.id, person.language), here.duo.id
    signature = new_signature(talk, duo_id, who, noted_by=talk.person.id)
    after = await keep(talk, here, signature)
    notice = NotedOnPaper(duo_id, talk.person.first_name)
    moment = f"paper:{talk.now:%y%m%d%H%M%S}:{person.id}"
    talk.tell(person.id, notice, subject_of(duo_id), moment, lane=Lane.REPLY)
    talk.replace(to_start(after))


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
