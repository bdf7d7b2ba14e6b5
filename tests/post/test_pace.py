"""Telegram's pace: whatever is sent in whatever order, no limit is ever passed."""

import heapq
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings, strategies as st

from bot.post.pace import A_LITTLE_APART, FEWEST_TO_SWEEP, NeverBegan, Pace
from bot.programme.letters import Lane

RITA, AMIR, STAFF = 11, 12, -100
ROUNDING = 1e-9


@dataclass(frozen=True)
class Wanted:
    """A letter that somebody wants sent, how long Telegram takes, and when in it it counts."""

    chat: int
    lane: Lane
    after: float
    takes: float
    counted_at: float


@dataclass
class Telegram:
    """Sends what the pace allows, as soon as it does, and remembers when each was counted."""

    pace: Pace
    now: float = 0.0
    under_way: list[tuple[float, int]] = field(default_factory=list)
    counted: list[tuple[float, int, Lane]] = field(default_factory=list)

    def send(self, letter: Wanted) -> None:
        self._pass_until(self.now + letter.after)
        while (ready := self.pace.ready_at(letter.chat, letter.lane, self.now)) > self.now:
            next_answer = self.under_way[0][0] if self.under_way else ready
            self._pass_until(min(ready, next_answer))
        assert self.pace.room(letter.lane, self.now) >= 1
        self.pace.began(letter.chat, letter.lane, self.now)
        heapq.heappush(self.under_way, (self.now + letter.takes, letter.chat))
        moment = self.now + letter.takes * letter.counted_at
        self.counted.append((moment, letter.chat, letter.lane))

    def _pass_until(self, moment: float) -> None:
        while self.under_way and self.under_way[0][0] <= moment:
            at, chat = heapq.heappop(self.under_way)
            self.pace.ended(chat, at)
        self.now = max(self.now, moment)

    def most_within(self, seconds: float, moments: list[float]) -> int:
        moments = sorted(moments)
        return max(
            (
                sum(start <= other < start + seconds - ROUNDING for other in moments[i:])
                for i, start in enumerate(moments)
            ),
            default=0,
        )


letters = st.builds(
    Wanted,
    chat=st.sampled_from([STAFF, -200, *range(1, 60)]),
    lane=st.sampled_from(Lane),
    after=st.sampled_from([0.0, 0.0, 0.0, 0.01, 0.5, 3.0]),
    takes=st.floats(0.001, 4.0),
    counted_at=st.floats(0.0, 1.0),
)


@settings(deadline=None, max_examples=40)
@given(st.lists(letters, min_size=60, max_size=200))
def test_no_schedule_that_follows_the_pace_breaks_a_limit(wanted):
    telegram = Telegram(Pace())
    for letter in wanted:
        telegram.send(letter)
    assert telegram.most_within(1, [at for at, _, _ in telegram.counted]) <= 30
    broadcasts = [at for at, _, lane in telegram.counted if lane is Lane.BROADCAST]
    assert telegram.most_within(1, broadcasts) <= 20
    for chat in {chat for _, chat, _ in telegram.counted}:
        in_chat = [at for at, where, _ in telegram.counted if where == chat]
        assert telegram.most_within(1, in_chat) <= 1
        assert chat > 0 or telegram.most_within(60, in_chat) <= 20


def test_the_first_letter_goes_at_once():
    assert Pace().ready_at(RITA, Lane.CASE, now=5.0) == 5.0


def test_thirty_go_at_once_and_the_next_a_second_after_the_first_answer():
    pace = Pace()
    for chat in range(1, 31):
        assert pace.ready_at(chat, Lane.REPLY, 0.0) == 0.0
        pace.began(chat, Lane.REPLY, 0.0)
    assert pace.ready_at(99, Lane.CASE, 0.2) == 1.2
    pace.ended(7, 0.25)
    assert pace.ready_at(99, Lane.CASE, 0.3) == 1.25
    assert pace.ready_at(99, Lane.CASE, 1.25) == 1.25


def test_the_pace_stays_within_a_percent_of_the_limit_when_answers_are_quick():
    telegram = Telegram(Pace())
    for n in range(3000):
        telegram.send(Wanted(n % 500 + 1, Lane.REMINDER, 0.0, 0.001, 1.0))
    assert 3000 / telegram.now >= 29.7
    assert telegram.most_within(1, [at for at, _, _ in telegram.counted]) == 30


def test_a_broadcast_leaves_room_for_a_coach():
    pace = Pace()
    for chat in range(1, 21):
        pace.began(chat, Lane.BROADCAST, 0.0)
        pace.ended(chat, 0.1)
    assert pace.ready_at(90, Lane.BROADCAST, 0.2) == 1.1
    assert pace.ready_at(90, Lane.CASE, 0.2) == 0.2


def test_the_room_left_is_what_may_begin_now():
    pace = Pace()
    assert (pace.room(Lane.CASE, 0.0), pace.room(Lane.BROADCAST, 0.0)) == (30, 20)
    for chat in range(1, 16):
        pace.began(chat, Lane.BROADCAST, 0.0)
    assert (pace.room(Lane.CASE, 0.1), pace.room(Lane.BROADCAST, 0.1)) == (15, 5)
    for chat in range(1, 11):
        pace.ended(chat, 0.2)
    for chat in range(40, 60):
        pace.began(chat, Lane.REPLY, 0.3)
    assert (pace.room(Lane.CASE, 0.4), pace.room(Lane.BROADCAST, 0.4)) == (0, 0)
    assert (pace.room(Lane.CASE, 1.3), pace.room(Lane.BROADCAST, 1.3)) == (5, 5)
    pace.hold(None, 2.0)
    assert pace.room(Lane.CASE, 1.3) == 0


