"""How the people of a rehearsal behave; every decision follows from what they see."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st

from bot.cards.buttons import CaseStep, CaseTap, CheckInTap, Go, Place
from bot.cards.day_buttons import DayStep, DayTap
from bot.cards.meeting_buttons import (
    MeetingStep,
    MeetingTap,
    OfferStep,
    OfferTap,
    PickTap,
    PlanStep,
    PlanTap,
)
from bot.cards.week_buttons import (
    AgainTap,
    AudienceTap,
    CorrectionTap,
    FeelingTap,
    LengthTap,
    ObstaclesTap,
)
from bot.programme.check_ins import Answer
from bot.programme.obstacles import Audience, Obstacle
from bot.programme.people import Role
from bot.rehearsal.cast import Player, make_cast
from bot.rehearsal.characters import (
    DISAGREEING,
    LATE_ONE,
    MOVER,
    RESTING_ONE,
    SILENT_ONE,
    STEADY,
    WRITER,
)
from bot.rehearsal.diary import Diary
from bot.rehearsal.errands import (
    MOVE_ONE,
    OTHER_DAY,
    SEND,
    TAKE_A_BREAK,
    errands_of,
    tap,
    to,
)
from bot.rehearsal.memories import Memories
from bot.rehearsal.phrases import TIMES, instead_of
from bot.rehearsal.seen import Choice, Seen, meaning, seen
from bot.rehearsal.tastes import Mood, chosen

BRUSSELS = ZoneInfo("Europe/Brussels")
MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
ANA = Player(1, "Ana", Role.MENTEE, "nl", 0)


def diary(weeks: int = 12, seed: int = 1) -> Diary:
    return Diary(MONDAY, weeks, BRUSSELS, seed)


def button(means) -> Choice:
    return Choice("words in any language", means.pack(), means)


ANSWERS = [button(CheckInTap(prompt_id=7, answer=answer)) for answer in Answer]


@given(st.sampled_from(Answer), st.integers())
def test_people_tap_what_is_true_of_their_week_whatever_the_buttons_say(answer, seed):
    tapped = chosen(ANSWERS, Mood(answer=answer), Random(seed))
    assert tapped
    assert tapped.means == CheckInTap(prompt_id=7, answer=answer)


def test_nobody_taps_what_they_have_no_reason_to_tap():
    ways = [button(Go(to=Place.MENU)), button(Go(to=Place.WITHDRAW))]
    assert chosen(ways, Mood(), Random(1)) is None
    assert chosen([], Mood(), Random(1)) is None


def test_a_coach_takes_a_case_that_comes():
    steps = [button(CaseTap(case_id=7, step=step)) for step in CaseStep]
    tapped = chosen(steps, Mood(), Random(1))
    assert tapped
    assert tapped.means == CaseTap(case_id=7, step=CaseStep.TAKE)


def test_a_button_is_read_as_the_bot_reads_it():
    assert meaning("ci:7:met") == CheckInTap(prompt_id=7, answer=Answer.MET)
    assert meaning("ci:7:sure") is None
    assert meaning("ci:0:met") is None
    assert meaning("nothing:of:ours") is None


def test_a_message_is_seen_with_the_buttons_that_carry_something():
    message = seen(
        {
            "message_id": 3,
            "caption": "A page",
            "reply_markup": {
                "inline_keyboard": [
                    [{"text": "Oui", "callback_data": "ci:7:met"}],
                    [{"text": "Site", "url": "https://example.org"}],
                    [{"text": "?", "callback_data": "of an older bot"}],
                ]
            },
        }
    )
    assert (message.message_id, message.text) == (3, "A page")
    assert [one.label for one in message.choices] == ["Oui"]


def test_who_writes_says_yes_and_no_in_their_own_language():
    met, not_met = (CheckInTap(prompt_id=7, answer=one) for one in (Answer.MET, Answer.NOT_MET))
    assert [instead_of(met, language) for language in ("nl", "fr", "en")] == ["ja", "oui", "yes"]
    assert instead_of(not_met, "fr") == "non"
    assert not instead_of(Go(to=Place.MENU), "fr")


@given(st.integers(2, 60), st.integers())
def test_half_of_the_people_are_mentees_and_every_duo_has_its_coach(people, seed):
    cast = make_cast(people, ("nl", "fr", "en"), seed)
    assert len(cast.pairs) == people // 2
    assert len({one.id for one in cast.everybody}) == len(cast.everybody)
    assert {duo.coach.role for duo in cast.duos} == {Role.COACH}
    assert all(mentee.duo == mentor.duo for mentee, mentor in cast.pairs)
    assert all(cast.player(one.id) == one for one in cast.everybody)


def test_more_people_than_names_are_told_apart():
    cast = make_cast(60, ("nl",), 1)
    names = [mentee.first_name for mentee, _ in cast.pairs]
    assert len(set(names)) == len(names)


def test_everybody_may_speak_the_same_language():
    assert {one.language for one in make_cast(12, ("fr",), 1).everybody} == {"fr"}


def plans(player: Player, *, book: Diary) -> list[timedelta]:
    """After how long this person looks at messages that come on Monday evenings."""
    taken = []
    for week in range(10):
        now = MONDAY + timedelta(weeks=week, hours=9)
        book.mean_to_answer(player, 1, now)
        moment = book.next_moment()
        taken += [moment - now] if moment else []
        while book.due(MONDAY + timedelta(weeks=99)):
            continue
    return taken


def test_who_answers_late_takes_more_than_a_day():
    late = replace(ANA, character=LATE_ONE)
    assert min(plans(late, book=diary())) > timedelta(days=1)
    assert max(plans(ANA, book=diary())) < timedelta(days=1)


def errands(player: Player, weeks: int = 12) -> list[list]:
    """What they set out to do, week by week."""
    chance = Random(1)
    return [list(errands_of(player, week, chance)) for week in range(1, weeks + 1)]


def test_who_is_silent_for_some_weeks_does_nothing_and_then_comes_back():
    silent = replace(ANA, role=Role.MENTOR, character=SILENT_ONE)
    assert len(plans(silent, book=diary())) == 10 - len(SILENT_ONE.silent)
    assert [bool(week) for week in errands(silent)] == [
        week not in SILENT_ONE.silent for week in range(1, 13)
    ]


def test_nobody_taps_at_night():
    book = diary(weeks=1)
    for minute in range(0, 24 * 60, 7):
        book.mean_to_answer(ANA, 1, MONDAY + timedelta(minutes=minute))
    while plan := book.due(MONDAY + timedelta(weeks=9)):
        assert 8 <= plan.at.astimezone(BRUSSELS).hour < 22


def test_who_takes_a_break_does_so_once_and_who_answers_late_chooses_another_day_once():
    for character, errand in ((RESTING_ONE, TAKE_A_BREAK), (LATE_ONE, OTHER_DAY)):
        weeks = errands(replace(ANA, character=character))
        assert sum(errand in week for week in weeks) == 1


def test_one_of_a_duo_offers_times_each_week_and_the_mover_moves_them_more_often():
    mentor = replace(ANA, role=Role.MENTOR)
    assert mentor.arranges
    assert not ANA.arranges
    assert all(len(week) > 0 for week in errands(mentor))
    moved = [sum(MOVE_ONE in week for week in errands(replace(mentor, character=one), 50))
             for one in (STEADY, MOVER)]  # fmt: skip
    assert moved[0] < moved[1]


def test_who_likes_to_write_says_when_in_their_own_words():
    writer = replace(ANA, role=Role.MENTOR, language="fr", character=WRITER)
    said = {errand.says for week in errands(writer) for errand in week}
    assert said - {"menu"} <= set(TIMES["fr"])
    assert len(said) > 1


def test_a_step_of_an_errand_knows_its_button_by_what_it_means():
    assert to(Place.MEETINGS)(Go(to=Place.MEETINGS))
    assert not to(Place.MEETINGS)(Go(to=Place.MENU))
    assert SEND(PlanTap(step=PlanStep.SEND, draft_id=7))
    assert not SEND(PlanTap(step=PlanStep.DROP, draft_id=7))
    assert tap(PlanTap)(PlanTap(step=PlanStep.DROP, draft_id=7))
    assert not tap(PlanTap)(Go(to=Place.MENU))


def test_who_tapped_the_wrong_button_puts_it_right():
    mood = Mood(answer=Answer.MET, corrects=True)
    first = chosen(ANSWERS, mood, Random(1))
    assert first
    assert first.means != CheckInTap(prompt_id=7, answer=Answer.MET)
    again = button(AgainTap(prompt_id=7))
    assert chosen([again], mood, Random(1)) == again
    assert chosen([again], Mood(), Random(1)) is None
    right = [button(CorrectionTap(prompt_id=7, answer=answer)) for answer in Answer]
    second = chosen(right, mood, Random(1))
    assert second
    assert second.means == CorrectionTap(prompt_id=7, answer=Answer.MET)


def test_a_mentee_says_how_long_how_it_is_and_what_is_in_the_way():
    mood = Mood(feeling=2, tells=True)
    feelings = [button(FeelingTap(prompt_id=7, feeling=one)) for one in range(6)]
    felt = chosen(feelings, mood, Random(1))
    assert felt
    assert felt.means == FeelingTap(prompt_id=7, feeling=2)
    lengths = [button(LengthTap(prompt_id=7, minutes=one)) for one in (0, 60, 120, 180)]
    assert chosen(lengths, mood, Random(1)) in lengths
    way = button(ObstaclesTap(prompt_id=7))
    assert chosen([way], mood, Random(1)) == way
    assert chosen([way], Mood(), Random(1)) is None
    audiences = [
        button(AudienceTap(prompt_id=7, obstacle=Obstacle.HOUSING, audience=one))
        for one in Audience
    ]
    taken = Counter(
        getattr(one.means, "audience", None)
        for seed in range(200)
        if (one := chosen(audiences, mood, Random(seed)))
    )
    assert taken.most_common(1)[0][0] is Audience.COACH
    assert len(taken) == len(Audience)


def test_nobody_is_late_before_the_day_nor_takes_back_what_was_just_fixed():
    memories, mood = Memories(), Mood(late=True, cannot=True)
    about = (button(DayTap(step=DayStep.LATE, meeting_id=7)),)
    fixed, reminder = Seen(1, "", about, has_file=True), Seen(2, "", about)
    told = []
    for message in (fixed, reminder, reminder, fixed):
        memories.keep(ANA.id, message)
        now = memories.tempered(mood, ANA.id, message)
        told.append((now.late, now.cannot))
    assert told == [(False, False), (False, True), (True, True), (False, False)]
    assert memories.tempered(mood, ANA.id, Seen(3, "about something else")) == mood


def test_a_question_that_is_put_twice_is_answered_once():
    memories, question = Memories(), Seen(1, "", tuple(ANSWERS))
    assert not memories.has_answered(Seen(2, "about something else"))
    assert not memories.has_answered(question)
    assert memories.has_answered(question)


def test_an_offer_is_taken_where_it_suits_and_else_others_are_offered():
    picks = [button(PickTap(offer_id=7, at="2026-11-24T1400"))]
    none = button(OfferTap(offer_id=7, step=OfferStep.NONE_FITS))
    others = button(OfferTap(offer_id=7, step=OfferStep.OTHERS))
    assert chosen([*picks, none], Mood(), Random(1)) in picks
    assert chosen([*picks, none], Mood(fits=False), Random(1)) == none
    assert chosen([others], Mood(), Random(1)) == others
    send, everything = (
        button(PlanTap(step=one, draft_id=7)) for one in (PlanStep.SEND, PlanStep.ALL)
    )
    assert chosen([send, everything], Mood(), Random(1)) == everything


def test_only_who_is_late_or_cannot_come_says_so():
    steps = [button(DayTap(step=one, meeting_id=7)) for one in DayStep]
    assert chosen(steps, Mood(), Random(1)) is None
    for mood, step in ((Mood(late=True), DayStep.LATE), (Mood(cannot=True), DayStep.CANNOT)):
        tapped = chosen(steps, mood, Random(1))
        assert tapped
        assert tapped.means == DayTap(step=step, meeting_id=7)
    moving = button(MeetingTap(step=MeetingStep.MOVE, meeting_id=7))
    assert chosen([moving], Mood(cannot=True), Random(1)) == moving
    assert chosen([moving], Mood(), Random(1)) is None


def test_two_of_a_duo_live_through_the_same_week_unless_one_sees_it_differently():
    book, rita = diary(), replace(ANA, id=2, role=Role.MENTOR)
    other = replace(rita, character=DISAGREEING)
    moments = [MONDAY + timedelta(weeks=week) for week in range(12)]
    assert all(book.mood(ANA, one).answer == book.mood(rita, one).answer for one in moments)
    assert {book.mood(other, one).answer for one in moments} == {Answer.NOT_MET}


def test_only_who_likes_to_write_writes():
    book = diary()
    assert not any(book.writes(ANA) for _ in range(50))
    assert any(book.writes(replace(ANA, character=WRITER)) for _ in range(50))


def test_the_same_seed_gives_the_same_play():
    first, second = diary(seed=4), diary(seed=4)
    for book in (first, second):
        book.fill(replace(ANA, character=RESTING_ONE))
        book.mean_to_answer(ANA, 1, MONDAY)
    assert [one.at for one in first.plans] == [one.at for one in second.plans]
    assert STEADY in {one.character for one in make_cast(14, ("nl",), 4).everybody}
