"""What can be had of one service: its number, its place, what to say there, a page of paper."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.actions.care import entry_for
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.directory import Directory
from bot.actions.pointing import found, own_area, wish_of
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.directory import Entry, Service
from bot.programme.directory.areas import COUNTRY
from bot.programme.directory.writing import write_service
from bot.programme.needs.codes import NEEDS
from bot.programme.notices import NumberToCall, OnPaper, OnTheMap, OpeningSentence
from bot.programme.people import Visit


class Services:
    """What anybody can ask of a service that they were shown. Nothing of it is kept."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self.desk = desk
        self.directory = directory

    async def call(self, visit: Visit, key: str, need: str, number: int) -> None:
        """Give a number to tap."""
        async with self._at(visit, key, need) as (talk, entry):
            if entry and number < len(entry.service.phones):
                table = write_service(entry.service)
                talk.reply(NumberToCall(table, _need(entry.service, need), number))
            elif entry:
                show_whereabouts(talk, OLD_BUTTON)

    async def show_on_map(self, visit: Visit, key: str, need: str) -> None:
        """Give the place to tap."""
        async with self._at(visit, key, need) as (talk, entry):
            if entry and any(one.latitude is not None for one in entry.service.places):
                talk.reply(OnTheMap(write_service(entry.service), _need(entry.service, need)))
            elif entry:
                show_whereabouts(talk, OLD_BUTTON)

    async def first_words(self, visit: Visit, key: str, need: str, into: str, spoken: str) -> None:
        """Give the sentence to begin with, or the same for who speaks another language."""
        async with self._at(visit, key, need) as (talk, entry):
            if entry:
                table = write_service(entry.service)
                sentence = OpeningSentence(table, _need(entry.service, need), into, spoken)
                (talk.replace if spoken else talk.reply)(sentence)

    async def print_page(self, visit: Visit, key: str, need: str) -> None:
        """Give all of it on a sheet of paper."""
        async with self._at(visit, key, need) as (talk, entry):
            if entry:
                table, now = write_service(entry.service), talk.now.isoformat()
                branch = talk.person.nearest_branch
                need = _need(entry.service, need)
                talk.reply(OnPaper(table, need, now, entry.doubts, branch))

    @asynccontextmanager
    async def _at(
        self, visit: Visit, key: str, need: str
    ) -> AsyncIterator[tuple[Talk, Entry | None]]:
        """Serve somebody, with the entry of a service; who asks for one that is shown to nobody
        any more sees what there is instead.
        """
        async with self.desk.serve(visit, correcting=True) as talk:
            catalogue = await self.directory.catalogue(talk.tx)
            entry = entry_for(talk, catalogue, key)
            if entry is None and need in NEEDS:
                wish = await wish_of(talk, need, own_area(talk) or COUNTRY)
                talk.reply(found(talk, catalogue, wish, gone=True))
            elif entry is None:
                show_whereabouts(talk, OLD_BUTTON)
            yield talk, entry


def _need(service: Service, need: str) -> str:
    """What somebody came with; else what the service helps with first."""
    return need if need in NEEDS else service.needs[0]
