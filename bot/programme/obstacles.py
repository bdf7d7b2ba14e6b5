"""What stands in somebody's way, who may know it, and where there is help."""

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Obstacle(StrEnum):
    """What gets in the way of meeting, or of the road to work."""

    HOUSING = "housing"
    PAPERS = "papers"
    HEALTH = "health"
    MONEY = "money"
    FAMILY = "family"
    TRANSPORT = "transport"
    MOTIVATION = "motivation"
    OTHER = "other"


class Audience(StrEnum):
    """Who may know it. The first one is what people are offered first."""

    COACH = "coach"
    NOBODY = "nobody"
    MENTOR_TOO = "mentor_too"


# The directory's themes to look under; none of them where a person helps better than a list.
THEMES_OF: Mapping[Obstacle, tuple[str, ...]] = {
    Obstacle.HOUSING: ("housing",),
    Obstacle.PAPERS: ("admin", "legal"),
    Obstacle.HEALTH: ("health", "mental"),
    Obstacle.MONEY: ("debt", "food"),
    Obstacle.FAMILY: ("family",),
    Obstacle.TRANSPORT: (),
    Obstacle.MOTIVATION: ("isolation", "mental"),
    Obstacle.OTHER: (),
}


def audience_of(obstacle: Obstacle, wanted: Audience) -> Audience:
    """Who is told. A mentor never hears of anybody's health, whatever was chosen."""
    if obstacle is Obstacle.HEALTH and wanted is Audience.MENTOR_TOO:
        return Audience.COACH
    return wanted


def each_once(
    told: Iterable[tuple[Obstacle, Audience]],
) -> tuple[tuple[Obstacle, Audience], ...]:
    """What was told, each once, with the most that anybody may know of it."""
    widest: dict[Obstacle, Audience] = {}
    for obstacle, audience in told:
        if widest.get(obstacle) is not Audience.MENTOR_TOO:
            widest[obstacle] = audience
    return tuple(widest.items())


def choices_for(obstacle: Obstacle) -> tuple[Audience, ...]:
    """Who may be chosen to know it, the usual choice first."""
    return tuple(one for one in Audience if audience_of(obstacle, one) is one)
