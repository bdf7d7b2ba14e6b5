"""What a button carries can be read back, and nothing else can."""

import pytest

from bot.cards.buttons import Carried, CaseStep, CaseTap, CheckInTap, Choose, Go, Place
from bot.cards.meeting_buttons import PlanTap
from bot.programme.registration import Question

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


def carried(kind: type[Carried]) -> list[type[Carried]]:
    """Every kind that a button can carry; what only lends something to others has no prefix."""
    below = [one for heir in kind.__subclasses__() for one in carried(heir)]
    return [*([kind] if "prefix" in vars(kind) else []), *below]


def test_no_two_kinds_share_a_prefix():
    kinds = carried(type(TAKE).__mro__[1])
    assert {Go, CheckInTap, CaseTap, PlanTap} <= {*kinds}
    assert len({kind.prefix for kind in kinds}) == len(kinds)
    assert Go(to=Place.MENU).pack() == "go:menu"
