"""Who calls for a coach does not wait behind the question of the week of everybody else."""

from datetime import timedelta

from bot.programme.letters import Lane
from bot.programme.notices import CaseCard, OnlyWords
from storage.letters import Draft

CHECK_INS = 20_000
AT_ONCE = 5  # as many as the courier takes in one look


async def test_a_case_leaves_in_the_first_look_though_twenty_thousand_reminders_wait(duo, amir):
    now = duo.telegram.clock.now()
    earlier, what = now - timedelta(minutes=5), OnlyWords()
    async with duo.database.transaction() as tx:
        people = [(await tx.people.by_telegram(amir.id)).id]
        people += [(await tx.people.add(10_000 + n, "en", "registered", now)).id for n in range(9)]
        drafts = [
            Draft(people[n % 10], what.kind, f"week {n}", "1", {}, Lane.REMINDER, earlier)
            for n in range(CHECK_INS)
        ]
        await tx.outbox.put(drafts, earlier)
    duo.telegram.say(amir.id, "My coach")
    await duo.app.poller.poll()
    await duo.app.workers.handle_waiting()
    async with duo.database.transaction() as tx:
        first = await tx.outbox.claim(now, now, AT_ONCE)
    assert first[0].kind == CaseCard.kind
