"""Samples of what is shown to somebody who looks for help."""

from dataclasses import replace
from datetime import date

from bot.cards.sample_services import COUNTER, COUNTER_TABLE, LINE, LINE_TABLE, NOW
from bot.programme.danger.answers import MayCall
from bot.programme.directory.service import Service
from bot.programme.directory.writing import write_service
from bot.programme.needs.codes import THEMES
from bot.programme.notices import (
    AfterDanger,
    ChoosePlace,
    DangerAsked,
    Emergency,
    FindHelp,
    NeedsOfTheme,
    Notice,
    ServicesFound,
    ServiceShown,
)
from bot.programme.people import Role

BRUSSELS, GHENT = "BE-BRU", "BE-VLG:Gent"
LONGEST_TOWN = "BE-BRU:Berchem-Sainte-Agathe"


def _numbered(number: int) -> Service:
    return replace(COUNTER, key=f"a-service-with-the-longest-of-keys-{number}")


MANY = tuple(write_service(_numbered(number)) for number in range(5))
OLD = write_service(replace(COUNTER, assured_on=date(2026, 4, 1)))
UNKNOWN = write_service(replace(COUNTER, assured_on=None, languages=("fr",), is_free=None))

SIGNPOST_SAMPLES: tuple[Notice, ...] = (
    *[FindHelp(place, branch, role)
      for place, branch, role in [
          (GHENT, "ghent", Role.MENTEE), (None, None, Role.MENTEE),
          (BRUSSELS, "brussels", Role.COACH),
      ]],
    *[NeedsOfTheme(theme, GHENT, "ghent", Role.MENTEE) for theme in THEMES],
    ChoosePlace("housing.tonight", None, (), None, Role.MENTEE),
    ChoosePlace("housing.tonight", BRUSSELS, ("BE-BRU:Forest", LONGEST_TOWN), None, Role.MENTEE),
    ChoosePlace("debt.help", "BE-WAL", ("BE-WAL:DG", "BE-WAL:Liège"), "liege", Role.COACH),
    ChoosePlace("debt.help", "BE-VLG", (GHENT,), "ghent", Role.MENTOR, page=1, has_more=True),
    ServicesFound("admin.benefits", GHENT, (COUNTER_TABLE,), NOW, "ghent", Role.MENTEE),
    ServicesFound("crisis.suicide", BRUSSELS, (LINE_TABLE,), NOW, "brussels", Role.MENTEE),
    ServicesFound("violence.emergency", LONGEST_TOWN, (), NOW, None, Role.MENTEE),
    ServicesFound("discrimination.report", LONGEST_TOWN, MANY, NOW, "brussels", Role.MENTOR,
                  page=7, has_more=True),
    ServicesFound("admin.benefits", BRUSSELS, MANY, NOW, "brussels", Role.MENTEE, has_more=True,
                  towns=((LONGEST_TOWN, "cpas-berchem-sainte-agathe"), ("BE-BRU:Forest", "")),
                  guesses=("debt.help", "food.parcel"), gone=True),
    ServicesFound("health.gp", GHENT, (COUNTER_TABLE,), NOW, "ghent", Role.COACH),
    ServicesFound("admin.benefits", "BE-VLG", (), NOW, "ghent", Role.MENTOR, has_more_towns=True),
    ServicesFound("health.ama", GHENT, (COUNTER_TABLE,), NOW, "ghent", Role.MENTEE),
    *[ServiceShown(table, "admin.benefits", GHENT, NOW, doubts, "ghent", role)
      for table, doubts, role in [
          (COUNTER_TABLE, 0, Role.MENTEE), (OLD, 1, Role.MENTOR), (UNKNOWN, 0, Role.COACH),
      ]],
    ServiceShown(LINE_TABLE, "crisis.suicide", None, NOW, 0, None, Role.MENTEE),
    ServiceShown(LINE_TABLE, "", None, NOW, 2, None, Role.MENTEE),
    Emergency((), NOW, None, Role.MENTEE),
    *[Emergency(lines, NOW, "ghent", role, need)
      for lines, role, need in [
          ((), Role.MENTEE, "crisis.life"), ((LINE_TABLE,), Role.MENTEE, "crisis.suicide"),
          ((LINE_TABLE,), Role.COACH, "crisis.poison"),
      ]],
    *[Emergency((LINE_TABLE,), NOW, "ghent", Role.MENTEE, need, asks=True)
      for need in ("crisis.suicide", "crisis.poison", "housing.tonight", "violence.child")],
    Emergency((LINE_TABLE,), NOW, "ghent", Role.MENTEE, "crisis.suicide", asks=True, coach="Els"),
    AfterDanger(MayCall.NOT_NOW, "Els", registers=True),
    AfterDanger("", registers=True),
    *[AfterDanger(MayCall.FINE, coach, reads=True) for coach in ("", "Els")],
    DangerAsked(),
    DangerAsked("", registers=True),
    DangerAsked("Els", closed=True),
    Emergency((LINE_TABLE,), NOW, "ghent", Role.MENTEE, "crisis.suicide", asks=True, coach="Els",
              new=True, opens_at=NOW),
    *[AfterDanger(answer, coach)
      for answer in (MayCall.NOT_NOW, MayCall.FINE) for coach in (None, "Els")],
    ServicesFound("violence.partner", GHENT, (COUNTER_TABLE,), NOW, "ghent", Role.MENTEE,
                  written=True),
    ServicesFound("work.rights", GHENT, (COUNTER_TABLE,), NOW, "ghent", Role.MENTEE,
                  is_general=True, wider=(BRUSSELS,)),
    Emergency((LINE_TABLE,), NOW, "ghent", Role.COACH),
    Emergency((write_service(replace(LINE, openings=COUNTER.openings)),), NOW, "ghent",
              Role.MENTEE),
)  # fmt: skip
