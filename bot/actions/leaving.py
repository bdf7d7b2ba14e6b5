"""A colleague who leaves for good: every right ends with the transaction, nobody loses a coach."""

from dataclasses import replace

from bot.actions.caseloads import Caseload, caseload_of, hand_over
from bot.actions.colleagues import staff_of
from bot.actions.counter import Counter
from bot.actions.intakes.freeing import end_talks
from bot.actions.open_cases import pass_on_cases
from bot.actions.removing import take_out_all
from bot.actions.staff_menus import list_commands
from bot.programme.letters import Lane
from bot.programme.notices import ColleagueLeft, NoLongerStaff
from bot.programme.people import Stage
from bot.programme.registration import Question
from storage.people import Person


async def let_go(counter: Counter, person: Person, heir: Person | None) -> Caseload:
    """Their people go to the heir, and every right is gone. Without an heir, which is when nobody
    else works here, what is open waits for the first one who comes in.
    """
    if heir:
        caseload = await hand_over(counter, person, heir)
        await _revoke(counter, person)
    else:
        caseload = await caseload_of(counter, person.id)
        await end_talks(counter, person)
        await _revoke(counter, person)
        await pass_on_cases(counter, person)
        for case in caseload.cases:
            await counter.tx.cases.save(case.id, coach_id=None)
    await _tell_branch(counter, person)
    return caseload


async def _revoke(counter: Counter, person: Person) -> None:
    """No role, so that no door opens: an old button, a list, a reply in a group. Nothing that is
    on its way to them now is sent any more, and nothing that stood in it is kept.
    """
    tx = counter.tx
    counter.letters = [one for one in counter.letters if one.to != person.id]
    await tx.staff.forget(person.id)
    await tx.intake_hours.forget(person.id)
    await tx.second_factors.forget(person.id)
    await take_out_all(counter, person.id, f"left:{counter.now:%Y%m%d%H%M%S%f}")
    await tx.standing.take_out_all(person.id, counter.now)
    await tx.calendar_feeds.stop(person.id, counter.now)
    await tx.outbox.drop(person.id, tuple(Lane), counter.now)
    await tx.forgetting.letters_to(person.id)
    await tx.forgetting.updates_of(person.telegram_id)
    await tx.people.save(
        person.id,
        answers={Question.LANGUAGE: person.language},
        role=None, branch=None, stage=Stage.WITHDRAWN, asking=None, registered_at=None,
        paused_at=None, paused_until=None,
    )  # fmt: skip
    moment = f"{counter.now:%y%m%d%H%M%S%f}"
    counter.tell(person.id, NoLongerStaff(), f"left:{person.id}", moment, lane=Lane.REPLY)
    list_commands(counter, replace(person, role=None))


async def _tell_branch(counter: Counter, person: Person) -> None:
    """Who stays hears it, and has to take them out of the group of the staff, if there is one."""
    group = await counter.tx.staff_groups.of_branch(person.branch) if person.branch else None
    for one in await staff_of(counter):
        if one.branch == person.branch:
            news = ColleagueLeft(person.first_name, has_group=group is not None)
            counter.tell(one.id, news, f"left:{person.id}", f"to:{one.id}")
