"""The needs that somebody may name, by theme, in the order in which they are shown."""

from collections.abc import Mapping

THEMES: Mapping[str, tuple[str, ...]] = {
    "crisis": (
        "crisis.life", "crisis.suicide", "crisis.talk", "crisis.poison", "crisis.missing",
        "crisis.storm",
    ),
    "housing": (
        "housing.tonight", "housing.day", "housing.rent", "housing.eviction", "housing.energy",
        "housing.social", "housing.search",
    ),
    "admin": (
        "admin.municipality", "admin.residence", "admin.asylum", "admin.integration",
        "admin.language", "admin.diploma", "admin.benefits", "admin.unemployment", "admin.tax",
        "admin.driving", "admin.documents", "admin.help", "admin.info",
    ),
    "health": (
        "health.gp", "health.urgent", "health.insurance", "health.centre", "health.ama",
        "health.pregnancy", "health.addiction",
    ),
    "mental": (
        "mental.listening", "mental.care", "mental.refugee", "mental.youth", "mental.family",
    ),
    "debt": ("debt.help",),
    "legal": ("legal.first", "legal.prodeo"),
    "work": ("work.jobseeker", "work.rights"),
    "family": (
        "family.baby", "family.childcare", "family.benefit", "family.relation", "family.tracing",
    ),
    "violence": ("violence.emergency", "violence.partner", "violence.sexual", "violence.child"),
    "discrimination": ("discrimination.report", "discrimination.lgbt"),
    "isolation": ("isolation.talk", "isolation.contact", "isolation.activity"),
    "food": ("food.parcel", "food.meal"),
    "digital": ("digital.access",),
    "youth": ("youth.talk", "youth.info", "youth.rights"),
}  # fmt: skip

NEEDS: tuple[str, ...] = tuple(need for needs in THEMES.values() for need in needs)


def theme_of(code: str) -> str:
    """The theme of a need, or the theme itself."""
    return code.partition(".")[0]
