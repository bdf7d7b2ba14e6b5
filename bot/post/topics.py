"""The keeper of topics: makes, fills, closes and reopens the topics of cases, a step at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import structlog
from aiogram import Bot

from bot.actions.topics import TopicTask
from bot.cards import Card, put_into_words
from bot.cards.groups import topic_name
from bot.cards.telegram import entities, keyboard
from bot.i18n import Speech
from bot.post.delivery import Delivery
from bot.post.patience import patiently
from bot.post.topic_verdicts import Astray, Came, Verdict, is_last, verdict_of
from bot.post.watch import Alarm
from bot.programme.letters import Lane
from bot.programme.people import guess_language
from bot.programme.topics import Step

NAP = 1.0  # seconds between two looks

Result = TypeVar("Result")

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class TopicKeeper:
    """Does what rows say is due, at Telegram's pace for groups; a crash costs one step at most."""

    bot: Bot
    delivery: Delivery

    async def run(self) -> None:
        """Keep the topics for ever."""
        while True:
            await patiently(self.work_due, "topics_not_kept", 0)
            await asyncio.sleep(NAP)

    async def work_due(self) -> int:
        """Do what is due now, in turn; give how many steps were taken."""
        steps, actions, clock = 0, self.delivery.office.actions, self.delivery.office.machine_clock
        while await actions.topics.is_due(clock.now()):
            if task := await actions.topics.claim(clock.now()):
                await self._step(task)
                steps += 1
        return steps

    async def _step(self, task: TopicTask) -> None:
        """One request, when the group's pace allows it and the work is ours still."""
        chat, pace, now = task.work.chat_id, self.delivery.pace, self.delivery.seconds()
        if (ready := pace.ready_at(chat, Lane.CASE, now)) > now:
            await self._wait(task, Verdict(Came.LATER, ready - now))
            return
        if self.delivery.office.machine_clock.now() >= task.work.leased_until:
            log.warning("topic_left_to_another", case_id=task.work.case_id)
            return
        pace.began(chat, Lane.CASE, now)
        try:
            number = await self._ask_telegram(task)
        except Exception as error:  # noqa: BLE001  # every way to fail has its row in the verdicts
            await self._judge(task, verdict_of(error, task.step, task.work.tries))
        else:
            await self.delivery.office.actions.topics.done(task, number)
        finally:
            pace.ended(chat, self.delivery.seconds())

    async def _ask_telegram(self, task: TopicTask) -> int | None:
        """One request; the number of what is new, if anything is. Raises what goes wrong."""
        chat, thread = task.work.chat_id, task.work.thread_id or 0
        match task.step:
            case Step.MAKE:
                return await self._make(task)
            case Step.SEND:
                return await self._send(task)
            case Step.CHANGE:
                await self._change(task)
            case Step.CLOSE:
                await self.bot.close_forum_topic(chat, thread)
            case Step.REOPEN:
                await self.bot.reopen_forum_topic(chat, thread)
        return None

    async def _make(self, task: TopicTask) -> int:
        name = topic_name(task.card, self._speech_of(task))
        made = await self.bot.create_forum_topic(task.work.chat_id, name)
        return _insist_on(made).message_thread_id

    async def _send(self, task: TopicTask) -> int:
        """The card, in its topic. Raises Astray when Telegram put it elsewhere, where it is taken
        away again.
        """
        card, chat, thread = self._card(task), task.work.chat_id, task.work.thread_id
        sent = await self.bot.send_message(
            chat, card.text, message_thread_id=thread, entities=entities(card),
            reply_markup=keyboard(card),
        )  # fmt: skip
        if _insist_on(sent).message_thread_id != thread:
            await self.bot.delete_message(chat, sent.message_id)
            raise Astray
        return sent.message_id

    async def _change(self, task: TopicTask) -> None:
        card = self._card(task)
        await self.bot.edit_message_text(
            card.text, chat_id=task.work.chat_id, message_id=task.work.card_id,
            entities=entities(card), reply_markup=keyboard(card),
        )  # fmt: skip

    async def _judge(self, task: TopicTask, verdict: Verdict) -> None:
        """Write what has to be done about what went wrong."""
        topics = self.delivery.office.actions.topics
        facts = {"case_id": task.work.case_id, "step": task.step, "reason": verdict.reason}
        log.warning("topic_not_kept", came=verdict.came, **facts)
        match verdict.came:
            case Came.AS_WANTED:
                await topics.done(task)
            case Came.LATER:
                await self._wait(task, verdict)
            case Came.MOVED:
                await topics.has_moved(task, verdict.moved_to)
            case Came.GROUP_LOST:
                self.delivery.watch.alarm(Alarm.STAFF_GROUP_LOST, reason=verdict.reason)
                await topics.has_lost_group(task)
            case _:
                await self._try_again_or_not(task, verdict)

    async def _try_again_or_not(self, task: TopicTask, verdict: Verdict) -> None:
        """What may mend itself a few times; never in a wider place than the topic."""
        no_rights = verdict.came is Came.NO_RIGHTS
        if no_rights or verdict.came is Came.ASTRAY or is_last(task.work.tries):
            self.delivery.watch.alarm_at_times(
                Alarm.TOPIC_LEFT_TO_PRIVATE, came=verdict.came, reason=verdict.reason
            )
            topics = self.delivery.office.actions.topics
            await topics.leave_to_private(task, no_rights=no_rights)
        elif verdict.came is Came.FAILED:
            await self._wait(task, verdict, counted=True)
        else:
            await self._mend(task, verdict.came)

    async def _mend(self, task: TopicTask, came: Came) -> None:
        topics = self.delivery.office.actions.topics
        mends: Mapping[Came, Callable[[TopicTask], Awaitable[None]]] = {
            Came.TOPIC_GONE: topics.is_gone,
            Came.TOPIC_CLOSED: topics.is_closed,
            Came.CARD_GONE: topics.card_is_gone,
        }
        await mends[came](task)

    async def _wait(self, task: TopicTask, verdict: Verdict, *, counted: bool = False) -> None:
        office = self.delivery.office
        until = office.machine_clock.now() + timedelta(seconds=verdict.wait)
        await office.actions.topics.wait(task, until, counted=counted)

    def _card(self, task: TopicTask) -> Card:
        return put_into_words(task.card, self._speech_of(task), self.delivery.office.programme)

    def _speech_of(self, task: TopicTask) -> Speech:
        office = self.delivery.office
        return office.speech[guess_language(task.language, office.programme.languages)]


def _insist_on(result: Result | None) -> Result:
    """An answer without a result says nothing of whether the work was done."""
    if result is None:
        raise TimeoutError("The answer held no result.")
    return result