def test_one_chat_hears_once_a_second_and_others_do_not_wait_for_it():
    pace = Pace()
    pace.began(RITA, Lane.REPLY, 0.0)
    assert pace.ready_at(RITA, Lane.CASE, 0.05) == 1.05
    pace.ended(RITA, 0.1)
    assert pace.ready_at(RITA, Lane.CASE, 0.2) == 1.1
    assert pace.ready_at(AMIR, Lane.BROADCAST, 0.2) == 0.2


def test_a_group_hears_twenty_times_a_minute():
    pace = Pace()
    for second in range(20):
        pace.began(STAFF, Lane.CASE, 2.0 * second)
        pace.ended(STAFF, 2.0 * second)
    assert pace.ready_at(STAFF, Lane.CASE, 45.0) == 60.0
    assert pace.ready_at(RITA, Lane.CASE, 45.0) == 45.0


def test_a_held_chat_waits_and_others_go_on():
    pace = Pace()
    pace.hold(RITA, 35.0)
    pace.hold(RITA, 20.0)
    assert pace.ready_at(RITA, Lane.CASE, 1.0) == 35.0
    assert pace.ready_at(AMIR, Lane.BROADCAST, 1.0) == 1.0
    assert pace.ready_at(RITA, Lane.CASE, 36.0) == 36.0


def test_a_hold_for_everybody_holds_every_chat():
    pace = Pace()
    pace.hold(None, 5.0)
    pace.hold(None, 3.0)
    assert pace.ready_at(RITA, Lane.CASE, 1.0) == pace.ready_at(STAFF, Lane.REPLY, 1.0) == 5.0
    assert pace.ready_at(RITA, Lane.CASE, 6.0) == 6.0


def test_ten_thousand_chats_leave_no_trace():
    pace = Pace()
    for chat in range(1, 10_001):
        now = chat / 30
        pace.hold(chat, now)
        pace.began(chat, Lane.REMINDER, now)
        pace.ended(chat, now + 0.01)
        assert pace.known_chats() <= 2 * FEWEST_TO_SWEEP
    pace.began(-1, Lane.REMINDER, 9_000.0)
    assert pace.known_chats() <= 2 * FEWEST_TO_SWEEP


def test_a_held_or_busy_chat_is_not_forgotten():
    pace = Pace()
    pace.hold(RITA, 10_000.0)
    pace.began(AMIR, Lane.REPLY, 0.0)
    for chat in range(100, 1100):
        pace.began(chat, Lane.REMINDER, float(chat))
        pace.ended(chat, float(chat))
    assert pace.ready_at(RITA, Lane.CASE, 1200.0) == 10_000.0
    assert pace.ready_at(AMIR, Lane.CASE, 1200.0) == 1201.0


def test_a_paid_pace_may_be_faster():
    pace = Pace(per_second=1000)
    for chat in range(1, 1001):
        assert pace.ready_at(chat, Lane.REPLY, 0.0) == 0.0
        pace.began(chat, Lane.REPLY, 0.0)
    assert pace.ready_at(5000, Lane.REPLY, 0.0) == 1.0


def test_an_answer_to_nothing_is_refused():
    pace = Pace()
    with pytest.raises(NeverBegan):
        pace.ended(RITA, 0.0)
    pace.began(RITA, Lane.REPLY, 0.0)
    pace.ended(RITA, 0.1)
    with pytest.raises(NeverBegan):
        pace.ended(RITA, 0.2)


def test_a_wish_about_one_chat_holds_that_chat():
    pace = Pace()
    for now in (1.0, 1.5, 9.0):
        pace.asked_to_wait(RITA, now + 30, now)
    pace.asked_to_wait(AMIR, 50.0, 11.0)
    assert pace.ready_at(RITA, Lane.CASE, 12.0) == 39.0
    assert pace.ready_at(STAFF, Lane.CASE, 12.0) == 12.0


def test_wishes_about_two_chats_within_a_second_hold_everybody_for_the_shorter_time():
    pace = Pace()
    pace.asked_to_wait(RITA, 31.0, 1.0)
    pace.asked_to_wait(AMIR, 21.0, 1.9)
    assert pace.ready_at(STAFF, Lane.CASE, 2.0) == 21.0
    assert pace.ready_at(RITA, Lane.CASE, 2.0) == 31.0


def test_a_wish_about_no_chat_holds_everybody():
    pace = Pace()
    pace.asked_to_wait(None, 21.0, 1.0)
    assert pace.room(Lane.CASE, 20.0) == 0


def test_letters_begin_a_little_apart_and_still_thirty_in_a_second():
    pace, now = Pace(apart=A_LITTLE_APART), 0.0
    for chat in range(30):
        now = pace.ready_at(chat, Lane.REPLY, now)
        pace.began(chat, Lane.REPLY, now)
        pace.ended(chat, now)
    assert now == pytest.approx(29 * A_LITTLE_APART)
    assert pace.ready_at(99, Lane.REPLY, now) == 1.0
