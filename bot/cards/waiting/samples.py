"""What is said to people who wait, as it comes in practice."""

from bot.programme.notices import Notice
from bot.programme.notices.waiting import (
    GladYouFound,
    SomebodyFound,
    SomebodyUnheard,
    StillLooking,
    WhereYouAre,
)
from bot.programme.road import Place

WAITING_SAMPLES: list[Notice] = [
    *[WhereYouAre(place, "mentee", "brussels") for place in Place if place is not Place.TRAINING],
    *[WhereYouAre(place, "mentor", "brussels", trains=True) for place in Place],
    WhereYouAre(Place.READY, "mentee", "ghent", low=3, high=6),
    *[
        WhereYouAre(one, "mentor", "ghent", next_at="2026-03-05T13:00:00+00:00")
        for one in (Place.NEW, Place.INTAKE, Place.TRAINING, Place.MATCHED)
    ],
    WhereYouAre(Place.READY, "mentee", "ghent", low=0, high=1, longer=True),
    WhereYouAre(Place.READY, "mentor", "ghent", low=4, high=4, wide=True, paused=True),
    WhereYouAre(Place.TRAINING, "mentor", "ghent", trains=True, low=1, high=12),
    *[WhereYouAre(Place.WAIT, one, "ghent", found=True) for one in ("mentee", "mentor")],
    WhereYouAre(Place.READY, "mentee", "ghent", low=3, high=6, thanked=True),
    WhereYouAre(Place.READY, "mentor", "ghent", low=3, high=6, thanked=True, paused=True),
    WhereYouAre(Place.TRAINING, "mentor", "ghent", thanked=True),
    *[GladYouFound(one) for one in ("mentee", "mentor")],
    *[SomebodyFound(2**63 - 1, "Fatima", one) for one in ("mentee", "mentor")],
    *[SomebodyUnheard(2**63 - 1, "Fatima", one) for one in ("mentee", "mentor")],
    StillLooking("mentee"),
    StillLooking("mentor"),
    StillLooking("mentor", trains=True),
]
