"""How many examples hypothesis tries: few each time, many when asked for the long profile."""

from typing import Any

from hypothesis import settings

LONG = "long"
settings.register_profile("house", deadline=None)
settings.register_profile(LONG, deadline=None, max_examples=10_000)


def examples(few: int, many: int = 10_000, **more: Any) -> settings:
    """As many examples as the profile allows: ``--hypothesis-profile=long`` asks for many."""
    return settings(max_examples=many if is_long() else few, **more)


def is_long() -> bool:
    """Whether many examples were asked for."""
    return settings.get_current_profile_name() == LONG
