import pytest

from storage.database import database_url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("demo.db", "sqlite+aiosqlite:///demo.db"),
        ("/var/lib/duo bot/bot.db", "sqlite+aiosqlite:////var/lib/duo bot/bot.db"),
        (" demo.db ", "sqlite+aiosqlite:///demo.db"),
        ("sqlite:///demo.db", "sqlite+aiosqlite:///demo.db"),
        ("sqlite+aiosqlite:////srv/bot.db", "sqlite+aiosqlite:////srv/bot.db"),
        ("postgresql://els:s%40fe@db/duobot", "postgresql+asyncpg://els:s%40fe@db/duobot"),
        ("postgres://db/duobot", "postgresql+asyncpg://db/duobot"),
        ("postgresql+asyncpg://db/duobot", "postgresql+asyncpg://db/duobot"),
        ("postgresql://db/bot?sslmode=require", "postgresql+asyncpg://db/bot?ssl=require"),
    ],
)
def test_an_address_becomes_whole(text: str, url: str):
    assert database_url(text) == url
    assert database_url(url) == url


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "names no database"),
        ("sqlite://", "names no database"),
        ("postgresql://els:secret@db", "names no database"),
        ("sqlite:///:memory:", "in memory"),
        ("sqlite:///file:x?mode=memory&uri=true", "in memory"),
        ("mysql://els:secret@db/duobot", "begins with 'mysql'"),
        ("postgresql+psycopg://els:secret@db/duobot", "begins with 'postgresql\\+psycopg'"),
        ("postgresql://els:secret@db:port/duobot", "cannot be read"),
    ],
)
def test_an_address_of_nothing_we_know_is_refused_without_its_password(text: str, why: str):
    with pytest.raises(ValueError, match=why) as refusal:
        database_url(text)
    assert "secret" not in str(refusal.value)
