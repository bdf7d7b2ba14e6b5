"""The results as a page with tables, and as a plot."""

from collections.abc import Iterator, Sequence

from benchmarks.hearing import Heard
from benchmarks.matching import Matched
from benchmarks.pacing import Paced
from benchmarks.planning import Planned
from benchmarks.reaching import House
from benchmarks.road import AIOGRAM, DUOBOT, PTB, Road
from benchmarks.rows import Looks
from benchmarks.searching import Searched
from benchmarks.slots import Reckoned
from benchmarks.starting import Start
from benchmarks.stillness import Step
from benchmarks.ticking import Ticked

BAR, GAP, LEFT, WIDTH = 26, 12, 250, 760
OURS, THEIRS = "#1f6f54", "#8a93a3"


def road_table(road: Road) -> Iterator[str]:
    """CPU of the bot's process for one update that is answered, 40 people at once."""
    webhook, polling = road[f"{AIOGRAM}, webhook"].cpu_ms, road[f"{AIOGRAM}, polling"].cpu_ms
    ptb = road[f"{PTB}, polling"].cpu_ms
    yield "## One update, answered, 40 in flight"
    yield ""
    yield (
        "| bot | CPU ms | x aiogram webhook | x aiogram polling | x PTB polling | a second "
        "| p50 ms | p99 ms | p99 / p50 | MB | unanswered |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    for name, one in road.items():
        yield (
            f"| {name} | {one.cpu_ms:.2f} | {one.cpu_ms / webhook:.2f} "
            f"| {one.cpu_ms / polling:.2f} | {one.cpu_ms / ptb:.2f} | {one.per_second:.0f} "
            f"| {one.p50_ms:.0f} | {one.p99_ms:.0f} | {one.p99_ms / one.p50_ms:.2f} "
            f"| {one.memory_mb:.0f} | {one.unanswered} |"
        )


def rows_table(looks: Sequence[Looks]) -> Iterator[str]:
    """A tick that finds nothing, and a claim of a hundred letters."""
    yield "## With few and with many rows (SQLite)"
    yield ""
    yield "| letters in the outbox | tick that finds nothing, CPU ms | claim of 100, CPU ms |"
    yield "|---|---|---|"
    for one in looks:
        yield f"| {one.rows:,} | {one.empty_tick:.2f} | {one.claim:.2f} |"


def ticks_table(ticks: Sequence[Ticked]) -> Iterator[str]:
    """What the clock looks for each second."""
    yield "Each second the clock looks for what is due. A hundred are due of each, CPU ms:"
    yield ""
    yield "| rhythms, questions, letters | nothing due | to ask | to remind | to close | to send |"
    yield "|---|---|---|---|---|---|"
    for one in ticks:
        yield (
            f"| {one.rows:,} | {one.nothing:.2f} | {one.to_ask:.2f} | {one.to_remind:.2f} "
            f"| {one.to_close:.2f} | {one.to_send:.2f} |"
        )


def other_figures(planned: Planned, paced: Paced, starts: Sequence[Start]) -> Iterator[str]:
    """Planning, pace and start."""
    ready = sorted(one.ready_s for one in starts)[len(starts) // 2]
    cpu = sorted(one.cpu_s for one in starts)[len(starts) // 2]
    idle = max(one.idle_mb for one in starts)
    yield "## Planning, pace and start"
    yield ""
    yield "| what | figure |"
    yield "|---|---|"
    yield (
        f"| the week of {planned.duos:,} duos planned | {planned.cpu_s:.1f} s CPU, "
        f"{planned.wall_s:.1f} s, memory +{planned.grown_mb:.0f} MB |"
    )
    yield (
        f"| pace, 30 a second allowed | {paced.per_second:.2f}/s = {paced.share_of_limit:.1%}; "
        f"most in any second {paced.most_in_a_second}, to one person "
        f"{paced.most_to_one_in_a_second}; refused {paced.refused} |"
    )
    yield f"| a case letter while 600 reminders go out | {paced.slowest_case_s:.2f} s at most |"
    yield f"| `duobot run` until ready | {ready:.2f} s ({cpu:.2f} s CPU); idle {idle:.0f} MB |"


def reaching_table(quiet: House, busy: House) -> Iterator[str]:
    """From the tap to the coach's phone, in a quiet house and in a busy one."""
    yield f"## From “My coach” to the coach's phone, {len(quiet.seconds)} requests in each house"
    yield ""
    yield "| meanwhile | p50 s | p99 s | x quiet p50 | x quiet p99 | sent a second | 429 | load |"
    yield "|---|---|---|---|---|---|---|---|"
    for one in (quiet, busy):
        yield (
            f"| {one.what} | {one.p50:.2f} | {one.p99:.2f} | {one.p50 / quiet.p50:.1f} "
            f"| {one.p99 / quiet.p99:.1f} | {one.per_second:.1f} | {one.refused} "
            f"| {one.load:.1f} |"
        )


def slots_table(reckoned: Sequence[Reckoned]) -> Iterator[str]:
    """What is reckoned when a duo with a year of meetings looks for a time."""
    yield "## A time to meet, in a year with two meetings a week"
    yield ""
    yield "| what | CPU, median |"
    yield "|---|---|"
    for one in reckoned:
        yield f"| {one.what} | {one.median_ms:.2f} ms |"


def searches_table(searches: Sequence[Searched]) -> Iterator[str]:
    """One search for help, in few and in many services."""
    yield "## A search for help"
    yield ""
    yield "| services | CPU, median of the sentences | the slowest sentence |"
    yield "|---|---|---|"
    for one in searches:
        yield f"| {one.services:,} | {one.median_ms:.1f} ms | {one.slowest_ms:.1f} ms |"


def steps_table(services: int, steps: Sequence[Step]) -> Iterator[str]:
    """The road around a search, with the database in it."""
    yield f"Among {services:,} services, with the database (SQLite):"
    yield ""
    yield "| what | CPU | the loop stood still at most |"
    yield "|---|---|---|"
    for one in steps:
        yield f"| {one.what} | {one.cpu_ms:.0f} ms | {one.still_ms:.0f} ms |"


def matching_table(matched: Sequence[Matched]) -> Iterator[str]:
    """The best mentor for everybody at once, beside a greedy assignment of the same pairs."""
    yield "## Who could be put to whom"
    yield ""
    yield (
        "| mentees x mentors | pairs that may be | points of all pairs, s | solver, s | greedy, s "
        "| x time of greedy | x points of greedy | x pairs of greedy |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    for one in matched:
        yield (
            f"| {one.people} x {one.people} | {one.may_be:.0%} | {one.points_s:.2f} "
            f"| {one.solver_s:.2f} | {one.greedy_s:.2f} | {one.times_greedy:.2f} "
            f"| {one.of_greedy_points:.3f} | {one.of_greedy_pairs:.3f} |"
        )


def hearing_table(heard: Sequence[Heard]) -> Iterator[str]:
    """What it costs to hear danger in a message."""
    yield "## A message is heard for danger"
    yield ""
    yield "| what | letters | CPU, median | the slowest | a letter | x a letter of a short one |"
    yield "|---|---|---|---|---|---|"
    for one in heard:
        ratio = one.microseconds_a_letter / heard[0].microseconds_a_letter
        yield (
            f"| {one.what} | {one.letters:,} | {one.median_ms:.2f} ms | {one.slowest_ms:.2f} ms "
            f"| {one.microseconds_a_letter:.1f} µs | {ratio:.2f} |"
        )


def plot(road: Road) -> str:
    """Bars of CPU for one update, as SVG."""
    most = max(one.cpu_ms for one in road.values())
    height = len(road) * (BAR + GAP) + 2 * GAP
    bars = []
    for number, (name, one) in enumerate(road.items()):
        y, long = GAP + number * (BAR + GAP), (WIDTH - LEFT - 90) * one.cpu_ms / most
        colour = OURS if name.startswith(DUOBOT) else THEIRS
        bars.append(
            f'<text x="{LEFT - 8}" y="{y + 18}" text-anchor="end">{name}</text>'
            f'<rect x="{LEFT}" y="{y}" width="{long:.0f}" height="{BAR}" fill="{colour}"/>'
            f'<text x="{LEFT + long + 8:.0f}" y="{y + 18}">{one.cpu_ms:.2f} ms</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'font-family="sans-serif" font-size="14"><title>CPU of the bot for one answered update'
        f'</title><rect width="{WIDTH}" height="{height}" fill="#ffffff"/>{"".join(bars)}</svg>\n'
    )
