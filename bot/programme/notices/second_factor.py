"""What is said about the codes of the staff, and in the place of what is taken away."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice, Stays


@dataclass(frozen=True, slots=True)
class CodesOffered(Notice):
    """Why there are codes, and where is the app? ``again``: they move to another phone."""

    kind = "codes_offered"
    for_staff = True
    again: bool = False


@dataclass(frozen=True, slots=True)
class AppForCodes(Notice):
    """How to come by an app for codes."""

    kind = "app_for_codes"
    for_staff = True


@dataclass(frozen=True, slots=True)
class CodesKey(Notice):
    """The secret as letters, for an app on the same phone."""

    kind = "codes_key"
    for_staff = True
    stays = Stays.BRIEFLY
    secret: str


@dataclass(frozen=True, slots=True)
class CodesPicture(Notice):
    """The secret as a picture, for an app on another phone. ``address`` is what it holds."""

    kind = "codes_picture"
    for_staff = True
    stays = Stays.BRIEFLY
    address: str


@dataclass(frozen=True, slots=True)
class RecoveryCodes(Notice):
    """The first code was right; these are for the day on which the app is gone."""

    kind = "recovery_codes"
    for_staff = True
    stays = Stays.BRIEFLY
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskCode(Notice):
    """Which code does the app show now? ``problem`` says why the last one would not do."""

    kind = "ask_code"
    for_staff = True
    problem: str = ""


@dataclass(frozen=True, slots=True)
class CodesRest(Notice):
    """Too many wrong ones: no code is looked at before ``until``, an instant in ISO 8601."""

    kind = "codes_rest"
    for_staff = True
    until: str


@dataclass(frozen=True, slots=True)
class CodeTaken(Notice):
    """No code is asked before ``until``, an instant in ISO 8601. ``case_id`` is what they wanted
    to read. ``codes_left`` of those on paper, when one of them was used.
    """

    kind = "code_taken"
    for_staff = True
    until: str
    case_id: int | None = None
    codes_left: int | None = None


@dataclass(frozen=True, slots=True)
class CodesReset(Notice):
    """The office has forgotten the codes of the reader, who sets them up anew."""

    kind = "codes_reset"
    for_staff = True


@dataclass(frozen=True, slots=True)
class CodesNews(Notice):
    """To a coordinator: what happened to the codes of one of the staff."""

    kind = "codes_news"
    for_staff = True
    exempt = True
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Removal(Notice):
    """Take these messages out of the chat of the reader. Telegram may leave those that are
    ``late`` there; then they say something neutral.
    """

    kind = "removal"
    exempt = True
    messages: tuple[int, ...]
    late: tuple[int, ...] = ()
