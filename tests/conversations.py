"""A house for tests: the real app over the pretend Telegram, in one process, on a turned clock."""

from datetime import datetime, timedelta
from functools import cache
from itertools import count
from typing import Any
from unittest.mock import patch

from aiogram import Router

from bot.app import App, make_bot
from bot.i18n import load_speech
from bot.post.pace import Pace
from bot.programme.programme import Programme
from bot.rehearsal.line import Line, Polls
from bot.sandbox import Telegram
from bot.sandbox.chats import Kept
from handlers import make_router
from handlers.ticks import every_second, until_done
from storage import Database

SPEECH = load_speech()
LETTER_OF_THE_WEEK = "tell_branches"
TOKEN = "1000001:pretend-token-for-the-tests-of-duobot"


the_router = cache(make_router)


def free_router() -> Router:
    """The doors, for one house after the other: to hang them anew cost as much as five talks."""
    router = the_router()
    router._parent_router = None
    return router


class House:
    """The app, its database and the pretend Telegram, moved forward by hand."""

    def __init__(self, telegram: Telegram, database: Database, programme: Programme) -> None:
        self.telegram = telegram
        self.database = database
        self.programme = programme
        self.app = self._open()

    def _open(self) -> App:
        with patch("bot.app.make_router", free_router):
            app = App(
                bot=make_bot(TOKEN, "http://sandbox.invalid", Line(self.telegram)),
                updates=Polls(self.telegram),
                database=self.database,
                programme=self.programme,
                speech=SPEECH,
                clock=self.telegram.clock,
                machine_clock=self.telegram.clock,
            )
        # Each look at the courier's watch is two seconds later, so the pace never makes us wait.
        app.courier.delivery.seconds = count(0, 2).__next__
        # Where a test lets the watch stand still, nothing can begin a little later.
        app.courier.delivery.pace = Pace()
        return app

    def restart(self) -> None:
        """The process dies and a new one starts on the same database."""
        self.app = self._open()

    async def settle(self) -> None:
        """Let everything happen that is waiting to happen."""
        came = await self.app.poller.poll()
        await self._work()
        while came and (came := await self.app.poller.poll()):
            await self._work()

    async def _work(self) -> None:
        """What came in is handled, what waits is sent, and the topics of cases are kept."""
        await self.app.workers.handle_waiting()
        await self.app.courier.deliver_due()
        if await self.app.topics.work_due():
            await self.app.courier.deliver_due()

    async def tick(self) -> None:
        """Let the clock look what is due, and let that happen.

        All but the letter of the week, which would stand below whatever a coach has read on any
        Monday: the tests of that letter look for it.
        """
        for name, look in every_second(self.app.actions).items():
            if name != LETTER_OF_THE_WEEK:
                await until_done(look)
        await self.settle()

    async def pass_by(self, **span: float) -> None:
        """Turn the clock on, and let happen what is due by then."""
        self.telegram.advance_clock(timedelta(**span))
        await self.tick()

    async def turn_to(self, moment: datetime) -> None:
        """Turn the clock to a moment, and let happen what is due by then."""
        self.telegram.turn_clock(moment)
        await self.tick()

    def meet(self, first_name: str, language_code: str | None = None) -> "Someone":
        """Somebody new with a phone."""
        return Someone(self, self.telegram.add_person(first_name, None, language_code).id)

    def phone_of(self, telegram_id: int) -> "Someone":
        """The phone of somebody of the cast."""
        return Someone(self, telegram_id)


class Someone:
    """A person with a phone, in a test."""

    def __init__(self, house: House, telegram_id: int) -> None:
        self.house = house
        self.id = telegram_id

    async def says(self, text: str) -> str:
        """Write to the bot; give what it answers."""
        before = self._newest()
        self.house.telegram.say(self.id, text)
        await self.house.settle()
        return self._answers_after(before)

    async def taps(self, label: str) -> str:
        """Tap the newest button that has this label; give what the bot answers or edits."""
        before, old = self._newest(), self._texts()
        self.house.telegram.tap(self.id, self._message_with(label), label)
        await self.house.settle()
        edited = [now for one, now in self._texts().items() if old.get(one, now) != now]
        return "\n".join([*edited, self._answers_after(before)]).strip()

    async def sends(self, kind: str) -> str:
        """Send something that is not text; give what the bot answers."""
        before = self._newest()
        self.house.telegram.send(self.id, kind)
        await self.house.settle()
        return self._answers_after(before)

    async def answers(self, part: str, text: str) -> str:
        """Answer to the newest message of the bot in which this stands; give what it says then."""
        before, about = self._newest(), self.number_of(part)
        self.house.telegram.say(self.id, text, replies_to=about)
        await self.house.settle()
        return self._answers_after(before)

    async def changes(self, part: str, text: str) -> str:
        """Change one's own newest message in which this stands; give what the bot says then."""
        before = self._newest()
        self.house.telegram.edit(self.id, self.number_of(part, by_bot=False), text)
        await self.house.settle()
        return self._answers_after(before)

    def number_of(self, part: str, *, by_bot: bool = True) -> int:
        """The number of the newest message in which this stands."""
        found = [
            one["message_id"]
            for one in self.messages
            if part in one["text"] and (one["from"] == "bot") is by_bot
        ]
        number: int = found[-1]
        return number

    async def forges(self, data: str, message_id: int | None = None) -> str:
        """Send a tap that no button made; give what the bot answers or edits."""
        before, old = self._newest(), self._texts()
        self.house.telegram.tap(self.id, message_id, data, forge=True)
        await self.house.settle()
        edited = [now for one, now in self._texts().items() if old.get(one, now) != now]
        return "\n".join([*edited, self._answers_after(before)]).strip()

    async def blocks(self) -> None:
        """Block the bot."""
        self.house.telegram.block(self.id)
        await self.house.settle()

    async def unblocks(self) -> None:
        """Let the bot in again."""
        self.house.telegram.unblock(self.id)
        await self.house.settle()

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The chat as this person sees it now."""
        return self.house.telegram.chat(self.id)

    @property
    def last(self) -> str:
        """The newest text of the bot, "" when there is none."""
        return next((_text(one) for one in reversed(self._seen()) if one.by_bot), "")

    @property
    def buttons(self) -> list[str]:
        """The labels under the bot's newest message."""
        return _labels(next(one.message for one in reversed(self._seen()) if one.by_bot))

    def _seen(self) -> list[Kept]:
        """What the chat holds, as it is kept: a view of the whole at each tap takes too long."""
        kept = self.house.telegram.state.chats[self.id].messages.values()
        return [one for one in kept if not one.deleted]

    def _newest(self) -> int:
        """The number of the newest message in the chat; what came before it may be taken out."""
        return max((_number(one) for one in self._seen()), default=0)

    def _texts(self) -> dict[int, str]:
        return {_number(one): _text(one) for one in self._seen()}

    def _answers_after(self, before: int) -> str:
        new = (one for one in self._seen() if one.by_bot and _number(one) > before)
        return "\n".join(map(_text, new))

    def _message_with(self, label: str) -> int:
        for one in reversed(self._seen()):
            if label in _labels(one.message):
                return _number(one)
        labels = [_labels(one.message) for one in self._seen()]
        raise AssertionError(f"No button {label!r}; there are {labels}.")


def _number(kept: Kept) -> int:
    number: int = kept.message["message_id"]
    return number


def _text(kept: Kept) -> str:
    text: str = kept.message.get("text", kept.message.get("caption", ""))
    return text


def _labels(message: dict[str, Any]) -> list[str]:
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]
