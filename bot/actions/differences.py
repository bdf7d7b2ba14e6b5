"""Two who say different things about a week: only their coach hears it, and when it is over."""

from bot.actions.coaches import tell_coach
from bot.actions.counter import Counter
from bot.actions.signals import TO_CORRECT
from bot.programme.letters import Lane
from bot.programme.notices import WeekDiffers
from storage.check_ins import Heard
from storage.ids import new_id


async def tell_difference(counter: Counter, heard: Heard) -> None:
    """Tell it once of each week: a letter that was sent becomes open again."""
    notice = await _difference(counter, heard, over=False)
    subject = subject_of_week(heard.check_in.id)
    if not await _show(counter, notice, subject):
        duo = await counter.tx.duos.get(notice.duo_id)
        moment = _moment(notice)
        await tell_coach(counter, duo, notice, subject, moment, later=TO_CORRECT)


async def end_difference(counter: Counter, heard: Heard) -> None:
    """One of the two has corrected the answer: what the coach has not read yet is taken back, and
    what was sent says that nothing is open any more.
    """
    notice = await _difference(counter, heard, over=True)
    subject = subject_of_week(heard.check_in.id)
    await counter.tx.forgetting.take_back([notice.kind], [subject], counter.now)
    await _show(counter, notice, subject)


def subject_of_week(check_in_id: int) -> str:
    """What names the letters about one week of a duo, so that no other is taken back with them."""
    return f"week:{check_in_id}"


async def _difference(counter: Counter, heard: Heard, *, over: bool) -> WeekDiffers:
    both = (heard.mentee_id, heard.mentor_id)
    people = await counter.tx.people.by_ids(both)
    return WeekDiffers(
        heard.check_in.duo_id,
        heard.check_in.week,
        tuple(people[one].first_name for one in both),
        tuple(people[one].telegram_id or 0 for one in both),
        over,
    )


async def _show(counter: Counter, notice: WeekDiffers, subject: str) -> bool:
    """Show it on every letter about this week that was sent; False when there is none."""
    week = notice.week
    copies = await counter.tx.duo_views.letters_of_week(notice.kind, subject, week)
    for reader, message in copies:
        # In the lane of replies: an edit rings at nobody, at night neither.
        occurrence = f"{_moment(notice)}:{message}"
        counter.tell(reader, notice, subject, occurrence, lane=Lane.REPLY, edits=message)
    return bool(copies)


def _moment(notice: WeekDiffers) -> str:
    """An answer may change more than once in the same moment."""
    return f"{notice.week}:{new_id()}"
