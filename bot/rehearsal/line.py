"""The line between the bot and a pretend Telegram in the same process: calls instead of HTTP."""

import json
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod

from bot.post.telegram import ALLOWED_UPDATES
from bot.sandbox import Answer, Telegram, Upload


class NotOnThisLine(Exception):
    """The bot asked for a file, which no part of it is known to do."""


class Line(BaseSession):
    """Carries aiogram's requests to the pretend Telegram."""

    def __init__(self, telegram: Telegram) -> None:
        super().__init__()
        self.telegram = telegram

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109  # aiogram's own signature
    ) -> Any:  # noqa: ANN401  # the same
        """Ask, and read the answer as if it had come over the net."""
        del timeout
        files: dict[str, Any] = {}
        values = method.model_dump(warnings=False).items()
        prepared = {
            name: self.prepare_value(value, bot=bot, files=files) for name, value in values
        }
        asked = {name: value for name, value in prepared.items() if value is not None}
        uploads = {name: Upload(file.filename, file.data) for name, file in files.items()}
        answer = await self.telegram.call(method.__api_method__, asked | uploads)
        return self.check_response(bot, method, answer.status, _content(answer)).result

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:  # noqa: ANN401  # aiogram's own signature
        """The bot downloads nothing."""
        raise NotOnThisLine
        yield b""

    async def close(self) -> None:
        """There is nothing to close."""


class Polls:
    """Polls the pretend Telegram without waiting."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    async def get(self, offset: int | None) -> Sequence[Mapping[str, Any]]:
        """The updates that wait by now."""
        asked = {"timeout": 0, "allowed_updates": list(ALLOWED_UPDATES)}
        answer = await self.telegram.call(
            "getUpdates", asked if offset is None else {**asked, "offset": offset}
        )
        updates: Sequence[Mapping[str, Any]] = answer.fields["result"]
        return updates


def _content(answer: Answer) -> str:
    """The body as it would be read; some answers are no objects."""
    return json.dumps(answer.body) if isinstance(answer.body, dict) else answer.body.decode()
