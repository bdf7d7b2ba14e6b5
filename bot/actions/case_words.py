"""What was said about a case, shown to who may read it. Every reading is noted."""

from collections.abc import Mapping, Sequence

from bot.actions.case_cards import show_copies
from bot.actions.case_progress import tell_progress
from bot.actions.counter import Talk
from bot.programme.cases import Form, Reason
from bot.programme.letters import Lane
from bot.programme.notices import CaseFile, CaseRead
from bot.programme.notices.new_coach import MayRead
from bot.programme.relaying import pieces, size, together
from storage.case_messages import CaseMessage
from storage.cases import Case

MOST_SHOWN = 60  # messages of one case at once, the newest
# One message of Telegram holds 4096 units. A piece of 1900 letters is 3800 at most, and beside
# each stand a name and a moment.
PIECE, PAGE, HEAD = 1900, 3900, 90
WORDS = "words"

Said = tuple[str, str, str, str, str, bool]


async def show_words(talk: Talk, case: Case) -> None:
    """Show what was said, page by page, and the files that do not stand in this chat already; note
    that it was read.
    """
    messages = await talk.tx.case_messages.newest_of(case.id, MOST_SHOWN)
    authors = await talk.tx.people.by_ids({one.author_id for one in messages})
    names = {key: person.first_name for key, person in authors.items()}
    closed = await talk.tx.caseloads.words_are_closed(case.id)
    await talk.tx.case_readings.note(case.id, talk.person.id, WORDS, talk.now)
    for number, page in enumerate(pages([_said(one, names) for one in messages])):
        # Under the subject of the case, so that an answer to it is known to be about the case.
        moment = f"read:{talk.visit.update_id}:{number}"
        notice = CaseRead(case.id, page, closed, case.reason == Reason.DANGER)
        talk.tell(talk.person.id, notice, f"case:{case.id}", moment, lane=Lane.REPLY)
    await _show_files(talk, [one for one in messages if one.file], names)
    if closed:
        await _ask_person(talk, case)
    is_shown = bool(messages) or not closed
    if is_shown and await talk.tx.cases.mark_read(case.id, talk.person.id, talk.now):
        now_so = await talk.tx.cases.get(case.id)
        await show_copies(talk, now_so)
        await tell_progress(talk, now_so)


async def _ask_person(talk: Talk, case: Case) -> None:
    """Whoever has the case now needs a yes of their own. Who gets a new coach was asked then."""
    if case.person_id is None or case.owner_id != talk.person.id:
        return
    duo = await talk.tx.duos.of(case.person_id)
    if duo is None or duo.coach_id != talk.person.id:
        asks = MayRead(talk.person.first_name, talk.person.id)
        talk.tell_by_day(case.person_id, asks, f"may_read:{case.id}:{talk.person.id}")


async def nothing_said(talk: Talk, case: Case) -> CaseRead | None:
    """That there is nothing to read, for which no code is asked; None when there is something."""
    said = await talk.tx.case_messages.newest_of(case.id, 1)
    if said or await talk.tx.caseloads.words_are_closed(case.id):
        return None
    return CaseRead(case.id, (), in_danger=case.reason == Reason.DANGER)


def pages(said: Sequence[Said]) -> Sequence[tuple[Said, ...]]:
    """What fits in one message each; one page with nothing on it when nothing was said."""
    parts = [
        (side, author, form, part, at, changed)
        for side, author, form, words, at, changed in said
        for part in pieces(words, PIECE) or ("",)
    ]
    return together(parts, lambda one: size(one[3]) + HEAD, PAGE) or [()]


def _said(one: CaseMessage, names: Mapping[int, str]) -> Said:
    name, sent = names[one.author_id], one.sent_at.isoformat()
    return one.side, name, one.form, one.words, sent, one.edited_at is not None


async def _show_files(talk: Talk, files: Sequence[CaseMessage], names: Mapping[int, str]) -> None:
    """Each in a message of its own, under which it is known what an answer is about."""
    subjects = [f"said:{one.id}" for one in files]
    there = await talk.tx.case_readings.standing_with(talk.person.id, CaseFile.kind, subjects)
    for one, subject in zip(files, subjects, strict=True):
        if subject not in there:
            name, sent = names[one.author_id], one.sent_at.isoformat()
            notice = CaseFile(one.case_id, name, Form(one.form), one.file, one.words, sent)
            moment = f"to:{talk.person.id}:{talk.visit.update_id}"
            talk.tell(talk.person.id, notice, subject, moment, lane=Lane.REPLY)
