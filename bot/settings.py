"""Everything the outside may set, read once at the start, from the environment alone."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.convention_files import convention_in
from bot.programme.programme import Programme
from bot.programme.programme_file import WrongProgramme, read_programme
from bot.redaction import hide, redact
from bot.setting_forms import (
    MUST_BE,
    are_keys,
    is_address,
    is_chat,
    is_database,
    is_hook,
    is_place,
    is_public,
    is_token,
)

PREFIX = "DUOBOT_"
IN_A_FILE = "_FILE"
FOR_TESTS = "DUOBOT_TEST_"
REAL_TELEGRAM = "https://api.telegram.org"
PRETEND_TOKEN = "1:pretend"  # noqa: S105  # a pretend Telegram takes any token
SHIPPED = ("duo", "mentor2work")

ADDRESSES = ("telegram", "public_url")
NEVER_SHOWN = ("token", "database", "secret_keys", "alarm_url")
NOT_GIVEN = (
    "DUOBOT_TOKEN is missing, and without it the bot cannot speak to Telegram. Ask @BotFather for "
    "a token; put it in DUOBOT_TOKEN, or in a file whose path is in DUOBOT_TOKEN_FILE."
)
SANDBOX_CLOCK_REFUSED = (
    "DUOBOT_CLOCK must be system with the real Telegram: its people live by the real time. Leave "
    "it out, or let DUOBOT_TELEGRAM be the address of a pretend Telegram."
)
NOTHING_LISTENS = (
    "DUOBOT_PUBLIC_URL needs DUOBOT_HEALTH: the page that listens there answers calendars too."
)


class WrongSettings(Exception):
    """The environment holds settings that will not do; every one of them is named."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Settings(BaseSettings):
    """What the environment says. Secrets show nothing of themselves.

    ``token`` is empty only where none was needed; ``secret_keys`` is None when none are given,
    ``health`` when no page of health is wanted, ``public_url`` when nobody outside reaches it,
    ``operator`` (the number of a chat) when nobody is told of trouble, ``alarm_url`` when nobody
    is called because a case stands still.
    """

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, validate_default=False
    )

    token: SecretStr = SecretStr("")
    telegram: str = REAL_TELEGRAM
    database: str = Field(default="duobot.db", repr=False)
    secret_keys: SecretStr | None = None
    programme: str = "duo"
    clock: Literal["system", "sandbox"] = "system"
    log: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["auto", "json", "text"] = "auto"
    health: str | None = None
    public_url: str | None = None
    operator: str | None = None
    alarm_url: SecretStr | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what `load_settings` hands over, never the process's own environment."""
        del settings_cls, env_settings, dotenv_settings, file_secret_settings
        return (init_settings,)

    @property
    def is_real_telegram(self) -> bool:
        """Whether real people are at the other end."""
        return f".{urlsplit(self.telegram).hostname}".endswith(".telegram.org")

    @field_validator(
        "token", "telegram", "database", "secret_keys", "programme", "health", "public_url",
        "operator", "alarm_url", mode="before",
    )  # fmt: skip
    @classmethod
    def _will_do(cls, value: str, info: ValidationInfo) -> str:
        if not _CHECKS[str(info.field_name)](value):
            raise ValueError("It will not do.")
        return value.rstrip("/") if info.field_name in ADDRESSES else value


def load_settings(environ: Mapping[str, str], *, needs_token: bool = True) -> Settings:
    """The settings that the environment holds, or WrongSettings with all that is wrong."""
    problems: list[str] = []
    given = dict(_gather(environ, problems))
    settings = _validate(given, problems)
    problems += _unknown(environ)
    if needs_token and not _names_given(environ, "token"):
        problems.append(NOT_GIVEN)
    if settings and settings.clock == "sandbox" and settings.is_real_telegram:
        problems.append(SANDBOX_CLOCK_REFUSED)
    if settings and settings.public_url and not settings.health:
        problems.append(NOTHING_LISTENS)
    if settings is None or problems:
        raise WrongSettings(tuple(problems))
    _hide_secrets(settings)
    return settings


