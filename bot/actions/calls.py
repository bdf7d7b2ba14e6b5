"""What helps a coach who has to call somebody who does not answer any more."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions.counter import Counter
from bot.programme.cases import Reason
from bot.programme.silence import ANSWERS_COUNTED, best_hour
from storage.cases import Case
from storage.people import Person
from storage.rhythms import Rhythm


@dataclass(frozen=True, slots=True)
class Call:
    """The wall time at which the person is most likely to answer, such as 18:00, and whether the
    same coach is asked to look after the duo because it does not meet. ``partner``: the other one,
    who does not answer either, and their hour. ``tapped_at``: when the person tapped since.
    """

    hour: str | None = None
    and_no_meetings: bool = False
    partner: Person | None = None
    partner_hour: str = ""
    tapped_at: datetime | None = None

    @property
    def also(self) -> tuple[tuple[str, str, str], ...]:
        """Role, language and hour of the other one."""
        other = self.partner
        return ((str(other.role), other.language, self.partner_hour),) if other else ()


async def call_about(counter: Counter, case: Case) -> Call:
    """What is known for the call of this case; nothing where nobody has to be called."""
    if case.reason != Reason.SILENT or case.person_id is None:
        return Call()
    duo = await counter.tx.duos.of(case.person_id)
    if duo is None:
        return Call()
    no_meetings = await counter.tx.cases.open_for(f"{Reason.NO_MEETINGS}:{duo.id}", held=False)
    by_person = {one.person_id: one for one in await counter.tx.rhythms.of(duo.id)}
    own, others = by_person[case.person_id], by_person[duo.partner_of(case.person_id)]
    partner = await counter.tx.people.get(others.person_id)
    both = partner.silent_since is not None and case.closed_at is None
    return Call(
        await _best_hour(counter, own),
        no_meetings is not None,
        partner if both else None,
        await _best_hour(counter, others) if both else "",
        own.heard_at if own.heard_at and own.heard_at > case.opened_at else None,
    )


async def _best_hour(counter: Counter, own: Rhythm) -> str:
    answered = await counter.tx.silences.answered_at(own.person_id, ANSWERS_COUNTED)
    return best_hour(answered, ZoneInfo(own.zone), own.at).isoformat("minutes")
