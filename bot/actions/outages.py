"""After a time in which Telegram was not heard: what may have been answered is asked once more.

Telegram keeps a tap for 150 seconds and a message for a day. Who tapped while we did not listen
sees nothing happen, and would wait for an answer that never comes.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.questions import Put, meetings_told, question, subject_of
from bot.actions.whereabouts import question_of
from bot.programme.notices import (
    AskQuestion,
    CheckInOfferedAgain,
    CheckInPrompt,
    ConsentRefused,
    QuestionOfferedAgain,
)
from bot.programme.registration import Question
from storage.heartbeats import LINE
from storage.outages import Offer, OpenPrompt, Unheard

OUTAGE = timedelta(seconds=120)
# Who was asked longer before the outage than this was not in the middle of answering.
IN_THE_MIDDLE = timedelta(days=1)
# However often the line breaks, nobody is asked again more often than this.
BETWEEN_OFFERS = timedelta(hours=6)
PAGE = 200
LISTENED_UNTIL, UNHEARD_SINCE, HEARD_AGAIN = "listened until", "unheard since", "heard again"
KINDS = (CheckInOfferedAgain.kind, QuestionOfferedAgain.kind)


@dataclass(frozen=True, slots=True)
class Outage:
    """From the last moment at which we listened to the first one at which we did again."""

    begin: datetime
    end: datetime

    def by(self, now: datetime, until: datetime) -> Unheard:
        """When questions were put whose answers may be lost, in the time of ``now``.

        ``until`` is now in the machine's time. Of what was asked so shortly before the end that
        Telegram kept every tap, nothing is lost.
        """
        began, ended = now - (until - self.begin), now - (until - self.end)
        return Unheard(began - IN_THE_MIDDLE, ended - OUTAGE)


class Outages:
    """What is done when we could not hear."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def listened(self, since: datetime, until: datetime) -> None:
        """We hear Telegram since then, and did until now, both in the machine's time.

        The outage is kept when it is noticed. It is answered the next time, when what waited at
        Telegram has been handled, and by day; so who answers meanwhile is not asked.
        """
        outage = await self._note(since, until)
        if outage and not self.desk.programme.is_night(self.desk.clock.now()):
            await self._offer_again(outage, until)

    async def _note(self, since: datetime, until: datetime) -> Outage | None:
        """Write down that we listened; give the outage that was noticed before."""
        async with self.desk.open() as counter:
            facts = counter.tx.installation
            before = _moment(await facts.fact(LISTENED_UNTIL))
            begin = await unheard_since(counter)
            end = _moment(await facts.fact(HEARD_AGAIN)) if begin else None
            await facts.note(LISTENED_UNTIL, until.isoformat())
            await counter.tx.heartbeats.beat(LINE, until)
            if before and since - before > OUTAGE:
                # One that is not answered yet ends as late as the next one.
                end = since
                await facts.note(HEARD_AGAIN, end.isoformat())
                if begin is None:
                    await facts.note(UNHEARD_SINCE, before.isoformat())
        return Outage(begin, end or until) if begin else None

    async def _offer_again(self, outage: Outage, until: datetime) -> None:
        """In pages, each its own transaction. The letters bear the name of the outage, so that
        after a crash, or by two processes, nobody is asked twice.
        """
        name, unheard = f"{outage.begin:%Y%m%d%H%M%S}", outage.by(self.desk.clock.now(), until)
        await _by_pages(partial(self._offer_check_ins, name, unheard))
        await _by_pages(partial(self._offer_questions, name, unheard))
        async with self.desk.open() as counter:
            await counter.tx.installation.forget(UNHEARD_SINCE)

    async def _offer_check_ins(self, outage: str, unheard: Unheard, after: int) -> int | None:
        async with self.desk.open() as counter:
            found = await counter.tx.outages.open_prompts(
                CheckInPrompt.kind, unheard, counter.now, _offer(counter), after, PAGE
            )
            # Of several questions to one person the newest comes first.
            newest = {one.person_id: one for one in reversed(found)}
            await _ask_again(counter, list(newest.values()), outage)
        return found[-1].person_id if len(found) == PAGE else None

    async def _offer_questions(self, outage: str, unheard: Unheard, after: int) -> int | None:
        async with self.desk.open() as counter:
            found = await counter.tx.outages.in_the_middle(
                AskQuestion.kind, ConsentRefused.kind, unheard, _offer(counter), after, PAGE
            )
            people = await counter.tx.people.by_ids(found)
            for person in people.values():
                if question := question_of(counter, person):
                    role = person.answers.get(Question.ROLE)
                    notice = QuestionOfferedAgain(question, role, person.asking == question)
                    counter.tell(person.id, notice, f"question:{person.id}", outage)
        return found[-1] if len(found) == PAGE else None


async def unheard_since(counter: Counter) -> datetime | None:
    """When an outage began after which nobody was asked again yet."""
    return _moment(await counter.tx.installation.fact(UNHEARD_SINCE))


async def _by_pages(offer: Callable[[int], Awaitable[int | None]]) -> None:
    after: int | None = 0
    while after is not None:
        after = await offer(after)


async def _ask_again(counter: Counter, prompts: Sequence[OpenPrompt], outage: str) -> None:
    """This is the one time that they are asked again: no reminder follows."""
    if not prompts:
        return
    partners = await counter.tx.people.members({one.partner_id for one in prompts})
    puts = [Put(*astuple(one)) for one in prompts]
    meetings = await meetings_told(counter, puts)
    await counter.tx.silences.ask_no_more([one.id for one in puts])
    for put in puts:
        zone = ZoneInfo(put.zone)
        asked = question(put, partners[put.partner_id].first_name, counter.fair(counter.now, zone),
                         meetings)  # fmt: skip
        again = CheckInOfferedAgain(
            asked.prompt_id, asked.partner, asked.size, asked.last_week, asked.wording,
            asked.meetings,
        )  # fmt: skip
        counter.remind_in(zone, put.person_id, again, subject_of(put.id), outage)


def _offer(counter: Counter) -> Offer:
    return Offer(KINDS, counter.now - BETWEEN_OFFERS)


def _moment(fact: str | None) -> datetime | None:
    return datetime.fromisoformat(fact) if fact else None
