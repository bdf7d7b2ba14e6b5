"""Who has no residence papers goes by another road to a doctor."""

import pytest

from bot.programme.papers import for_status, says_no_papers


@pytest.mark.parametrize(
    "said",
    [
        "ik ben ziek en heb geen papieren", "ik ben hier zonder papieren", "ik ben illegaal",
        "geen geldige verblijfsvergunning", "je n'ai pas de papiers", "je suis sans papiers",
        "sans titre de séjour", "I have no papers", "I'm undocumented",
        "no residence permit and sick",
    ],
)  # fmt: skip
def test_it_is_understood_in_each_language(said):
    assert says_no_papers(said)
    assert for_status(("health.gp", "health.urgent"), said)[0] == "health.ama"


@pytest.mark.parametrize(
    "said", ["ik zoek een dokter", "mes papiers sont chez le médecin", "I have all my papers"]
)
def test_who_has_papers_is_not_sent_there(said):
    assert not says_no_papers(said)
    assert for_status(("health.gp",), said) == ("health.gp",)


def test_papers_that_are_not_about_health_stay_what_they_are():
    assert for_status(("admin.residence",), "geen papieren") == ("admin.residence",)
    assert for_status((), "geen papieren") == ()
