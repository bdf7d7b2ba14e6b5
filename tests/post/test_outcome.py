"""What a send came to: every fault Telegram is known for, by its text or by what breaks."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.methods import SendMessage, TelegramMethod
from hypothesis import given, strategies as st

from bot.post.back_off import LONGEST_BACK_OFF, back_off
from bot.post.outcome import (
    AMBIGUOUS_WAIT,
    LONGEST_WAIT,
    WAIT_MARGIN,
    Kind,
    Outcome,
    outcome_of,
)
from bot.post.sending import Unknowns
from bot.post.telegram_says import UNREACHABLE

TOKEN = "123456:pretend"
AMIR = 12
METHOD = SendMessage(chat_id=AMIR, text="Hallo")
BOT = Bot(TOKEN, session=AiohttpSession())

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def raised_by(status: int, body: str) -> BaseException:
    """What aiogram makes of an answer."""
    with pytest.raises((TelegramAPIError, ClientDecodeError)) as raised:
        BOT.session.check_response(BOT, METHOD, status, body)
    return raised.value


def refusal(code: int, description: str | None, **parameters: Any) -> BaseException:
    """What aiogram raises when Telegram says no."""
    body: dict[str, Any] = {"ok": False, "error_code": code}
    if description is not None:
        body["description"] = description
    if parameters:
        body["parameters"] = parameters
    return raised_by(code, json.dumps(body))


@pytest.mark.parametrize(
    ("code", "description", "reason"),
    [
        (403, "Forbidden: bot was blocked by the user", "blocked"),
        (403, "Forbidden: user is deactivated", "deactivated"),
        (403, "Forbidden: bot can't initiate conversation with a user", "not_started"),
        (400, "Bad Request: chat not found", "no_chat"),
        (400, "Bad Request: private chat not found", "no_chat"),
    ],
)
def test_somebody_who_cannot_be_reached_is_known_by_the_exact_text(code, description, reason):
    assert outcome_of(refusal(code, description), 1) == Outcome(Kind.PERMANENT, reason=reason)
    almost = f"{description} today"
    assert outcome_of(refusal(code, almost), 1).kind is Kind.RETRY


@pytest.mark.parametrize(
    ("code", "description"),
    [
        (400, "Bad Request: FOO_BAR_INVALID"),
        (403, "Forbidden: something new"),
        (406, "Not Acceptable"),
        (400, ""),
        (400, None),
        (403, None),
        (409, "Conflict: terminated by other getUpdates request"),
    ],
)
def test_unknown_words_are_heard_three_times_and_disable_nobody(code, description):
    outcome, unknowns = outcome_of(refusal(code, description), 9), Unknowns()
    down = Outcome(Kind.RETRY, 1.0, "the line was down meanwhile")
    kinds = [unknowns.judge(7, one).kind for one in (outcome, down, outcome, down, outcome)]
    assert kinds == [Kind.RETRY] * 4 + [Kind.BUG]
    assert not unknowns.times
    assert unknowns.judge(8, outcome).kind is Kind.RETRY
    assert unknowns.judge(8, Outcome(Kind.DONE)).kind is Kind.DONE
    assert not unknowns.times


@pytest.mark.parametrize(
    ("asked", "wait"),
    [(1, 1.0), (35, 35.0), (300, 300.0), (3600, 3600.0), (86_400, LONGEST_WAIT), ("35", 35.0)],
)
def test_telegram_asks_for_patience_and_gets_it(asked, wait):
    error = refusal(429, f"Too Many Requests: retry after {asked}", retry_after=asked)
    outcome = outcome_of(error, 9)
    assert (outcome.kind, outcome.wait) == (Kind.WAIT, wait + WAIT_MARGIN)
    assert outcome.asked == float(asked)


@pytest.mark.parametrize(
    ("description", "parameters", "wait"),
    [
        ("Too Many Requests", {}, 1.0),
        ("Too Many Requests: retry after 0", {"retry_after": 0}, 1.0),
        ("Too Many Requests: retry after 60", {}, 60.0),
    ],
)
def test_patience_without_a_number_is_a_second(description, parameters, wait):
    outcome = outcome_of(refusal(429, description, **parameters), 1)
    assert (outcome.kind, outcome.wait) == (Kind.WAIT, wait + WAIT_MARGIN)


def test_a_number_that_is_no_number_is_a_second():
    error = refusal(429, "Too Many Requests", retry_after=5)
    error.retry_after = "soon"
    assert outcome_of(error, 1) == Outcome(
        Kind.WAIT, 1.0 + WAIT_MARGIN, "too many requests", asked=1.0
    )


@pytest.mark.parametrize(
    "description",
    [
        "Bad Request: message is not modified: specified new message content and reply markup ...",
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
        "Bad Request: message to delete not found",
    ],
)
def test_what_is_already_as_wanted_is_done(description):
    assert outcome_of(refusal(400, description), 1).kind is Kind.DONE


@pytest.mark.parametrize(
    "description",
    [
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: MESSAGE_ID_INVALID",
        "Bad Request: message to be replied not found",
        "Bad Request: message can't be deleted",
        "Bad Request: message can't be deleted for everyone",
    ],
)
def test_a_message_out_of_reach_is_sent_anew(description):
    assert outcome_of(refusal(400, description), 1).kind is Kind.GONE


@pytest.mark.parametrize(
    ("code", "description"),
    [
        (
            400,
            'Bad Request: can\'t parse entities: Unsupported start tag "Amir" at byte offset 52',
        ),
        (400, "Bad Request: can't parse entities: Can't find end of the entity at byte offset 3"),
        (400, "Bad Request: message is too long"),
        (400, "Bad Request: message text is empty"),
        (400, "Bad Request: BUTTON_DATA_INVALID"),
        (400, "Bad Request: reply markup is too long"),
        (400, "Bad Request: message thread not found"),
        (400, "Bad Request: TOPIC_CLOSED"),
        (403, "Forbidden: the group chat was deleted"),
        (403, "Forbidden: bot was kicked from the group chat"),
        (403, "Forbidden: bot was kicked from the supergroup chat"),
        (403, "Forbidden: bot is not a member of the supergroup chat"),
        (400, "Bad Request: not enough rights to send text messages to the chat"),
        (400, "Bad Request: have no write access to the chat"),
        (400, "Bad Request: file must be non-empty"),
        (404, "Not Found: method not found"),
        (413, "Request Entity Too Large"),
    ],
)
def test_our_own_mistake_is_kept_and_reported_at_once(code, description):
    outcome = outcome_of(refusal(code, description), 1)
    assert outcome.kind is Kind.BUG
    assert outcome.reason
    assert "Amir" not in outcome.reason


def test_a_group_that_moved_is_reported_with_its_new_number():
    error = refusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        migrate_to_chat_id=-1001557912345,
    )
    assert outcome_of(error, 1) == Outcome(Kind.BUG, reason="group moved to -1001557912345")


@pytest.mark.parametrize(
    ("code", "description"),
    [(401, "Unauthorized"), (404, "Not Found"), (400, "Bad Request: Logged out")],
)
def test_a_refused_token_stops_everything(code, description):
    assert outcome_of(refusal(code, description), 1).kind is Kind.UNAUTHORISED


def test_a_restarting_telegram_is_tried_again_after_longer_and_longer():
    error = refusal(500, "Internal Server Error: restart")
    waits = [outcome_of(error, tries).wait for tries in range(1, 10)]
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert outcome_of(error, 99).kind is Kind.RETRY


@pytest.mark.parametrize("description", ["Bad Gateway", "Gateway Timeout", "502 Bad Gateway"])
def test_a_gateway_that_gave_up_may_have_let_the_message_through(description):
    outcome = outcome_of(refusal(502, description), 1)
    assert (outcome.kind, outcome.wait) == (Kind.AMBIGUOUS, AMBIGUOUS_WAIT)


PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1><hr>nginx/1.18.0</body></html>"


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (502, PAGE.format("502 Bad Gateway"), Kind.AMBIGUOUS),
        (504, PAGE.format("504 Gateway Time-out"), Kind.AMBIGUOUS),
        (503, PAGE.format("503 Service Temporarily Unavailable"), Kind.RETRY),
        (200, "", Kind.AMBIGUOUS),
        (200, '{"ok":true,"result":{"message_id":7', Kind.AMBIGUOUS),
        (200, '{"ok":true,"result":{"message_id":"x"}}', Kind.AMBIGUOUS),
        (200, "[]", Kind.AMBIGUOUS),
        (429, '{"ok":false,"error_code":429,"parameters":{"retry_after":"s"}}', Kind.AMBIGUOUS),
        (200, "x" * 10_000_000, Kind.AMBIGUOUS),
    ],
)
def test_an_answer_that_cannot_be_read_is_sorted_too(status, body, kind):
    outcome = outcome_of(raised_by(status, body), 1)
    assert outcome.kind is kind
    assert len(outcome.reason) < 50


@asynccontextmanager
async def telegram_that(answer: Handler) -> AsyncIterator[Bot]:
    """A bot whose Telegram behaves as told."""

    answering: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if task := asyncio.current_task():
            answering.add(task)
        try:
            await answer(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, bot_at(f"http://127.0.0.1:{port}") as bot:
        yield bot
    # The bot has hung up. Who still waits for its words hears so, before the loop ends.
    await asyncio.gather(*answering, return_exceptions=True)


@asynccontextmanager
async def bot_at(address: str, timeout: Any = 0.3) -> AsyncIterator[Bot]:  # noqa: ASYNC109 - aiogram's
    session = AiohttpSession(api=TelegramAPIServer.from_base(address), timeout=timeout)
    try:
        yield Bot(TOKEN, session=session)
    finally:
        if session._session:
            await session._session.close()


async def what_comes_of(bot: Bot, method: TelegramMethod[Any] = METHOD) -> Outcome:
    with pytest.raises(Exception) as raised:  # noqa: PT011 - whatever it is, it is sorted
        await bot(method)
    return outcome_of(raised.value, 1)


def saying(raw: bytes) -> Handler:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await reader.read(100_000)
        writer.write(raw)
        await writer.drain()

    return answer


async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()


def secured(bot: Bot) -> str:
    """The same address, over TLS, which nobody there speaks."""
    return bot.session.api.base.partition("/bot")[0].replace("http:", "https:")


def over_http(status: HTTPStatus, body: bytes) -> bytes:
    head = f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{",
        b"no http at all\r\n\r\n",
        over_http(HTTPStatus.OK, b"\xff\xfe{"),
        over_http(HTTPStatus.INTERNAL_SERVER_ERROR, b'{"ok":false,"error_code":500}'),
    ],
    ids=["closed", "cut short", "no http", "no text", "no description"],
)
async def test_a_broken_answer_leaves_us_unsure(raw):
    async with telegram_that(saying(raw)) as bot:
        outcome = await what_comes_of(bot)
    assert (outcome.kind, outcome.wait) == (Kind.AMBIGUOUS, AMBIGUOUS_WAIT)


async def test_a_line_reset_after_the_request_leaves_us_unsure():
    async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.transport.abort()

    async with telegram_that(reset) as bot:
        assert (await what_comes_of(bot)).kind is Kind.AMBIGUOUS


async def test_silence_leaves_us_unsure():
    async with telegram_that(say_nothing) as bot:
        assert (await what_comes_of(bot)).kind is Kind.AMBIGUOUS


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "https://127.0.0.1:1"])
async def test_a_request_that_never_left_is_sent_again(address):
    async with bot_at(address, timeout=30) as bot:
        assert (await what_comes_of(bot)).kind is Kind.RETRY


async def test_a_name_that_nobody_knows_is_no_send(monkeypatch):
    async def no_such_name(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", no_such_name)
    async with bot_at("http://telegram.test", timeout=30) as bot:
        assert (await what_comes_of(bot)).kind is Kind.RETRY


async def test_a_line_that_takes_too_long_to_make_is_no_send():
    limits = aiohttp.ClientTimeout(total=30, sock_connect=0.1)
    async with telegram_that(say_nothing) as plain, bot_at(secured(plain), limits) as bot:
        assert (await what_comes_of(bot)).kind is Kind.RETRY


async def test_a_line_that_cannot_be_made_safe_is_no_send():
    async def speak_no_tls(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"this is not TLS at all\r\n\r\n")
        await writer.drain()

    async with telegram_that(speak_no_tls) as plain, bot_at(secured(plain), 30) as bot:
        assert (await what_comes_of(bot)).kind is Kind.RETRY


async def test_an_address_that_is_none_is_a_bug():
    async with bot_at("no address") as bot:
        assert (await what_comes_of(bot)).kind is Kind.BUG


async def test_a_letter_that_cannot_be_written_is_a_bug():
    async with bot_at("http://127.0.0.1:1") as bot:
        broken = METHOD.model_copy(update={"entities": [object()]})
        assert (await what_comes_of(bot, broken)).kind is Kind.BUG


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(), Kind.AMBIGUOUS),
        (TimeoutError(), Kind.AMBIGUOUS),
        (aiohttp.ServerDisconnectedError(), Kind.AMBIGUOUS),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates"), Kind.BUG),
        (KeyError("Amir"), Kind.BUG),
    ],
)
def test_whatever_else_breaks_has_a_place(error, kind):
    outcome = outcome_of(error, 1)
    assert (outcome.kind, outcome.reason) == (kind, type(error).__name__)


@given(st.integers(-5, 10_000), st.floats(0, 1))
def test_the_back_off_stays_between_three_quarters_of_a_second_and_a_minute(tries, jitter):
    assert 0.75 <= back_off(tries, jitter) <= LONGEST_BACK_OFF
    assert back_off(tries, jitter) <= back_off(tries)


@given(st.text(), st.sampled_from([400, 403, 404, 406, 413]), st.integers(1, 9))
def test_no_text_that_is_not_in_the_table_makes_anybody_unreachable(text, code, tries):
    outcome = outcome_of(refusal(code, text), tries)
    assert outcome.kind is not Kind.PERMANENT or text.strip() in UNREACHABLE
