"""The web's way in: calendars that ask for the meetings of their owner. It is loaded only where
there is a page to stand beside (``bot.health``).
"""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from http import HTTPStatus

import structlog
from aiohttp import web

from bot.actions import Actions
from bot.actions.calendars import Feed
from bot.cards.ics import PUBLISH, calendar_of, written
from bot.cards.meeting_letters import entry_of
from bot.i18n import Speech
from bot.programme.people import guess_language
from bot.programme.programme import Programme

CALENDAR = "text/calendar; charset=utf-8"
# Nobody in between may keep it: whoever has it knows where somebody is, and when.
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}

log = structlog.get_logger(__name__)


class CalendarDoor:
    """Answers with a calendar, or with the same words to every secret that does not open it."""

    def __init__(
        self, actions: Actions, speech: Mapping[str, Speech], programme: Programme
    ) -> None:
        self.actions = actions
        self.speech = speech
        self.programme = programme

    def routes(self) -> Sequence[web.RouteDef]:
        """The one address, which a reverse proxy may show to the world."""
        return (web.get("/calendar/{secret}.ics", self.calendar),)

    async def calendar(self, request: web.Request) -> web.Response:
        """The meetings of whom this secret belongs to."""
        try:
            feed = await self.actions.calendars.read(request.match_info["secret"])
        except Exception as error:  # noqa: BLE001  # its text could hold anything
            log.warning("calendar_not_read", error=type(error).__name__)
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=HEADERS)
        if feed is None:
            # As the page itself answers where there is nothing.
            text, status = "404: Not Found", HTTPStatus.NOT_FOUND
            return web.Response(text=text, status=status, headers=HEADERS)
        # Many meetings take a while to write down, and nobody else has to wait for that.
        return _answer(request, await asyncio.to_thread(self._file, feed))

    def _file(self, feed: Feed) -> bytes:
        speech = self.speech[guess_language(feed.language, self.programme.languages)]
        entries = [
            entry_of(
                one.told,
                one.partner,
                one.changed_at.isoformat(),
                speech,
                self.programme,
                cancelled=one.is_cancelled,
            )
            for one in feed.entries
        ]
        return written(calendar_of(entries, PUBLISH, self.programme.name[speech.language]))


def _answer(request: web.Request, file: bytes) -> web.Response:
    """The file, or that it is the one they have."""
    etag = hashlib.sha256(file).hexdigest()
    known = request.if_none_match or ()
    if any(one.value == etag for one in known):
        same = web.Response(status=HTTPStatus.NOT_MODIFIED, headers=HEADERS)
        same.etag = etag
        return same
    answer = web.Response(body=file, headers=HEADERS | {"Content-Type": CALENDAR})
    answer.etag = etag
    return answer
