"""What one update costs the database: one transaction, and few statements."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import event

from tests.conversations import House, Someone
from tests.handlers.appointed import fixes
from tests.handlers.arrivals import FIRST_SUNDAY, taps_old
from tests.handlers.codes import code_now, key_shown

AT_MOST = 4
# What tells others too, or settles something, asks for more: each is one transaction all the same.
# Of each text it is asked whether it belongs to a case.
COSTS_MORE = {
    "[I agree]": 5,  # the consent itself
    # the coaches of the branch, who hear of it, whether a call was open, and the step on the road
    "[Brussels]": 9,
    # what waits, the duo, its open questions, the coach, the meetings that stand; then the case
    # that keeps the break in mind, with the team of that day; and the break itself
    "/stop": 23,
    "[1 week]": 12,  # the coach is told the day
    # the break and the case that kept it in mind are closed, in the group too; and free seats
    "/resume": 16,
    # whether there is a danger, who is there today and stands in for whom, the case, the line
    "/coach": 17,
    # both cards of the case change; a new urgency is a new promise, for which the team is asked
    "[Work]": 10,
    "[This week]": 17,
    "[Only my coach]": 12,
    "[Solved, thank you]": 11,  # and nobody asks any more whether it is
    # every copy of the card changes, who asked hears of it, and the team says what comes next
    "[I take it]": 14,
    "[It is solved]": 13,  # and whether there is another call that is still open
    "[Reply]": 6,
    "I look for you": 19,  # kept, sealed; the case is answered, which its cards show
    "[Not solved]": 28,  # the next coach is asked anew, a card of before goes, a line is open
    # whom to call and what is near, and the week is spared; said directly it is a case at once
    "everybody would be better off without me": 7,  # and whether a call is open, which hears it
    "[No, I am fine]": 6,
    "[Yes, call me]": 19,
    "I want to kill myself": 22,
    "/duos": 8,  # all of somebody's duos: people, weeks, cases and meetings, each at once
    "[1. Amir and Rita]": 11,  # when they are asked next, and their breaks
    # the duo, the other one, what they agreed, what did not suit, what is planned or offered, and
    # the breaks, by which their weeks are counted
    "/meetings": 9,
    "[Plan a meeting]": 10,
    "[Another day]": 8,
    "[Fr 6]": 8,
    "[14:00]": 9,
    "[Choose the place]": 8,
    "[Online]": 9,
    "[Send to Rita]": 15,  # held for both; the offer before it ends on both phones
    "friday 6 march 14:00": 14,
    "[Fri 6 Mar, 14:00]": 15,  # held, fixed, the quarters counted, the offer ended on both phones
    "[Cancel it]": 7,
    "[Yes, cancel it]": 14,  # its quarters, the offer to move it, its letters, and the weeks
    # and for a mentor the language of the mentee
    "[Nowhere to sleep]": 5,
    "[Back to the list]": 5,
    "[Ghent]": 5,
    # whether one of staff was planning a session, or writing up a talk or their hours
    "I have nothing to eat": 8,
    "a doctor in Ghent": 8,
    "[1. New Samusocial…]": 6,  # the mentee to whom a mentor may give it
    "samusocial": 10,
    "Gent": 8,  # it may be the address that a plan waits for
    "[Yes, ask me]": 6,  # whether there is one already, and the new one
    "[Give to Amir]": 7,  # the duo, the mentee, and how much they got today
    "[They said no]": 5,  # held until it is said
    "[It was full]": 10,  # erased, counted, its letter emptied; then the list
    "[It helped me]": 9,
    # the duo, the meeting, the other one; then what was told this hour, and both letters
    "[I cannot come]": 6,
    "[I will be late]": 6,
    "[20 minutes]": 7,
    "[Tell more]": 5,
    "[About calling]": 5,
    "[Can you call me?]": 7,
    "[All right!]": 7,
    # what both said of their numbers, and who hears it
    "[Share my number]": 6,
    "0470 12 34 56": 9,
    "0491 57 00 06": 8,
    "[Stop sharing]": 9,  # every copy of the number goes
    "[Yes, we met]": 10,  # the week of both is settled, and the question taken back
    # one's own question, whether the duo goes on, and all hours so far
    "[Change my answer]": 5,
    "[2 hours]": 6,
    "[2 - hard]": 8,  # was it hard before, too?
    "[Something is in the way]": 5,
    "[Money]": 5,
    "[My coach and my mentor]": 17,  # the case, the team of that day, what is kept, the mentor
    # the second factor, and what holds its secret leaves the chat
    "/code": 7,
    "[On this phone]": 6,
    "[I wrote them down]": 9,
    "/hide": 9,  # all that was written too, no line is open any more, and how many cases go on
    "111111": 5,  # counted
    "[My weekly question]": 8,
    "[Tuesday]": 9,
}
REGISTRATION = (
    "/start", "[English]", "[I agree]", "[I am looking for work]", "Fatima", "back", "Fatima",
    "nineteen", "1999", "[Brussels]", "/menu", "what?", "/help", "/answers",
)  # fmt: skip
WEEK = ("/menu", "hello", "/answers", "/stop", "/resume", "/coach", "[Yes, we met]")


@dataclass
class Cost:
    """What was asked of the database, counted."""

    transactions: int = 0
    statements: list[str] = field(default_factory=list)


@contextmanager
def counted(house: House) -> Iterator[Cost]:
    """Counts every transaction and every statement that writes or reads in it."""
    cost, engine = Cost(), house.database._writers.sync_engine

    def begun(_):
        cost.transactions += 1

    def asked(_connection, _cursor, statement, *_more):
        cost.statements.append(statement)

    event.listen(engine, "begin", begun)
    event.listen(engine, "before_cursor_execute", asked)
    try:
        yield cost
    finally:
        event.remove(engine, "begin", begun)
        event.remove(engine, "before_cursor_execute", asked)


async def cost_of_what_waits(house: House) -> Cost:
    """Handle the one update that waits; what it took beside the batches of inbox and outbox."""
    await house.app.poller.poll()
    (claimed,) = await house.app.workers._claim(2)
    with counted(house) as cost:
        await house.app.workers._handle(claimed)
    await house.settle()
    return cost


async def cost_of(house: House, someone: Someone, step: str) -> Cost:
    """What a word, or a [button], costs."""
    await house.settle()
    if step.startswith("["):
        label = step.strip("[]")
        house.telegram.tap(someone.id, someone._message_with(label), label)
    else:
        house.telegram.say(someone.id, step)
    return await cost_of_what_waits(house)


async def all_too_dear(house: House, someone: Someone, steps: tuple[str, ...]) -> dict[str, Cost]:
    """The steps that cost more than they may."""
    costs = {step: await cost_of(house, someone, step) for step in steps}
    return {
        step: cost
        for step, cost in costs.items()
        if cost.transactions != 1 or len(cost.statements) > COSTS_MORE.get(step, AT_MOST)
    }


async def test_no_step_of_a_registration_costs_more_than_it_must(house):
    assert await all_too_dear(house, house.meet("Fatima", "en"), REGISTRATION) == {}


async def test_nothing_in_the_week_of_a_mentee_costs_more_than_it_must(duo, amir, els):
    await duo.turn_to(FIRST_SUNDAY)
    assert await all_too_dear(duo, amir, WEEK) == {}
    assert await all_too_dear(duo, els, ("[I take it]",)) == {}


async def test_no_step_after_the_weekly_answer_costs_more_than_it_must(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    steps = ("[Yes, we met]", "[2 hours]", "[2 - hard]", "[Change my answer]", "[Yes, we met]",
             "[Something is in the way]", "[Money]", "[My coach and my mentor]", "/menu",
             "[My weekly question]", "[Another day]", "[Tuesday]", "/stop",
             "[1 week]")  # fmt: skip
    assert await all_too_dear(duo, amir, steps) == {}


async def test_no_step_of_being_asked_later_costs_more_than_it_must(duo, amir, tom, rita):
    for person in (amir, tom):
        await taps_old(person, "s:sireas:housing.rent:bru")
        steps = ("[Ask me if it helped]", "[Yes, ask me]")
        assert await all_too_dear(duo, person, steps) == {}
    await taps_old(rita, "s:sireas:housing.rent:bru")
    assert await all_too_dear(duo, rita, ("[Give to Amir]",)) == {}
    await duo.pass_by(days=8)
    assert await all_too_dear(duo, amir, ("[They said no]", "[It was full]")) == {}
    assert await all_too_dear(duo, tom, ("[It helped me]",)) == {}


async def test_no_step_of_finding_a_time_costs_more_than_it_must(duo, amir, rita):
    steps = ("/meetings", "[Plan a meeting]", "[Another day]", "[Fr 6]", "[14:00]",
             "[Choose the place]", "[Online]", "[Send to Rita]", "friday 6 march 14:00",
             "[Send to Rita]")  # fmt: skip
    assert await all_too_dear(duo, amir, steps) == {}
    taken = ("[Fri 6 Mar, 14:00]", "/meetings", "[Cancel it]", "[Yes, cancel it]")
    assert await all_too_dear(duo, rita, taken[:2]) == {}
    await rita.taps("Fri 6 Mar, 14:00")
    assert await all_too_dear(duo, rita, taken[2:]) == {}


async def test_no_word_about_a_call_costs_more_than_it_must(duo, amir):
    steps = ("/coach", "[Work]", "[This week]", "[Only my coach]", "[Solved, thank you]")
    assert await all_too_dear(duo, amir, steps) == {}


async def test_no_step_to_the_end_of_a_call_costs_more_than_it_must(duo, amir, els):
    await amir.says("/coach")
    steps = ("[I take it]", "[Reply]", "I look for you", "[It is solved]")
    assert await all_too_dear(duo, els, steps) == {}
    assert await all_too_dear(duo, amir, ("[Not solved]",)) == {}


async def test_no_word_of_danger_costs_more_than_it_must(duo, amir, rita):
    """The catalogue is read once, as for who looks for help."""
    await amir.says("/sos")
    veiled = "everybody would be better off without me"
    steps = (veiled, "[No, I am fine]", veiled, "[Yes, call me]")
    assert await all_too_dear(duo, amir, steps) == {}
    assert await all_too_dear(duo, rita, ("I want to kill myself",)) == {}


async def test_the_first_cry_after_a_start_costs_no_more_than_the_next(duo, amir, rita):
    await duo.app.be_ready_for_danger()
    veiled = "everybody would be better off without me"
    first, next_one = [await cost_of(duo, one, veiled) for one in (amir, rita)]
    assert len(first.statements) <= len(next_one.statements) <= COSTS_MORE[veiled]


async def test_no_look_of_a_coach_at_duos_costs_more_than_it_must(duo, els):
    assert await all_too_dear(duo, els, ("/duos", "[1. Amir and Rita]")) == {}


async def test_no_step_about_a_meeting_costs_more_than_it_must(duo, amir, rita):
    await fixes(duo, rita, datetime.fromisoformat("2026-03-04T10:00"))
    steps = ("[I cannot come]", "[I will be late]", "[20 minutes]", "[Tell more]",
             "[About calling]", "[Can you call me?]")  # fmt: skip
    assert await all_too_dear(duo, amir, steps) == {}
    assert await all_too_dear(duo, rita, ("[All right!]",)) == {}


async def test_no_step_of_sharing_numbers_costs_more_than_it_must(duo, amir, rita):
    await taps_old(amir, "go:numbers")
    assert await all_too_dear(duo, amir, ("[Share my number]", "0470 12 34 56")) == {}
    assert await all_too_dear(duo, rita, ("[Share my number]", "0491 57 00 06")) == {}
    assert await all_too_dear(duo, amir, ("[Stop sharing]",)) == {}


async def test_looking_for_due_referrals_costs_one_statement_when_nobody_is(duo):
    referrals = duo.app.actions.referrals
    with counted(duo) as cost:
        await referrals.end_over()
        await referrals.ask_due()
    assert (cost.transactions, len(cost.statements)) == (2, 2)


async def test_no_step_of_looking_for_help_costs_more_than_it_must(duo, amir, rita, els):
    """The catalogue is read once; then each step asks only whether it is still the same."""
    await amir.says("/sos")
    for person in (amir, rita, els):
        steps = ("/find", "[Housing]", "[Nowhere to sleep]", "[1. New Samusocial…]",
                 "[Back to the list]", "[Another place]", "[Flanders]", "[Ghent]", "/sos",
                 "I have nothing to eat", "a doctor in Ghent", "samusocial", "Gent")  # fmt: skip
        assert await all_too_dear(duo, person, steps) == {}


async def test_no_step_of_setting_up_codes_costs_more_than_it_must(duo, els):
    assert await all_too_dear(duo, els, ("/code", "[On this phone]")) == {}
    confirming = await cost_of(duo, els, code_now(duo, key_shown(els)))
    # the secret, ten codes, what was shown leaves the chat, and who coordinates hears of it
    assert (confirming.transactions, len(confirming.statements)) == (1, 14)
    assert await all_too_dear(duo, els, ("[I wrote them down]", "/hide", "/code", "111111")) == {}


async def test_a_batch_is_stored_and_handed_over_in_one_transaction(house):
    for name in ("Amir", "Rita", "Els"):
        house.telegram.say(house.meet(name).id, "/start")
    house.app.poller.room = lambda: 40
    handed = []
    house.app.poller.hand_over = handed.extend
    with counted(house) as cost:
        await house.app.poller.poll()
    assert (cost.transactions, len(cost.statements), len(handed)) == (1, 2, 3)


async def test_letters_that_came_back_are_settled_where_the_next_are_claimed(duo, amir, rita):
    for person in (amir, rita):
        duo.telegram.say(person.id, "/help")
    await duo.app.poller.poll()
    await duo.app.workers.handle_waiting()
    for letter in await duo.app.courier.look():
        await duo.app.courier.deliver(letter)
    with counted(duo) as cost:
        assert await duo.app.courier.look() == []
    assert (cost.transactions, len(cost.statements)) == (1, 2)
