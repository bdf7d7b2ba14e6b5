"""Telegram says when somebody blocks the bot, and when they let it in again."""

from aiogram.filters import KICKED, MEMBER, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated

from bot.actions import Actions
from bot.programme.people import Visit
from handlers.doors import Ways


def open_doors(ways: Ways) -> None:
    ways.rest.my_chat_member.register(blocked, ChatMemberUpdatedFilter(KICKED))
    ways.rest.my_chat_member.register(returned, ChatMemberUpdatedFilter(MEMBER))


async def blocked(_: ChatMemberUpdated, visit: Visit, actions: Actions) -> None:
    await actions.reachability.blocked(visit)


async def returned(_: ChatMemberUpdated, visit: Visit, actions: Actions) -> None:
    await actions.reachability.returned(visit)
