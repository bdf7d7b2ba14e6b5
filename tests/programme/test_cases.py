"""What a locked phone shows of a case."""

import pytest

from bot.programme.cases import About, Reason, is_sensitive


@pytest.mark.parametrize(
    ("reason", "about", "sensitive"),
    [
        (Reason.DANGER, None, True),
        (Reason.GOES_BADLY, None, True),
        (Reason.OBSTACLE, None, True),
        (Reason.ASKED, About.HEALTH, True),
        (Reason.ASKED, About.PARTNER, True),
        (Reason.ASKED, About.WORK, False),
        (Reason.ASKED, None, False),
        (Reason.CHECK_SERVICES, None, False),
    ],
)
def test_what_can_hurt_somebody_is_announced_without_a_name(reason, about, sensitive):
    assert is_sensitive(reason, about) is sensitive
