"""What a button carries can be read back, and nothing else can."""

import pytest
from hypothesis import given, strategies as st

from bot.cards.buttons import (
    Carried,
    CaseStep,
    CaseTap,
    CheckInTap,
    Choose,
    Go,
    Place,
    ServiceTap,
)
from bot.cards.meeting_buttons import PlanTap
from bot.cards.work.buttons import MOST_IN_PLACE, for_person, whose
from bot.programme.registration import Question

LARGEST_ID = 2**63 - 1
TAKE = CaseTap(case_id=2**63 - 1, step=CaseStep.TAKE)


def test_what_is_packed_is_read_back():
    assert TAKE.pack() == f"ca:{2**63 - 1}:take"
    assert CaseTap.unpack(TAKE.pack()) == TAKE


@pytest.mark.parametrize(
    "data",
    ["", "ca", "ca:1", "ca:1:take:more", "go:1:take", "ca:0:take", f"ca:{2**63}:take", "ca:1:fly",
     "ca:one:take", "ca::take"],
)  # fmt: skip
def test_what_no_button_of_ours_carries_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - pydantic's is one of these too
        CaseTap.unpack(data)


@pytest.mark.parametrize("value", ["two:parts", "x" * 60, "é" * 30])
def test_what_telegram_or_we_could_not_read_back_is_not_sent(value):
    with pytest.raises(ValueError, match="cannot be carried"):
        Choose(question=Question.BRANCH, value=value).pack()


@given(st.integers(1, 2**63 - 1), st.sampled_from(["go:menu", "x" * MOST_IN_PLACE]))
def test_a_tap_in_the_place_of_a_person_is_read_back(person, data):
    assert whose(for_person(person, data)) == (person, data)


@pytest.mark.parametrize("number", ["", "0", "01", "é", "-1", "_", "z" * 11, "1" * 40])
def test_what_is_no_number_of_ours_is_nobody(number):
    assert whose(f"~{number}:go:menu") == (0, "go:menu")


def test_a_service_with_a_long_name_is_shown_without_its_way_back():
    long = ServiceTap(service="a" * 36, need="discrimination.report", place="b").pack()
    tap = ServiceTap(service="a" * 36).pack()
    assert whose(for_person(LARGEST_ID, long)) == (LARGEST_ID, tap)
    assert for_person(LARGEST_ID, "x" * (MOST_IN_PLACE + 1)) == ""


def carried(kind: type[Carried]) -> list[type[Carried]]:
    """Every kind that a button can carry; what only lends something to others has no prefix."""
    below = [one for heir in kind.__subclasses__() for one in carried(heir)]
    return [*([kind] if "prefix" in vars(kind) else []), *below]


def test_no_two_kinds_share_a_prefix():
    kinds = carried(type(TAKE).__mro__[1])
    assert {Go, CheckInTap, CaseTap, PlanTap} <= {*kinds}
    assert len({kind.prefix for kind in kinds}) == len(kinds)
    assert Go(to=Place.MENU).pack() == "go:menu"


PARTS = st.one_of(
    st.integers(-1, 2**64).map(str),
    st.sampled_from(["+1", "01", " 1", "1 ", "1_0", "1.0", "\u0661"]),
    st.sampled_from([*Place, *CaseStep, "true", "True", "1", "0", "yes"]), st.text(max_size=8),
)  # fmt: skip


@given(st.data())
def test_a_button_has_one_spelling(data):
    kind = data.draw(st.sampled_from(carried(Carried)[1:]))
    parts = data.draw(
        st.lists(PARTS, min_size=len(kind.model_fields), max_size=len(kind.model_fields))
    )
    spelt = ":".join((kind.prefix, *parts))
    try:
        read = kind.unpack(spelt)
    except ValueError:
        return
    assert read.pack() == spelt
