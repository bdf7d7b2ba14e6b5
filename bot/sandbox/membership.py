"""What the bot is in a chat, and how it hears that this changes."""

from typing import Any

from bot.sandbox.chats import ADMINISTRATOR, DELETED, KICKED, LEFT, MEMBER, RESTRICTED, Chat
from bot.sandbox.state import Entry
from bot.sandbox.world import World

STATUSES = (MEMBER, ADMINISTRATOR, RESTRICTED, LEFT, KICKED, DELETED)
MAY = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_send_welcome_messages",
)
MAY_SEND = (
    "can_edit_tag",
    "can_react_to_messages",
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


def bot_as(world: World, status: str) -> dict[str, Any]:
    """The bot as a ChatMember object."""
    told: dict[str, Any] = {"status": LEFT if status == DELETED else status, "user": world.me()}
    if status == ADMINISTRATOR:
        told |= {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(MAY, True)}
    if status == RESTRICTED:
        told |= {"is_member": True, "until_date": 0, **dict.fromkeys(MAY_SEND, False)}
    if status == KICKED:
        told["until_date"] = 0
    return told


def bot_moved(
    world: World, chat: Chat, by: dict[str, Any], status: str, nth: int = 0
) -> tuple[Entry, ...]:
    """The entries for the bot becoming this; it hears so by `my_chat_member`."""
    told = {
        "chat": chat.facts,
        "from": by,
        "date": world.seconds,
        "old_chat_member": bot_as(world, chat.bot_status),
        "new_chat_member": bot_as(world, status),
    }
    entry = {"what": "bot_status", "chat": chat.facts["id"], "status": status}
    return (entry, *world.update("my_chat_member", told, nth))
