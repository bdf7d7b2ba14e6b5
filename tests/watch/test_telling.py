"""Who is told, and who is left in peace."""

from bot.watch.signs import Verdict
from bot.watch.telling import concerns, news_for, operator_at, quietly_over, reader_of
from storage.glance import StuckCase
from tests.watch.looks import NOON, colleague

ELS, SOFIE, TOM, NOOR = 1, 2, 3, 4
WELL = Verdict({})


def told(verdict, stuck=(), staff=()):
    """Who has to know what."""
    return {one.id: set(keys) for one, keys in concerns(verdict, stuck, staff) if keys}


def test_every_coach_at_work_hears_that_the_bot_stands_still():
    staff = [colleague(ELS), colleague(SOFIE, away=True), colleague(TOM, "gent")]
    assert told(Verdict({"stopped": NOON}), (), staff) == {ELS: {"stopped"}, TOM: {"stopped"}}


def test_where_no_coach_is_at_work_the_coordinator_hears_it():
    noor = colleague(NOOR, coordinator=True)
    with_els = [colleague(ELS), noor]
    assert told(Verdict({"late": NOON}), (), with_els) == {ELS: {"late"}}
    without = [colleague(ELS, away=True), noor]
    assert told(Verdict({"late": NOON}), (), without) == {NOOR: {"late"}}


def test_a_case_is_told_to_who_owns_it():
    verdict = Verdict({"case:7": NOON})
    staff = [colleague(ELS), colleague(SOFIE)]
    assert told(verdict, [StuckCase(7, SOFIE, "brussels")], staff) == {SOFIE: {"case:7"}}
    assert told(WELL, [StuckCase(7, SOFIE, "brussels")], staff) == {}, "It has its chance yet."


def test_while_its_owner_is_away_the_coaches_of_the_branch_hear_of_a_case():
    staff = [colleague(ELS), colleague(SOFIE, away=True), colleague(TOM, "gent")]
    verdict = Verdict({"case:7": NOON})
    assert told(verdict, [StuckCase(7, SOFIE, "brussels")], staff) == {ELS: {"case:7"}}
    assert told(verdict, [StuckCase(7, None, "gent")], staff) == {TOM: {"case:7"}}


def test_a_case_of_a_branch_in_which_nobody_is_reaches_somebody_all_the_same():
    verdict = Verdict({"case:7": NOON})
    staff = [colleague(TOM, "gent")]
    assert told(verdict, [StuckCase(7, None, "luik")], staff) == {TOM: {"case:7"}}
    assert told(verdict, [StuckCase(7, None, None)], staff) == {TOM: {"case:7"}}


def test_a_coach_hears_of_two_cases_in_one_message():
    verdict = Verdict({"case:7": NOON, "case:8": NOON})
    news = news_for(reader_of(colleague(ELS)), verdict.wrong, verdict, {}, NOON)
    assert news
    assert "2 calls for a coach wait" in news.text


def test_nobody_is_told_twice_and_new_trouble_is_told_alone():
    reader = operator_at(99, "en")
    verdict = Verdict({"stopped": NOON, "late": NOON})
    known = {"operator": frozenset({"stopped"})}
    news = news_for(reader, verdict.wrong, verdict, known, NOON)
    assert news
    assert news.keys == {"late"}
    assert "heart" not in news.text
    known = {"operator": frozenset({"stopped", "late"})}
    assert news_for(reader, verdict.wrong, verdict, known, NOON) is None


def test_all_is_well_is_said_once_nothing_is_left_of_it():
    reader = operator_at(99, "en")
    known = {"operator": frozenset({"stopped", "late"})}
    some = Verdict({"late": NOON}, frozenset({"stopped"}))
    assert news_for(reader, some.wrong, some, known, NOON) is None
    all_ = Verdict({}, frozenset({"stopped", "late"}))
    news = news_for(reader, (), all_, known, NOON)
    assert news
    assert news.is_well
    assert news.keys == {"stopped", "late"}
    assert news_for(reader, (), WELL, {}, NOON) is None


def test_what_ended_while_other_trouble_goes_on_can_be_told_again():
    known = {"operator": frozenset({"stopped", "late"}), "7": frozenset({"late"})}
    ended = Verdict({"late": NOON}, frozenset({"stopped"}))
    over = quietly_over(ended, known, {"operator", "7"})
    assert over == {"operator": {"stopped"}, "7": set()}


def test_who_left_the_staff_is_forgotten_without_a_word():
    ended = Verdict({}, frozenset({"late"}))
    assert quietly_over(ended, {"7": frozenset({"late"})}, {"operator"}) == {"7": {"late"}}
    assert quietly_over(ended, {"7": frozenset({"late"})}, {"7"}) == {}
