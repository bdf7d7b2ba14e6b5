"""Coming to Telegram: who took part by phone comes in, and all that is kept stays theirs."""

from bot.actions.counter import Talk
from bot.actions.whereabouts import being_asked, show_whereabouts
from bot.programme.letters import Lane
from bot.programme.notices import InvitationRefused
from bot.programme.notices.work import CameToTelegram, SomebodyCameToTelegram
from bot.programme.people import Stage
from storage.roster import whole_name


async def come_to_telegram(talk: Talk, person_id: int) -> None:
    """Let the person of the link be who stands here. What was to be told by phone goes by
    Telegram; who entered them hears it.
    """
    person = (await talk.tx.people.by_ids([person_id])).get(person_id)
    stays = person is not None and person.telegram_id is None
    if person is None or not stays or person.stage == Stage.WITHDRAWN:
        talk.reply(InvitationRefused("link"))
        show_whereabouts(talk)
        return
    stranger = talk.person
    await talk.tx.outbox.drop(stranger.id, tuple(Lane), talk.now)
    await talk.tx.entered.give_telegram(person.id, talk.visit.telegram_id, stranger.id)
    await talk.tx.calls.release(person.id)
    talk.person = await talk.tx.people.get(person.id)
    talk.reply(CameToTelegram(talk.person.first_name))
    if being_asked(talk):
        show_whereabouts(talk)
    deeds = await talk.tx.calls.deeds_of(person.id, 1)
    if deeds:
        news = SomebodyCameToTelegram(person.id, whole_name(person.answers))
        talk.tell_by_day(deeds[0][0], news, f"came_to_telegram:{person.id}")
