"""What somebody has told, worked out from their updates alone by the programme's rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.cards.buttons import Change, Choose, Place, Speak
from bot.programme.danger import hear_danger
from bot.programme.plain_words import understand
from bot.programme.programme import Programme
from bot.programme.registration import (
    ASKED_ANEW,
    CORRECTABLE,
    NO,
    NotEligible,
    Problem,
    Question,
    as_told,
    done,
    read_answer,
    standing,
    with_answer,
    with_written,
)

# Who is changing an answer may look here meanwhile; any other step ends the change.
GOES_ON_AT = {f"go:{one}" for one in (Place.HELP, Place.BACK, Place.LANGUAGE)}
GOES_ON_AFTER = ("/start", "/help", "/language")


@dataclass(slots=True)
class Registrant:
    """One person whose answers are not bound by a duo; hear their updates in order."""

    programme: Programme
    today: date
    answers: dict[str, str] = field(default_factory=dict)
    asking: str | None = None
    registered: bool = False

    def __post_init__(self) -> None:
        self._looks_on()

    @property
    def asked(self) -> Question | None:
        """The question to answer now."""
        if self.asking:
            return Question(self.asking)
        step = self._standing()
        return step if isinstance(step, Question) else None

    def hears(self, update: Mapping[str, Any]) -> None:
        if tap := update.get("callback_query"):
            self._tapped(tap["data"])
            return
        said = update.get("message", {}).get("text", "/")
        if hear_danger(said):
            return  # it is heard before anything else, and answers no question
        if said.startswith("/") or understand(said):
            self._does_something_else(said in GOES_ON_AFTER)
        elif question := self.asked or self._mended_by(said):
            self._takes(question, said, by_hand=True)

    def _standing(self) -> Question | NotEligible | None:
        asked_enough = self.registered and ASKED_ANEW not in self.answers
        told = as_told(self.answers)
        return standing(told, self.programme, self.today, registered=asked_enough)

    def _looks_on(self) -> None:
        """Who has answered all is registered, until something does not fit any more."""
        step = self._standing()
        if step is None or isinstance(step, NotEligible):
            self.registered = step is None

    def _does_something_else(self, goes_on: bool) -> None:
        if not goes_on and not isinstance(self._standing(), Question):
            self.asking = None

    def _mended_by(self, said: str) -> Question | None:
        """Who was told that their age does not fit may just write another year."""
        if not isinstance(self._standing(), NotEligible):
            return None
        year = read_answer(Question.YEAR_OF_BIRTH, said, self.programme, self.today)
        return None if isinstance(year, Problem) else Question.YEAR_OF_BIRTH

    def _tapped(self, data: str) -> None:
        if data.startswith("sp:"):
            self.answers[Question.LANGUAGE] = Speak.unpack(data).language
        elif data.startswith("ch:"):
            choice = Choose.unpack(data)
            if choice.question is self.asked:
                self._takes(choice.question, choice.value)
        elif data.startswith("cg:"):
            question = Change.unpack(data).question
            if question in CORRECTABLE and question in as_told(self.answers):
                self.asking = question
        else:
            self._goes(data)

    def _goes(self, data: str) -> None:
        self._does_something_else(data in GOES_ON_AT)
        if data == f"go:{Place.ANSWERS}":
            self.asking = None
        elif data == f"go:{Place.WITHDRAW_SURELY}" and Question.CONSENT in self.answers:
            self.answers = {Question.LANGUAGE: self.answers[Question.LANGUAGE]}
            self.registered = False
            self.asking = None

    def _takes(self, question: Question, said: str, *, by_hand: bool = False) -> None:
        answer = read_answer(question, said, self.programme, self.today)
        if isinstance(answer, Problem) or answer.get(Question.CONSENT) == NO:
            return
        if question is Question.CONSENT:
            answer = {question: self.programme.privacy_version}
        self.answers = with_answer(self.answers, question, answer)
        if by_hand:
            self.answers = with_written(self.answers, question)
        if self._standing() is None:
            self.answers = done(self.answers)
        self.asking = None
        self._looks_on()
