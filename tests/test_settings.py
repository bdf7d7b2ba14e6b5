"""The settings: from the environment alone, and every wrong one named at once."""

import base64
import secrets
from pathlib import Path

import pytest

from bot.programme.programme_file import WrongProgramme
from bot.redaction import redact
from bot.setting_forms import host_and_port
from bot.settings import WrongSettings, load_programme, load_settings

TOKEN = "123456789:AAF-pretend_pretend_pretend_pretend"
KEY = base64.urlsafe_b64encode(bytes(32)).decode()
OTHER_KEY = base64.b64encode(b"\xff" * 32).decode().rstrip("=")


def problems_of(environ: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(WrongSettings) as wrong:
        load_settings(environ)
    assert str(wrong.value) == "\n".join(wrong.value.problems)
    assert TOKEN not in str(wrong.value)
    return wrong.value.problems


def test_a_token_is_enough():
    settings = load_settings({"DUOBOT_TOKEN": f" {TOKEN}\n", "PATH": "/bin", "TOKEN": "another"})
    assert settings.token.get_secret_value() == TOKEN
    assert settings.telegram == "https://api.telegram.org"
    assert settings.is_real_telegram
    assert settings.database == "duobot.db"
    assert settings.secret_keys is None
    assert settings.programme == "duo"
    assert settings.clock == "system"
    assert (settings.log, settings.log_format) == ("info", "auto")


@pytest.mark.parametrize("address", ["https://duo.example.org", "http://localhost:8090/"])
def test_calendars_reach_us_over_a_line_that_nobody_reads_along(address):
    environ = {"DUOBOT_TOKEN": TOKEN, "DUOBOT_HEALTH": "127.0.0.1:8090"}
    settings = load_settings(environ | {"DUOBOT_PUBLIC_URL": address})
    assert settings.public_url == address.rstrip("/")
    assert load_settings(environ).public_url is None


@pytest.mark.parametrize("address", ["http://duo.example.org", "duo.example.org", "https://a/?b"])
def test_another_line_is_refused(address):
    environ = {"DUOBOT_TOKEN": TOKEN, "DUOBOT_HEALTH": "127.0.0.1:8090"}
    (problem,) = problems_of(environ | {"DUOBOT_PUBLIC_URL": address})
    assert problem.startswith("DUOBOT_PUBLIC_URL must be an address such as")


def test_calendars_need_a_page_that_listens():
    (problem,) = problems_of({"DUOBOT_TOKEN": TOKEN, "DUOBOT_PUBLIC_URL": "https://duo.example"})
    assert problem.startswith("DUOBOT_PUBLIC_URL needs DUOBOT_HEALTH")


def test_everything_may_be_set():
    settings = load_settings(
        {
            "DUOBOT_TOKEN": "42:pretend",
            "DUOBOT_TELEGRAM": "http://127.0.0.1:8081/",
            "DUOBOT_DATABASE": "postgresql://duobot:pass@localhost/duobot",
            "DUOBOT_SECRET_KEYS": f"{OTHER_KEY}, {KEY}",
            "DUOBOT_PROGRAMME": "mentor2work",
            "DUOBOT_CLOCK": "sandbox",
            "DUOBOT_LOG": "debug",
            "DUOBOT_LOG_FORMAT": "json",
            "DUOBOT_TEST_POSTGRES": "whatever",
        }
    )
    assert settings.telegram == "http://127.0.0.1:8081"
    assert not settings.is_real_telegram
    assert settings.secret_keys is not None
    assert settings.secret_keys.get_secret_value() == f"{OTHER_KEY}, {KEY}"
    assert (settings.programme, settings.clock) == ("mentor2work", "sandbox")
    assert (settings.log, settings.log_format) == ("debug", "json")


HOOK = "https://hooks.example.org/services/T0SECRET?sig=of-somebody"


@pytest.mark.parametrize("address", [HOOK, "http://127.0.0.1:9000/alarm", "https://a:b@x.example"])
def test_who_is_called_is_kept_secret(address):
    settings = load_settings({"DUOBOT_TOKEN": TOKEN, "DUOBOT_ALARM_URL": address})
    assert settings.alarm_url is not None
    assert settings.alarm_url.get_secret_value() == address
    assert address not in repr(settings)
    assert redact(f"cannot reach {address}") == "cannot reach <hidden>"


@pytest.mark.parametrize(
    "address", ["hooks.example.org/T0SECRET", "ftp://x/T0SECRET", "https://x:99999/T0SECRET"]
)
def test_who_cannot_be_called_is_named_without_the_address(address):
    (problem,) = problems_of({"DUOBOT_TOKEN": TOKEN, "DUOBOT_ALARM_URL": address})
    assert problem.startswith("DUOBOT_ALARM_URL must be an address that takes a POST")
    assert "T0SECRET" not in problem


@pytest.mark.parametrize("chat", ["123456789", "-1001234567890"])
def test_an_operator_is_a_chat_or_a_group(chat):
    assert load_settings({"DUOBOT_TOKEN": TOKEN, "DUOBOT_OPERATOR": chat}).operator == chat


@pytest.mark.parametrize("chat", ["@els", "12 34", "-", "0", "+32 470 12 34 56"])
def test_an_operator_is_no_name_and_no_phone(chat):
    (problem,) = problems_of({"DUOBOT_TOKEN": TOKEN, "DUOBOT_OPERATOR": chat})
    assert problem.startswith("DUOBOT_OPERATOR must be the number of a chat of Telegram")


def test_the_environment_of_the_process_is_not_looked_at(monkeypatch):
    monkeypatch.setenv("DUOBOT_LOG", "debug")
    monkeypatch.setenv("LOG", "debug")
    assert load_settings({"DUOBOT_TOKEN": TOKEN}).log == "info"


def test_commands_that_need_no_telegram_need_no_token():
    assert load_settings({}, needs_token=False).token.get_secret_value() == ""


def test_settings_cannot_be_changed_and_show_no_secret():
    settings = load_settings(
        {
            "DUOBOT_TOKEN": TOKEN,
            "DUOBOT_SECRET_KEYS": KEY,
            "DUOBOT_DATABASE": "postgresql://duobot:pass@localhost/duobot",
        }
    )
    for shown in (repr(settings), str(settings), repr(settings.token), settings.model_dump_json()):
        assert TOKEN not in shown
        assert KEY not in shown
    assert "pass" not in repr(settings)
    with pytest.raises(ValueError, match="frozen"):
        settings.programme = "mentor2work"


def test_all_wrong_settings_are_named_at_once():
    assert problems_of(
        {
            "DUOBOT_TELEGRAM": "ftp://telegram",
            "DUOBOT_DATABASE": "mysql://duobot:pass@localhost/duobot",
            "DUOBOT_SECRET_KEYS": "short",
            "DUOBOT_PROGRAMME": "duet",
            "DUOBOT_CLOCK": "moon",
            "DUOBOT_LOG": "loud",
            "DUOBOT_LOG_FORMAT": "xml",
            "DUOBOT_DATBASE": "duobot.db",
            "DUOBOT_ZZZZZZZZZZZ": "1",
        }
    ) == (
        (
            'DUOBOT_TELEGRAM must be the address of a Bot API, such as "https://api.telegram.org"'
            ' or "http://127.0.0.1:8081"; not "ftp://telegram".'
        ),
        (
            'DUOBOT_DATABASE must be a file such as "duobot.db" or an address such as'
            ' "postgresql://user@host/name"; not what it is now.'
        ),
        (
            "DUOBOT_SECRET_KEYS must be keys of 32 bytes in base64, newest first, a comma between"
            " them; not what it is now."
        ),
        (
            "DUOBOT_PROGRAMME must be duo, mentor2work or the path of a programme file that"
            ' exists; not "duet".'
        ),
        'DUOBOT_CLOCK must be system or sandbox; not "moon".',
        'DUOBOT_LOG must be debug, info, warning or error; not "loud".',
        'DUOBOT_LOG_FORMAT must be auto, json or text; not "xml".',
        "DUOBOT_DATBASE is not a setting of duobot. Did you mean DUOBOT_DATABASE?",
        "DUOBOT_ZZZZZZZZZZZ is not a setting of duobot. Take it out.",
        (
            "DUOBOT_TOKEN is missing, and without it the bot cannot speak to Telegram. Ask"
            " @BotFather for a token; put it in DUOBOT_TOKEN, or in a file whose path is in"
            " DUOBOT_TOKEN_FILE."
        ),
    )


@pytest.mark.parametrize("token", ["bot", "12:", ":abc", "1 2:abc", "12:abc def", "١٢:abc"])
def test_a_wrong_token_is_told_without_repeating_it(token):
    (problem,) = problems_of({"DUOBOT_TOKEN": token})
    assert problem.startswith("DUOBOT_TOKEN must be the token that @BotFather gave")
    assert token not in problem.replace("DUOBOT", "").replace("@BotFather", "").replace("bot", "-")


@pytest.mark.parametrize(
    "address",
    [
        "telegram",
        "https://",
        "http://[",
        f"https://host/bot?{TOKEN}",
        "https://a:b@host",
        "//host",
    ],
)
def test_a_wrong_address_is_named_and_a_token_in_it_is_not_shown(address):
    (problem,) = problems_of({"DUOBOT_TOKEN": TOKEN, "DUOBOT_TELEGRAM": address})
    assert problem.startswith("DUOBOT_TELEGRAM must be the address of a Bot API")


@pytest.mark.parametrize("keys", ["=", ",", f"{KEY},x", "é", KEY[:20]])
def test_wrong_keys_are_named(keys):
    (problem,) = problems_of({"DUOBOT_TOKEN": TOKEN, "DUOBOT_SECRET_KEYS": keys})
    assert problem.startswith("DUOBOT_SECRET_KEYS must be keys of 32 bytes")


@pytest.mark.parametrize(
    "telegram", ["", "https://api.telegram.org", "https://API.telegram.org/x"]
)
def test_the_real_telegram_refuses_the_clock_of_the_sandbox(telegram):
    environ = {
        "DUOBOT_TOKEN": TOKEN,
        "DUOBOT_TELEGRAM": telegram,
        "DUOBOT_CLOCK": "sandbox",
    }
    (problem,) = problems_of(environ)
    assert problem.startswith("DUOBOT_CLOCK must be system with the real Telegram")


def test_a_secret_may_stand_in_a_file(tmp_path: Path):
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    settings = load_settings({"DUOBOT_TOKEN_FILE": str(file), "DUOBOT_TOKEN": ""})
    assert settings.token.get_secret_value() == TOKEN


def test_every_setting_may_stand_in_a_file(tmp_path: Path):
    given = {
        "TOKEN": TOKEN,
        "TELEGRAM": "http://localhost:1",
        "DATABASE": "other.db",
        "SECRET_KEYS": KEY,
        "PROGRAMME": "mentor2work",
        "CLOCK": "sandbox",
        "LOG": "error",
        "LOG_FORMAT": "text",
    }
    environ = {}
    for name, value in given.items():
        (tmp_path / name).write_text(f"  {value}  \n")
        environ[f"DUOBOT_{name}_FILE"] = str(tmp_path / name)
    settings = load_settings(environ)
    straight = load_settings({f"DUOBOT_{name}": value for name, value in given.items()})
    assert settings == straight


def test_files_that_will_not_do_are_named(tmp_path: Path):
    (tmp_path / "empty").write_text(" \n")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "loud").write_text("loud")
    problems = problems_of(
        {
            "DUOBOT_TOKEN_FILE": TOKEN,
            "DUOBOT_DATABASE_FILE": str(tmp_path / "empty"),
            "DUOBOT_SECRET_KEYS_FILE": str(tmp_path / "bytes"),
            "DUOBOT_PROGRAMME_FILE": str(tmp_path),
            "DUOBOT_LOG_FILE": str(tmp_path / "loud"),
        }
    )
    assert problems == (
        (
            'DUOBOT_TOKEN_FILE names the file "<hidden>", which cannot be read: No such file or'
            " directory."
        ),
        f'DUOBOT_DATABASE_FILE names the file "{tmp_path}/empty", which is empty.',
        (
            f'DUOBOT_SECRET_KEYS_FILE names the file "{tmp_path}/bytes", which cannot be read: it'
            " is no text."
        ),
        (
            f'DUOBOT_PROGRAMME_FILE names the file "{tmp_path}", which cannot be read: Is a'
            " directory."
        ),
        'DUOBOT_LOG must be debug, info, warning or error; not "loud".',
    )


