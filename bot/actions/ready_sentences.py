"""Telling each other something without writing, in the other one's language."""

from datetime import timedelta

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.meeting_letters import subject_of, told_meeting
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.letters import Lane
from bot.programme.notices import (
    ReadySentence,
    SentenceGroups,
    SentenceNotTold,
    SentencesOfGroup,
    SentenceTold,
)
from bot.programme.people import Visit
from bot.programme.ready_sentences import (
    AN_HOUR_AT_MOST,
    NAMES_THE_MEETING,
    URGENT,
    Group,
    Sentence,
    hours_to_call,
)
from bot.programme.told_meetings import ToldMeeting
from storage.duos import Duo
from storage.people import Person

ENOUGH, NOT_NOW = "enough", "not_now"
AN_HOUR, A_DAY, A_WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)


class ReadySentences:
    """What one of a duo can have told to the other."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def groups(self, visit: Visit) -> None:
        """Show what there is to tell."""
        async with self.desk.serve(visit) as talk:
            if pair := await _pair(talk):
                duo, partner = pair
                if await _left_in_peace(talk, pair):
                    talk.reply(SentenceNotTold(NOT_NOW, partner.first_name))
                else:
                    talk.reply(SentenceGroups(duo.id, partner.first_name))

    async def group(self, visit: Visit, duo_id: int, group: Group) -> None:
        """Show the sentences of one group."""
        async with self.desk.serve(visit) as talk:
            if pair := await _pair(talk, duo_id):
                duo, partner = pair
                hours = hours_to_call(talk.now, talk.programme.zone)
                talk.replace(SentencesOfGroup(duo.id, partner.first_name, group, hours))

    async def tell(self, visit: Visit, duo_id: int, sentence: Sentence, value: str) -> None:
        """Tell it; who was in another duo when the button was made tells nobody anything."""
        async with self.desk.serve(visit) as talk:
            if pair := await _pair(talk, duo_id):
                await tell(talk, pair, await _coming(talk, *pair), sentence, value)


async def tell(
    talk: Talk,
    pair: tuple[Duo, Person],
    meeting: ToldMeeting | None,
    sentence: Sentence,
    value: str = "",
) -> None:
    """Bring a sentence to the other one, and show who tells it what will be read."""
    duo, partner = pair
    if why_not := await _why_not(talk, partner, meeting):
        talk.replace(SentenceNotTold(why_not, partner.first_name))
        return
    about = meeting.facts() if meeting and sentence in NAMES_THE_MEETING else None
    name = talk.person.first_name
    notice = ReadySentence(duo.id, name, sentence, value, about)
    due = talk.now if sentence in URGENT else talk.by_day(talk.now)
    answers = sentence is Sentence.ALL_RIGHT and talk.visit.message_id
    said = f"answered:{talk.person.id}:{answers}" if answers else f"said:{talk.visit.update_id}"
    subject, until = f"duo:{duo.id}", None
    if meeting and about:
        # What is moved or cancelled is named no more, nor what is over.
        subject, until = subject_of(meeting.id), meeting.ends_at
    talk.plan(partner.id, notice, subject, said, due=due, expires=until, lane=Lane.REPLY)
    shown = SentenceTold(duo.id, partner.first_name, sentence, value, about, due > talk.now)
    talk.reply(shown) if answers else talk.replace(shown)


async def _pair(talk: Talk, duo_id: int | None = None) -> tuple[Duo, Person] | None:
    """The duo of who stands here, and the other one; else say where they stand."""
    duo = await talk.tx.duos.of(talk.person.id)
    if duo is None or duo_id not in (None, duo.id):
        show_whereabouts(talk, OLD_BUTTON)
        return None
    return duo, await talk.tx.people.get(duo.partner_of(talk.person.id))


async def _coming(talk: Talk, duo: Duo, partner: Person) -> ToldMeeting | None:
    """The next meeting of the two within a week, or the one that is going on."""
    coming = await talk.tx.meetings.coming_of(duo.id, talk.now)
    near = [one for one in coming if one.starts_at - talk.now < A_WEEK]
    return told_meeting(near[0], (talk.person, partner)) if near else None


async def _left_in_peace(talk: Talk, pair: tuple[Duo, Person]) -> bool:
    """Whether nothing can be told now, so that nobody chooses a sentence in vain."""
    _, partner = pair
    if not (partner.paused_at or partner.unreachable_at):
        return False
    return not _hears(talk, partner, await _coming(talk, *pair))


def _hears(talk: Talk, partner: Person, meeting: ToldMeeting | None) -> bool:
    """Who takes a break is left in peace, but for a meeting that is about to be."""
    is_today = meeting is not None and meeting.starts_at - talk.now < A_DAY
    return not partner.unreachable_at and (is_today or not partner.paused_at)


async def _why_not(talk: Talk, partner: Person, meeting: ToldMeeting | None) -> str | None:
    if not _hears(talk, partner, meeting):
        return NOT_NOW
    since = talk.now - AN_HOUR
    told = await talk.tx.outbox.count_kept(partner.id, ReadySentence.kind, since)
    return ENOUGH if told >= AN_HOUR_AT_MOST else None
