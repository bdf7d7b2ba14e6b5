"""What somebody has told, worked out from their updates alone by the programme's rules."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.cards.buttons import Change, Choose, Speak
from bot.programme.plain_words import understand
from bot.programme.programme import Programme
from bot.programme.registration import (
    CORRECTABLE,
    NO,
    Problem,
    Question,
    read_answer,
    standing,
)


@dataclass(slots=True)
class Registrant:
    """One person in no duo; hear their updates in order."""

    programme: Programme
    today: date
    answers: dict[str, str] = field(default_factory=dict)
    asking: str | None = None

    @property
    def asked(self) -> Question | None:
        """The question to answer now."""
        if self.asking:
            return Question(self.asking)
        step = standing(self.answers, self.programme, self.today)
        return step if isinstance(step, Question) else None

    def hears(self, update: dict[str, Any]) -> None:
        if tap := update.get("callback_query"):
            self._tapped(tap["data"])
            return
        said = update.get("message", {}).get("text", "/")
        if self.asked and not said.startswith("/") and not understand(said):
            self._takes(self.asked, said)

    def _tapped(self, data: str) -> None:
        if data.startswith("sp:"):
            self.answers[Question.LANGUAGE] = Speak.unpack(data).language
        elif data.startswith("ch:"):
            choice = Choose.unpack(data)
            if choice.question is self.asked:
                self._takes(choice.question, choice.value)
        elif data.startswith("cg:"):
            question = Change.unpack(data).question
            if question in CORRECTABLE and question in self.answers:
                self.asking = question

    def _takes(self, question: Question, said: str) -> None:
        answer = read_answer(question, said, self.programme, self.today)
        if isinstance(answer, Problem) or (question is Question.CONSENT and answer == NO):
            return
        if question is Question.CONSENT:
            answer = self.programme.privacy_version
        self.answers[question] = answer
        self.asking = None
