"""Talking about a case: reading it, answering, notes, and changing what was said."""

from dataclasses import replace
from itertools import zip_longest

from bot.actions.case_cards import nudge
from bot.actions.case_words import nothing_said, show_words
from bot.actions.code_attempts import refuse_code
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.hearing import FORM, case_of, is_awaited
from bot.actions.lines import LINE_STAYS, close_line, leave_other_line, open_line
from bot.actions.removing import take_out_standing
from bot.actions.saying import TWO, in_parts, tell_owner, tell_person
from bot.actions.second_factor import ask_for_code, is_trusted
from bot.actions.standing_in.scope import is_off_telegram
from bot.actions.whereabouts import being_asked
from bot.actions.words_gone import CHANGED, take_from_readers
from bot.programme.cases import Form, Nudge, Side, Takes
from bot.programme.heard import Heard
from bot.programme.notices import (
    ChangeNotSeen,
    CoachWrites,
    LineClosed,
    LineOpen,
    NotForYou,
    NotPassedOn,
)
from bot.programme.people import Visit, is_staff
from storage.case_messages import CaseMessage
from storage.cases import Case

MINUTES = int(LINE_STAYS.total_seconds()) // 60


class Talking:
    """What people and coaches say to each other."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def read(self, visit: Visit, case_id: int) -> None:
        """Show a coach what was said, once they have given their code."""
        async with self.desk.serve(visit) as talk:
            case = await _answered_for(talk, case_id)
            if case is None:
                talk.reply(NotForYou())
                return
            await leave_other_line(talk, case.id)
            if await is_trusted(talk):
                await show_words(talk, case)
            elif nothing := await nothing_said(talk, case):
                talk.reply(nothing)
            else:
                await ask_for_code(talk, case.id)

    async def reply(self, visit: Visit, case_id: int) -> None:
        """Open the line: what comes next goes to the other side."""
        async with self.desk.serve(visit) as talk:
            case = await case_of(talk, case_id)
            if case is None:
                talk.reply(NotForYou())
            elif case.person_id is None:
                talk.reply(NotPassedOn(TWO))
            else:
                await open_line(talk, case.id)
                name, language, off = await _other_side(talk, case)
                talk.reply(LineOpen(case.id, name, Takes.MESSAGE, MINUTES, language, off))

    async def note(self, visit: Visit, case_id: int) -> None:
        """The next message is a note among coaches."""
        async with self.desk.serve(visit) as talk:
            case = await _answered_for(talk, case_id)
            if case is None:
                talk.reply(NotForYou())
            else:
                await open_line(talk, case.id, Takes.NOTE)
                talk.reply(LineOpen(case.id, "", Takes.NOTE, MINUTES))

    async def listens(self, visit: Visit) -> bool:
        """Whether a coach hears what is written now, before its words mean anything else."""
        async with self.desk.database.reading() as tx:
            person = await tx.people.by_telegram(visit.telegram_id)
            if person is None:
                return False
            now, programme = self.desk.clock.now(), self.desk.programme
            return await is_awaited(Talk(tx, now, programme, visit=visit, person=person))

    async def stop(self, visit: Visit) -> None:
        """Close the line: nothing more is passed on."""
        async with self.desk.serve(visit) as talk:
            await close_line(talk)
            if talk.person.spared_until:
                await talk.save(spared_until=None)
            talk.replace(LineClosed())

    async def change(self, visit: Visit, heard: Heard | None) -> None:
        """Somebody changed a message of theirs: so does what was passed on of it. Who changed
        something else has to know that it is not looked at.
        """
        async with self.desk.serve(visit, correcting=True) as talk:
            about_case = await hear_changed(talk, heard)
            is_text = heard is not None and heard.form is Form.TEXT
            if is_text and not about_case and not is_staff(talk.person.role):
                talk.reply(ChangeNotSeen(registers=being_asked(talk) is not None))

    async def did_not_arrive(self, subject: str) -> None:
        """What a coach wrote could finally not be delivered: who wrote it is told."""
        async with self.desk.open() as counter:
            message = await counter.tx.case_messages.named(int(subject.partition(":")[2]))
            if message:
                case = await counter.tx.cases.get(message.case_id)
                await nudge(counter, case, [message.author_id], Nudge.NOT_SENT)


async def hear_changed(talk: Talk, heard: Heard | None) -> bool:
    """Change what was passed on of a message that somebody changed, as long as they may talk about
    it. What cannot be passed on is told. False when it was about no case.
    """
    visit = talk.visit
    if visit.sent_as is None:
        return False
    told = (talk.person.id, visit.sent_as, visit.group_id)
    message = await talk.tx.case_messages.written_as(*told)
    case = await case_of(talk, message.case_id) if message else None
    if message is None or case is None:
        return message is not None
    if heard is None:
        talk.reply(NotPassedOn(FORM))
    elif not (is_staff(talk.person.role) and await refuse_code(talk, heard.words)):
        await _change(talk, case, message, heard)
    return True


async def _change(talk: Talk, case: Case, message: CaseMessage, heard: Heard) -> None:
    """Keep it as it is now, and change its copies."""
    is_swapped = (message.form, message.file_mark) != (heard.form, heard.mark or None)
    if message.words == heard.words and not is_swapped:
        return
    now_so = replace(message, words=heard.words)
    if is_swapped:
        now_so = replace(now_so, form=heard.form, file=heard.file, file_mark=heard.mark or None)
    await talk.tx.case_messages.change(now_so, talk.now)
    await _change_copies(talk, case, now_so, is_swapped=is_swapped)


async def _answered_for(talk: Talk, case_id: int) -> Case | None:
    """A case for whose words this coach may ask."""
    return await case_of(talk, case_id) if is_staff(talk.person.role) else None


async def _other_side(talk: Talk, case: Case) -> tuple[str, str, bool]:
    """Who reads it, for a coach in which language, when that is not their own, and whether it is
    said on the phone.
    """
    by_coach = is_staff(talk.person.role)
    other = case.person_id if by_coach else case.owner_id
    if not other:
        return "", "", False
    reader = await talk.tx.people.get(other)
    differs = by_coach and reader.language != talk.person.language
    language = str(reader.language) if differs else ""
    return reader.first_name, language, is_off_telegram(reader)


async def _change_copies(
    talk: Talk, case: Case, message: CaseMessage, *, is_swapped: bool
) -> None:
    """A coach's words change where the person reads them. What a coach has read of a person is
    taken away: the new words are read after the code, as the old ones were.
    """
    if message.side == Side.NOTE:
        return
    if message.side == Side.COACH:
        await _change_for_person(talk, case, message, is_swapped=is_swapped)
    elif await take_from_readers(talk, case.id, [message.id], CHANGED):
        await tell_owner(talk, case, changed=True)


async def _change_for_person(
    talk: Talk, case: Case, message: CaseMessage, *, is_swapped: bool
) -> None:
    """Each part in the place of what it was; one that did not arrive yet comes as it is now, and a
    file that was swapped goes.
    """
    if case.person_id is None:
        return
    subject = f"said:{message.id}"
    await talk.tx.forgetting.take_back([CoachWrites.kind], [subject], talk.now)
    copies = await talk.tx.standing.about(CoachWrites.kind, [subject])
    numbers = list(dict.fromkeys(one.message_id for one in copies))
    if is_swapped:
        swapped = f"swapped:{talk.visit.update_id}"
        await take_out_standing(talk, case.person_id, copies, swapped)
        numbers = []
    parts = in_parts(message, talk.person.first_name)
    nothing = replace(parts[0], words="") if parts else None
    for number, (part, copy) in enumerate(zip_longest(parts, numbers, fillvalue=None)):
        moment = f"{talk.visit.update_id}:{number}"
        if notice := part or nothing:
            tell_person(talk, case.person_id, message.id, notice, moment, edits=copy)
