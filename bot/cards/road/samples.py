"""Samples of all that is said on the road to a duo, theme by theme."""

from bot.cards.active_weeks.samples import ACTIVE_WEEKS_SAMPLES
from bot.cards.convention.samples import CONVENTION_SAMPLES
from bot.cards.intakes.samples import INTAKE_SAMPLES
from bot.cards.matching.samples import MATCHING_SAMPLES
from bot.cards.training.samples import SESSION_SAMPLES
from bot.cards.waiting.samples import WAITING_SAMPLES
from bot.programme.asked_often import OftenAsked
from bot.programme.notices import Menu, Notice
from bot.programme.notices.often_asked import Explained
from bot.programme.people import Role
from bot.programme.road import Place

ROAD_SAMPLES: tuple[Notice, ...] = (
    *(
        Menu("asked", role, paused=False, road=one)
        for one in Place
        for role in (Role.MENTEE, Role.MENTOR)
    ),
    *(
        Menu("asked", role, paused=False, road=Place.WAIT, found=True)
        for role in (Role.MENTEE, Role.MENTOR)
    ),
    *(Explained(one, registers=late) for one in OftenAsked for late in (False, True)),
    *ACTIVE_WEEKS_SAMPLES,
    *MATCHING_SAMPLES,
    *CONVENTION_SAMPLES,
    *INTAKE_SAMPLES,
    *SESSION_SAMPLES,
    *WAITING_SAMPLES,
)