def test_a_setting_given_twice_is_named(tmp_path: Path):
    file = tmp_path / "token"
    file.write_text(TOKEN)
    assert problems_of({"DUOBOT_TOKEN": TOKEN, "DUOBOT_TOKEN_FILE": str(file)}) == (
        "DUOBOT_TOKEN and DUOBOT_TOKEN_FILE are both given; leave one of them out.",
    )


def test_a_programme_may_be_a_file_of_ones_own(tmp_path: Path):
    own = tmp_path / "own.toml"
    shipped = Path(__file__).parents[1] / "bot" / "programme" / "duo.toml"
    text = shipped.read_text("utf-8").replace("_weeks = 26", "_weeks = 12")
    own.write_text(text.replace("week = 13", "week = 6").replace("end_week = 26", "end_week = 12"))
    settings = load_settings({"DUOBOT_TOKEN": TOKEN, "DUOBOT_PROGRAMME": str(own)})
    assert load_programme(settings.programme).length_weeks == 12
    assert load_programme("duo").length_weeks == 26
    assert load_programme(str(own)).convention == load_programme("duo").convention
    (tmp_path / "conventions" / "duo").mkdir(parents=True)
    with pytest.raises(WrongProgramme, match=r"The convention cannot be read: .*nl\.toml"):
        load_programme(str(own))


