"""What somebody sent, as far as it can be passed on."""

from aiogram.types import Message

from bot.programme.cases import Form
from bot.programme.heard import Heard


def words_of(message: Message) -> str:
    """What was typed, or stands under a picture, a film or a file; "" for the rest."""
    return message.text or message.caption or ""


def heard_of(message: Message) -> Heard | None:
    """Text, a voice message, a photo (the largest of its sizes) or a document; None for the rest.

    A moving picture comes as a document too, and is none.
    """
    under, in_album = message.caption or "", message.media_group_id is not None
    if message.text:
        return Heard(Form.TEXT, message.text)
    if message.voice:
        voice = message.voice
        return Heard(Form.VOICE, under, voice.file_id, mark=voice.file_unique_id)
    if message.photo:
        largest = message.photo[-1]
        return Heard(Form.PHOTO, under, largest.file_id, in_album, largest.file_unique_id)
    if message.document and not message.animation:
        paper = message.document
        return Heard(Form.DOCUMENT, under, paper.file_id, in_album, paper.file_unique_id)
    return None
