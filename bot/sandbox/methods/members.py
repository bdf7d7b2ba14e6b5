"""Methods about who is in a chat, the bot among them."""

from bot.sandbox.answers import bad_request
from bot.sandbox.chats import ADMINISTRATOR, LEFT, MEMBER, Chat
from bot.sandbox.membership import bot_as, bot_moved
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import BOT_ID, Outcome, World


def get_chat_member(world: World, parameters: Parameters) -> Outcome:
    """What somebody is in a chat."""
    chat = world.open_chat(parameters)
    user_id = parameters.integer("user_id")
    if user_id is None:
        raise bad_request("invalid user_id specified")
    if user_id == BOT_ID:
        return Outcome(bot_as(world, chat.bot_status))
    person = world.state.people.get(user_id)
    if person is None:
        raise bad_request("member not found")
    status = MEMBER if user_id in present(chat) else LEFT
    return Outcome({"status": status, "user": person.user()})


def get_chat_administrators(world: World, parameters: Parameters) -> Outcome:
    """Those who may do more than others; in a sandbox only the bot can be told."""
    chat = world.open_chat(parameters)
    if not chat.is_group:
        raise bad_request("there are no administrators in the private chat")
    return Outcome([bot_as(world, chat.bot_status)] if chat.bot_status == ADMINISTRATOR else [])


def get_chat_member_count(world: World, parameters: Parameters) -> Outcome:
    """How many are in a chat, the bot among them."""
    return Outcome(len(present(world.open_chat(parameters))) + 1)


def leave_chat(world: World, parameters: Parameters) -> Outcome:
    """The bot goes."""
    chat = world.open_chat(parameters)
    if not chat.is_group:
        raise bad_request("chat member status can't be changed in private chats")
    return Outcome(result=True, changes=bot_moved(world, chat, world.me(), LEFT))


def present(chat: Chat) -> set[int]:
    """Everybody who was put in a chat, or wrote there."""
    if not chat.is_group:
        return {chat.facts["id"]}
    wrote = {kept.message["from"]["id"] for kept in chat.messages.values() if not kept.by_bot}
    return wrote | set(chat.members)
