"""Letters as they go into the outbox, out of it, and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

WAITING, SENT, DROPPED, DEAD = "waiting", "sent", "dropped", "dead"
# What comes before the number of a weekly question in the subject of all its letters.
ABOUT_PROMPT = "prompt:"
# It does not go by itself: it waits to be told together with others, or it has been.
HELD, TOLD = "held", "told"
# Its reader is not on Telegram: a coach says it by phone.
TO_CALL = "to_call"
UNSETTLED = (WAITING, HELD, TO_CALL)
# The kinds of which no word stays once they are settled: what somebody looks for, and what a
# mentor has found for their mentee. Two days later nothing at all stays of them.
NOT_KEPT = frozenset({
    "calendar_link", "choose_intake_needs", "choose_intake_service", "choose_place", "codes_key",
    "codes_picture", "confirm_decision", "digest", "emergency", "handed_over",
    "intake_other_help", "needs_of_theme",
    "number_to_call", "obstacle_audience", "obstacle_heard", "obstacle_shared", "on_paper",
    "on_behalf", "on_the_map", "opening_sentence", "ready_sentence", "recovery_codes",
    "referral_kept", "referral_offer", "referral_question", "sentence_told", "service_shown",
    "services_found", "to_call", "what_is_wrong",
})  # fmt: skip
# What somebody said about a case. Of these no word stays either, but where they stand stays known:
# they have to be changed, or to leave the chats.
WORDS_OF_CASES = frozenset({"case_file", "case_read", "coach_writes", "ready_answer_shown"})
# What is left of one of these while it counts among the letters that its reader got in a week.
NAMELESS = "nameless"


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter to be kept. Kind, subject and occurrence name it: kept twice, it is sent once.

    One that is ``held`` does not go by itself: it is told together with others when it is due.
    ``stays``: its message may not stand in the chat for ever, nor the one that it ``answers``.
    """

    person_id: int
    kind: str
    subject: str
    occurrence: str
    facts: Mapping[str, Any]
    lane: int
    due: datetime
    edits: int | None = None
    expires: datetime | None = None
    held: bool = False
    replies_to: int | None = None
    stays: str | None = None
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimedLetter:
    """A letter that is ours to send until the lease ends (machine's time), and who reads it."""

    id: int
    person_id: int
    kind: str
    subject: str
    occurrence: str
    facts: Mapping[str, Any]
    lane: int
    edits: int | None
    tries: int
    unsure: int
    telegram_id: int | None
    language: str
    role: str | None
    paused: bool
    reachable: bool
    leased_until: datetime
    replies_to: int | None = None

    @property
    def chat(self) -> int:
        """Where it is sent; only to be asked of a letter to somebody who is on Telegram."""
        if self.telegram_id is None:
            raise ValueError(f"Letter {self.id} goes to nobody on Telegram.")
        return self.telegram_id


@dataclass(frozen=True, slots=True)
class Settlement:
    """What became of a letter; a waiting one is tried again at ``again``, in the machine's time.

    It keeps its place among the letters of that person. ``leased_until`` says whose word this is:
    nothing is written for who stood still until somebody else had taken the letter.
    ``counted``: this attempt counts. ``unsure``: it may have arrived all the same. ``recalls``: it
    arrived, and has to go again when somebody took it back while it was on its way.
    """

    letter_id: int
    leased_until: datetime
    state: str
    at: datetime
    again: datetime | None = None
    message_id: int | None = None
    edits: int | None = None
    counted: bool = True
    unsure: bool = False
    recalls: bool = False


@dataclass(frozen=True, slots=True)
class TooLate:
    """A letter that arrived although somebody took it back while it was on its way."""

    person_id: int
    kind: str
    subject: str
    message_id: int
    edits: int | None = None