def settings_from(environ: Mapping[str, str]) -> Settings:
    """The settings; a pretend Telegram needs no token."""
    settings = load_settings(environ, needs_token=False)
    if settings.is_real_telegram:
        return load_settings(environ)
    if settings.token.get_secret_value():
        return settings
    return load_settings({**environ, "DUOBOT_TOKEN": PRETEND_TOKEN})


def load_programme(name_or_path: str) -> Programme:
    """A shipped programme by its name, or the one in a file; or WrongProgramme."""
    try:
        table = tomllib.loads(_programme_file(name_or_path).read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongProgramme((f"{name_or_path} cannot be read: {error.strerror}.",)) from None
    except ValueError as error:
        raise WrongProgramme((f"{name_or_path} is not written in TOML: {error}.",)) from None
    programme = read_programme(table)
    beside = Path(str(_programme_file(name_or_path))).parent / programme.convention_folder
    shipped = Path(str(resources.files("bot.programme"))) / programme.convention_folder
    folder = beside if beside.is_dir() else shipped
    return replace(programme, convention=convention_in(folder, programme.languages))


def _programme_file(name_or_path: str) -> Traversable:
    if name_or_path in SHIPPED:
        return resources.files("bot.programme") / f"{name_or_path}.toml"
    return Path(name_or_path)


def _hide_secrets(settings: Settings) -> None:
    """Whatever is logged from here on, these are not in it."""
    hide(settings.token.get_secret_value())
    if settings.alarm_url:
        hide(settings.alarm_url.get_secret_value())
    if settings.secret_keys:
        for key in settings.secret_keys.get_secret_value().split(","):
            hide(key.strip())


def _variables() -> dict[str, str]:
    """The variable of each setting."""
    return {field: f"{PREFIX}{field.upper()}" for field in Settings.model_fields}


def _names_given(environ: Mapping[str, str], field: str) -> list[str]:
    """Which of the two ways to give a setting are used; an empty text is not given."""
    names = (_variables()[field], _variables()[field] + IN_A_FILE)
    return [name for name in names if environ.get(name, "").strip()]


def _gather(environ: Mapping[str, str], problems: list[str]) -> Iterator[tuple[str, str]]:
    """What is given for each setting, straight or in a file."""
    for field in Settings.model_fields:
        names = _names_given(environ, field)
        if len(names) > 1:
            problems.append(f"{' and '.join(names)} are both given; leave one of them out.")
        for name in names[:1]:
            value = environ[name].strip()
            read = _read_file(name, value, problems) if name.endswith(IN_A_FILE) else value
            if read is not None:
                yield field, read


def _read_file(name: str, path: str, problems: list[str]) -> str | None:
    try:
        content = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is no text"
        problems.append(f'{name} names the file "{redact(path)}", which cannot be read: {why}.')
        return None
    if not content:
        problems.append(f'{name} names the file "{redact(path)}", which is empty.')
    return content or None


def _validate(given: Mapping[str, str], problems: list[str]) -> Settings | None:
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        wrong = error.errors(include_input=False, include_context=False, include_url=False)
        problems.extend(_sentence(str(one["loc"][0]), given) for one in wrong)
    return None


def _sentence(field: str, given: Mapping[str, str]) -> str:
    shown = "what it is now" if field in NEVER_SHOWN else f'"{redact(given[field])}"'
    return f"{_variables()[field]} must be {MUST_BE[field]}; not {shown}."


def _unknown(environ: Mapping[str, str]) -> Iterator[str]:
    """Variables that look like ours and are not: most are slips of the pen."""
    known = [name + ending for name in _variables().values() for ending in ("", IN_A_FILE)]
    for name in sorted(environ):
        if name.startswith(PREFIX) and not name.startswith(FOR_TESTS) and name not in known:
            near = get_close_matches(name, known, n=1)
            mend = f"Did you mean {near[0]}?" if near else "Take it out."
            yield f"{name} is not a setting of duobot. {mend}"


def _is_programme(value: str) -> bool:
    return value in SHIPPED or Path(value).is_file()


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "token": is_token,
    "telegram": is_address,
    "database": is_database,
    "secret_keys": are_keys,
    "programme": _is_programme,
    "health": is_place,
    "public_url": is_public,
    "operator": is_chat,
    "alarm_url": is_hook,
}