def test_a_programme_file_that_cannot_be_read_is_named(tmp_path: Path):
    with pytest.raises(WrongProgramme) as missing:
        load_programme(str(tmp_path / "none.toml"))
    assert missing.value.problems == (
        f"{tmp_path}/none.toml cannot be read: No such file or directory.",
    )
    broken = tmp_path / "broken.toml"
    broken.write_text("zone = Brussels")
    with pytest.raises(WrongProgramme) as wrong:
        load_programme(str(broken))
    assert wrong.value.problems[0].startswith(f"{broken} is not written in TOML: ")
    (tmp_path / "empty.toml").write_text("")
    with pytest.raises(WrongProgramme) as empty:
        load_programme(str(tmp_path / "empty.toml"))
    assert len(empty.value.problems) > 5


def test_fresh_keys_of_the_storage_are_accepted():
    key = base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
    assert load_settings({"DUOBOT_SECRET_KEYS": key}, needs_token=False).secret_keys is not None


@pytest.mark.parametrize("place", ["127.0.0.1:8090", "localhost:0", "[::1]:8090", "host.local:1"])
def test_a_place_for_the_page_of_health(place):
    assert load_settings({"DUOBOT_TOKEN": TOKEN, "DUOBOT_HEALTH": place}).health == place
    assert ":".join(map(str, host_and_port(place))) == place.replace("[", "").replace("]", "")


@pytest.mark.parametrize("place", ["8090", "on", ":8090", "host:", "host:65536", "a b:1", "::1:1"])
def test_a_place_where_nobody_can_listen_is_named(place):
    (problem,) = problems_of({"DUOBOT_TOKEN": TOKEN, "DUOBOT_HEALTH": place})
    assert problem.startswith("DUOBOT_HEALTH must be where the page of health listens")


def test_nobody_listens_unless_it_is_asked_for():
    assert load_settings({"DUOBOT_TOKEN": TOKEN}).health is None
