"""Helping somebody to find the way: help, the menu, and what cannot be read."""

from bot.actions.danger_words import hear_unread
from bot.actions.desk import Desk
from bot.actions.hearing import hear_case, hear_case_at_last, hear_open_call
from bot.actions.whereabouts import (
    NOT_UNDERSTOOD,
    OLD_BUTTON,
    being_asked,
    say_only_words,
    show_menu,
    show_whereabouts,
)
from bot.programme.heard import Heard
from bot.programme.letters import Lane
from bot.programme.notices import Help, OurMistake
from bot.programme.people import Role, Stage, Visit


class Guide:
    """What anybody can ask at any moment."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def help(self, visit: Visit) -> None:
        """Say how this works, and which way is not digital; then ask again what was asked."""
        async with self.desk.serve(visit, correcting=True) as talk:
            role = talk.person.role or Role.MENTEE
            talk.reply(Help(role, talk.person.nearest_branch))
            if being_asked(talk):
                show_whereabouts(talk)

    async def menu(self, visit: Visit) -> None:
        """Show what one can do here; in the middle of the questions, the question."""
        async with self.desk.serve(visit) as talk:
            if talk.person.stage == Stage.REGISTERED:
                await talk.save(asking=None)
                show_menu(talk)
            else:
                show_whereabouts(talk)

    async def not_understood(self, visit: Visit) -> None:
        """A command that there is not: no answer to whatever is asked."""
        async with self.desk.serve(visit, correcting=True) as talk:
            show_whereabouts(talk, NOT_UNDERSTOOD)

    async def old_button(self, visit: Visit) -> None:
        """A button that leads nowhere any more: show where the person stands now."""
        async with self.desk.serve(visit, correcting=True) as talk:
            show_whereabouts(talk, OLD_BUTTON)

    async def not_words(self, visit: Visit, heard: Heard | None) -> None:
        """Something came that is not text: for the coach, or for nobody."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if await hear_case(talk, heard):
                return
            if heard and await hear_case_at_last(talk, heard):
                return
            if heard and await hear_open_call(talk, heard):
                return
            if not await hear_unread(talk, heard):
                say_only_words(talk)

    async def apologise(
        self, update_id: int, telegram_id: int | None, stranger: Visit | None = None
    ) -> None:
        """Our own mistake: put the update aside for the operators, and say so to who sent it.

        A ``stranger`` whose very first update it was becomes somebody to whom it can be said.
        """
        async with self.desk.open() as counter:
            await counter.tx.inbox.give_back(update_id, set_aside=True)
            people = counter.tx.people
            person = await people.by_telegram(telegram_id) if telegram_id is not None else None
            if person is None and stranger:
                person = await self.desk.who(counter.tx, stranger, counter.now)
            if person:
                notice = OurMistake(person.nearest_branch)
                counter.tell(person.id, notice, f"mistake:{update_id}", lane=Lane.REPLY)

    async def nothing_to_do(self, update_id: int) -> None:
        """An update that asks nothing of us, such as a message in a group."""
        async with self.desk.open() as counter:
            await counter.tx.inbox.finish(update_id, counter.now)
