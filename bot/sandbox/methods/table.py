"""Which name calls which method; names are in lower case, as Telegram does not mind the case."""

from collections.abc import Callable
from functools import partial

from bot.sandbox.methods import changing, files, members, profile, sending, topics, webhook
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import Outcome, World

Method = Callable[[World, Parameters], Outcome]


def _set_text(field: str, _: World, parameters: Parameters) -> Outcome:
    return profile.set_text(field, parameters)


def _get_text(field: str, world: World, parameters: Parameters) -> Outcome:
    return profile.get_text(world, field, parameters)


METHODS: dict[str, Method] = {
    "getme": profile.get_me,
    "getchat": profile.get_chat,
    "setmycommands": profile.set_my_commands,
    "getmycommands": profile.get_my_commands,
    "deletemycommands": profile.delete_my_commands,
    "setmyname": partial(_set_text, "name"),
    "getmyname": partial(_get_text, "name"),
    "setmydescription": partial(_set_text, "description"),
    "getmydescription": partial(_get_text, "description"),
    "setmyshortdescription": partial(_set_text, "short_description"),
    "getmyshortdescription": partial(_get_text, "short_description"),
    "sendmessage": sending.send_message,
    "senddocument": sending.send_document,
    "sendphoto": sending.send_photo,
    "sendvoice": sending.send_voice,
    "sendvenue": sending.send_venue,
    "sendcontact": sending.send_contact,
    "sendlocation": sending.send_location,
    "sendchataction": sending.send_chat_action,
    "editmessagetext": changing.edit_message_text,
    "editmessagecaption": changing.edit_message_caption,
    "editmessagereplymarkup": changing.edit_message_reply_markup,
    "deletemessage": changing.delete_message,
    "answercallbackquery": changing.answer_callback_query,
    "getfile": files.get_file,
    "setwebhook": webhook.set_webhook,
    "deletewebhook": webhook.delete_webhook,
    "getwebhookinfo": webhook.get_webhook_info,
}

# Those that are about groups, or that are asked there first.
GROUP_METHODS: dict[str, Method] = {
    "getchatmember": members.get_chat_member,
    "getchatadministrators": members.get_chat_administrators,
    "getchatmembercount": members.get_chat_member_count,
    "leavechat": members.leave_chat,
    "createforumtopic": topics.create_forum_topic,
    "editforumtopic": topics.edit_forum_topic,
    "closeforumtopic": topics.close_forum_topic,
    "reopenforumtopic": topics.reopen_forum_topic,
    "deleteforumtopic": topics.delete_forum_topic,
    "deletemessages": changing.delete_messages,
}
