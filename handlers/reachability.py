"""Telegram says when somebody blocks the bot; when they come back, they speak for themselves."""

from aiogram import Router
from aiogram.filters import KICKED, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated

from bot.actions import Actions
from bot.programme.people import Visit


def make_router() -> Router:
    router = Router(name="reachability")
    router.my_chat_member.register(blocked, ChatMemberUpdatedFilter(KICKED))
    return router


async def blocked(_: ChatMemberUpdated, visit: Visit, actions: Actions) -> None:
    await actions.reachability.blocked(visit)
