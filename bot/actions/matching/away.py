"""One of two who were put to each other cannot answer now, or takes part no longer."""

from bot.actions.counter import Counter, Talk
from bot.actions.matching.closing import close
from bot.actions.matching.following import match_shown
from bot.actions.matching.proposing import subject_of
from bot.actions.standing_in.scope import is_off_telegram
from bot.programme.notices.matching import MatchLeft, MatchProposed, MatchShown
from bot.programme.road import Place
from storage.matches import LEFT
from storage.people import Person

PAUSED, UNREACHABLE = "paused", "unreachable"
# What names one of the two to the coach, or tells the other one what they told.
OF_A_MATCH = (MatchShown.kind, MatchProposed.kind)


async def tell_of_absence(counter: Counter, person: Person, news: str) -> None:
    """Who was put to somebody rests, or cannot be reached: the coach decides how it goes on."""
    match = await counter.tx.matches.open_of(person.id) if person.road == Place.PROPOSED else None
    if match:
        shown = await match_shown(counter, match, news, person.first_name)
        moment = f"{news}:{person.id}:{counter.now:%y%m%d%H%M}"
        counter.tell(match.coach_id, shown, subject_of(match), moment)


async def end_matches(talk: Talk) -> None:
    """Who leaves is put to nobody any more, and named in no letter about it."""
    matches = await talk.tx.matches.all_of(talk.person.id)
    subjects = [subject_of(one) for one in matches]
    for match in matches:
        if match.closed_at is not None:
            continue
        if ended := await close(talk, match, LEFT, but=talk.person.id):
            partner = await talk.tx.people.get(match.partner_of(talk.person.id))
            by_phone, spared = is_off_telegram(partner), bool(ended.spared)
            left = MatchLeft(partner.first_name, by_phone, spared)
            talk.tell(match.coach_id, left, f"match_left:{match.id}")
    await talk.tx.forgetting.take_back(OF_A_MATCH, subjects, talk.now)
    await talk.tx.forgetting.letters_about(OF_A_MATCH, subjects)
