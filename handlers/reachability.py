"""Telegram says when somebody blocks the bot, and when they let it in again."""

from aiogram import Router
from aiogram.filters import KICKED, MEMBER, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated

from bot.actions import Actions
from bot.programme.people import Visit


def make_router() -> Router:
    router = Router(name="reachability")
    router.my_chat_member.register(blocked, ChatMemberUpdatedFilter(KICKED))
    router.my_chat_member.register(returned, ChatMemberUpdatedFilter(MEMBER))
    return router


async def blocked(_: ChatMemberUpdated, visit: Visit, actions: Actions) -> None:
    await actions.reachability.blocked(visit)


async def returned(_: ChatMemberUpdated, visit: Visit, actions: Actions) -> None:
    await actions.reachability.returned(visit)
