"""Saying something about a case: kept, and brought to the other side."""

from datetime import timedelta

from bot.actions.case_cards import nudge, show_copies, subject_of
from bot.actions.case_progress import tell_progress
from bot.actions.case_standing import own_plan
from bot.actions.counter import Counter, Talk
from bot.actions.ladder import note_answer, wait_for_answer
from bot.actions.lines import open_line_for_answer
from bot.actions.standing_in.scope import is_off_telegram
from bot.actions.whereabouts import being_asked
from bot.programme.cases import Form, Nudge, Side
from bot.programme.heard import Heard
from bot.programme.letters import Lane
from bot.programme.notices import CaseCard, CaseMessageCame, CoachWrites, NotPassedOn, PassedOn
from bot.programme.people import Stage
from bot.programme.relaying import pieces
from storage.case_messages import CaseMessage
from storage.cases import Case
from storage.ids import new_id
from storage.people import Person

LONGEST = 1900  # letters in one message beside a name; an emoji is two of Telegram's 4096
NOT_YOURS = "not_yours"
TWO, LEFT, UNREACHABLE, CLOSED_FOR_COACH = "two", "left", "unreachable", "closed_for_coach"
# Who gets ten messages of one person hears of them once, but of the next one some time later.
ONE_LETTER_IN = timedelta(minutes=10)
# The photos of one album come within so much time.
OF_ONE_ALBUM = timedelta(seconds=10)


async def pass_on(talk: Talk, case: Case, heard: Heard) -> None:
    """Keep what the person says in their case, and let who answers for it know."""
    knows = await _knows_already(talk, case)
    await keep(talk, case, heard, Side.PERSON)
    await wait_for_answer(talk, case)
    if not knows:
        await tell_owner(talk, case)
    owner = await talk.tx.people.get(case.owner_id) if case.owner_id else None
    name, registers = owner.first_name if owner else "", being_asked(talk) is not None
    await _confirm(talk, heard, PassedOn(case.id, name, registers=registers))


async def _knows_already(talk: Talk, case: Case) -> bool:
    """Whether who answers for it was told a moment ago that something waits, and has neither read
    nor answered nor taken it since.
    """
    if case.owner_id is None:
        return False
    seen = await talk.tx.case_messages.last_seen(case.id, case.owner_id)
    moments = (seen, case.taken_at, case.answered_at, talk.now - ONE_LETTER_IN)
    since = max(one for one in moments if one)
    about = (CaseMessageCame.kind, subject_of(case))
    return await talk.tx.standing.kept_after(case.owner_id, *about, since)


async def tell_owner(talk: Talk, case: Case, *, changed: bool = False) -> None:
    """Something waits to be read, below the card of the case; what it says is not told here."""
    if case.owner_id is None:
        return
    cards = dict(await talk.tx.outbox.sent_copies(CaseCard.kind, subject_of(case)))
    came = CaseMessageCame(case.id, talk.person.first_name, changed)
    talk.tell(
        case.owner_id, came, subject_of(case), f"came:{talk.visit.update_id}", lane=Lane.CASE,
        replies_to=cards.get(case.owner_id),
    )  # fmt: skip


async def say_to_person(talk: Talk, case: Case, heard: Heard) -> None:
    """Bring the words of a coach to the person of the case. Who says so has it from now on, unless
    a colleague has it, who hears of it then.
    """
    person = await talk.tx.people.get(case.person_id) if case.person_id else None
    if why_not := _why_not(case, person):
        talk.reply(NotPassedOn(why_not, person.first_name if person else ""))
    elif person:
        message = await keep(talk, case, heard, Side.COACH)
        for number, notice in enumerate(in_parts(message, talk.person.first_name)):
            tell_person(talk, person.id, message.id, notice, str(number))
        await open_line_for_answer(talk, person.id, case.id)
        await _now_theirs(talk, case)
        off = is_off_telegram(person)
        passed = PassedOn(case.id, person.first_name, by_coach=True, by_phone=off)
        await _confirm(talk, heard, passed)


async def keep(talk: Talk, case: Case, heard: Heard, side: Side) -> CaseMessage:
    """Keep a message about a case."""
    message = CaseMessage(
        new_id(), case.id, talk.person.id, side, heard.form, heard.words, heard.file,
        talk.visit.sent_as, talk.now, file_mark=heard.mark or None, chat_id=talk.visit.group_id,
    )  # fmt: skip
    await talk.tx.case_messages.keep(message)
    return message


async def show_words_again(talk: Talk, message: CaseMessage) -> None:
    """Bring what a coach wrote once more to who stands here, in the name of its author."""
    author = await talk.tx.people.get(message.author_id)
    for number, notice in enumerate(in_parts(message, author.first_name)):
        moment = f"update:{talk.visit.update_id}:{number}"
        tell_person(talk, talk.person.id, message.id, notice, moment)


def in_parts(message: CaseMessage, name: str) -> list[CoachWrites]:
    """What a coach of this name wrote, as the person reads it: a file with what stands under it,
    or words.
    """
    form = Form(message.form)
    if form is not Form.TEXT:
        return [CoachWrites(message.case_id, name, form, message.words, message.file)]
    parts = pieces(message.words, LONGEST)
    return [CoachWrites(message.case_id, name, form, part) for part in parts]


def tell_person(
    counter: Counter, person_id: int, message_id: int, notice: CoachWrites, moment: str,
    edits: int | None = None,
) -> None:  # fmt: skip
    """Each message is a subject of its own, by which its copy is found when it is changed."""
    subject = f"said:{message_id}"
    counter.tell(person_id, notice, subject, moment, lane=Lane.CASE, edits=edits)


def _why_not(case: Case, person: Person | None) -> str | None:
    if person is None:
        return TWO
    if person.stage == Stage.WITHDRAWN:
        return LEFT
    if case.closed_at is not None:
        return CLOSED_FOR_COACH
    return UNREACHABLE if person.unreachable_at else None


async def _confirm(talk: Talk, heard: Heard, notice: PassedOn) -> None:
    """Say that it was passed on; of an album once is enough."""
    since = talk.now - OF_ONE_ALBUM
    theirs = (talk.person.id, PassedOn.kind, since)
    if not heard.in_album or not await talk.tx.outbox.count_kept(*theirs):
        talk.reply(notice)


async def _now_theirs(talk: Talk, case: Case) -> None:
    """Who answers has the case, if nobody had it; everybody who has its card sees who answered."""
    me, taken = talk.person.id, False
    if case.taken_by is None:
        taken = await talk.tx.cases.take(case.id, me, talk.now, await own_plan(talk, case))
        case = await talk.tx.cases.get(case.id)
    answered = await note_answer(talk, case, me)
    now_so = await talk.tx.cases.get(case.id)
    if taken or answered or case.last_answer_by != me:
        await show_copies(talk, now_so)
    if taken or answered:
        await tell_progress(talk, now_so)
    if now_so.taken_by not in (None, me):
        await nudge(talk, now_so, [now_so.taken_by], Nudge.ANSWERED, talk.person.first_name)
