"""Looking at one mentee or mentor, and finding somebody by a name."""

from collections.abc import Iterable, Mapping, Sequence

from bot.actions.counter import Counter, Talk
from bot.actions.second_factor import is_trusted
from bot.actions.standing_in.scope import is_theirs, whose
from bot.programme.names import normalise
from bot.programme.notices import NotForYou
from bot.programme.notices.work import PersonShown, Row, WorkList
from bot.programme.people import Stage, is_staff
from bot.programme.registering.kinds import AVAILABILITY
from bot.programme.registration import Question, as_told
from bot.programme.road import Place, place_of
from bot.programme.waiting.monthly import Plan, is_unheard
from bot.programme.work.lists import FOUND, SAID_YES, UNDECIDED
from bot.programme.work.looking_for import name_looked_for
from storage.matches import Match
from storage.people import Person
from storage.road import Step
from storage.roster import whole_name

MOST_SEARCHED = 5000
MOST_FOUND = 10
MOST_STEPS = 8
SHORTEST_PART = 2
# Read by all who work with somebody; the rest of what they told needs a code.
OPEN = (
    Question.YEAR_OF_BIRTH, Question.LANGUAGES, Question.SECTOR, Question.KIND,
    Question.EXPERIENCE, Question.NETWORK, Question.CAPACITY, AVAILABILITY, Question.TIMES,
    Question.ONLINE, Question.INTERESTS, Question.SOURCE,
)  # fmt: skip
BEHIND_A_CODE = (
    Question.PHONE, Question.JOB, Question.HOPE, Question.EMPLOYER, Question.ROOTS,
    Question.RIGHT_TO_WORK,
)  # fmt: skip


async def shown(talk: Talk, person: Person | None) -> PersonShown | NotForYou:
    """One person, for a colleague who works with them; nobody else finds them."""
    if person is None or not await is_theirs(talk, talk.person, person):
        return NotForYou()
    told, hidden = await _answers_of(talk, person)
    duo = await talk.tx.duos.of(person.id)
    match = await _proposal_to(talk, person)
    thinking = await _thinking(talk, [person])
    return PersonShown(
        person_id=person.id,
        name=whole_name(person.answers),
        role=str(person.role or ""),
        stage=person.stage,
        place=_place(person, thinking, in_duo=duo is not None),
        language=person.language,
        branch=str(person.branch or ""),
        channel=str(person.channel or "") if person.telegram_id is None else "",
        told=told,
        hidden=hidden,
        steps=_told(await talk.tx.road.steps_of(person.id)),
        duo_id=duo.id if duo else 0,
        to_say=len(await talk.tx.calls.letters_of(person.id, talk.now)),
        paused=person.paused_at is not None,
        match_id=match.id if match else 0,
        agreed=bool(match and match.agreed_at(person.id)),
        chat=(person.telegram_id or 0) if person.stage == Stage.ARRIVING else 0,
        unheard=is_unheard(Plan(*await talk.tx.searching.plan_of(person.id))),
    )


async def _answers_of(talk: Talk, person: Person) -> tuple[tuple[tuple[str, str], ...], bool]:
    """What this colleague may read of their answers now, and whether a code opens more."""
    has_more = any(person.answers.get(one) for one in BEHIND_A_CODE)
    may_read = person.telegram_id is None or (has_more and await is_trusted(talk))
    keys = (*OPEN, *BEHIND_A_CODE) if may_read else OPEN
    answers = as_told(person.answers)
    told = tuple((str(key), answers[key]) for key in keys if key in answers)
    return told, has_more and not may_read


def _told(steps: Sequence[Step]) -> tuple[tuple[str, str], ...]:
    """Where somebody came, the last step first."""
    came = [(one.goal, one.at.isoformat()) for one in reversed(steps) if one.goal]
    return tuple(came[:MOST_STEPS])


async def _proposal_to(talk: Talk, person: Person) -> Match | None:
    waits = person.road == Place.PROPOSED
    return await talk.tx.matches.open_of(person.id) if waits else None


async def find_by_name(talk: Talk, text: str) -> bool:
    """A name that one of the staff writes finds their people; False when it is nobody's name."""
    looked_for = name_looked_for(normalise(text))
    if not is_staff(talk.person.role) or len(looked_for) < SHORTEST_PART:
        return False
    everybody = await talk.tx.roster.names(whose(talk, talk.person), MOST_SEARCHED)
    like = ((name, one) for one, name in everybody if f" {looked_for}" in f" {normalise(name)}")
    found = [one for _, one in sorted(like)]
    if not found:
        return False
    if len(found) == 1:
        talk.reply(await shown(talk, await talk.tx.people.get(found[0])))
        return True
    rows = await rows_of(talk, found[:MOST_FOUND])
    more = len(found) > MOST_FOUND
    talk.reply(WorkList(FOUND, rows, more=more, looked_for=text.strip()[:40]))
    return True


async def rows_of(counter: Counter, ids: Sequence[int]) -> tuple[Row, ...]:
    """These people as they stand in a list, in this order."""
    people = await counter.tx.people.by_ids(ids)
    thinking = await _thinking(counter, people.values())
    return tuple(_row(people[one], thinking) for one in ids if one in people)


async def _thinking(counter: Counter, people: Iterable[Person]) -> Mapping[int, Match]:
    """The proposal that was put to each of them."""
    asked = [one.id for one in people if one.road == Place.PROPOSED]
    return await counter.tx.matches.open_among(asked) if asked else {}


def _row(person: Person, thinking: Mapping[int, Match]) -> Row:
    since = person.road_since.isoformat() if person.road_since else ""
    name, role = whole_name(person.answers), str(person.role or "")
    return (person.id, name, role, _place(person, thinking), since)


def _place(person: Person, thinking: Mapping[int, Match], *, in_duo: bool = False) -> str:
    """Where somebody stands; who came in before roads were kept may be in a duo."""
    if person.stage != Stage.REGISTERED:
        return ""
    if in_duo and person.road is None:
        return "in_duo"
    if match := thinking.get(person.id):
        said_yes = match.agreed_at(person.id) is not None
        return SAID_YES if said_yes else UNDECIDED if match.is_for_coach else Place.PROPOSED
    return place_of(person.road)
