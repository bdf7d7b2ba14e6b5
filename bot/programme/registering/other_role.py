"""Somebody becomes a mentor in place of a mentee, or the other way round.

What they told as the one is not what they would tell as the other.
"""

from collections.abc import Mapping

from bot.programme.people import Role
from bot.programme.registering.kinds import AVAILABILITY
from bot.programme.registering.questions import SKIPPED, Question
from bot.programme.registering.reading import Told, with_told

# Among the answers, while the questions of another role are put: nothing was told in it yet, so
# that who only tapped the wrong button goes back and has lost nothing, or something was.
ASKED_ANEW = "asked_anew"
FRESH, BEGUN = "fresh", "begun"
_OF_ONE_ROLE: Mapping[str, tuple[str, ...]] = {
    Role.MENTEE: (Question.ROOTS, Question.RIGHT_TO_WORK),
    Role.MENTOR: (
        Question.CAPACITY, AVAILABILITY, Question.EXPERIENCE, Question.NETWORK, Question.EMPLOYER,
    ),
}  # fmt: skip
# Asked of both, but each is asked something else.
_OTHERWISE = (Question.SECTOR, Question.JOB, Question.KIND, Question.HOPE)


def as_told(answers: Mapping[str, str]) -> Mapping[str, str]:
    """The answers that count now: who has just said that they are somebody else here has not told
    yet what the other role is asked.
    """
    return _in_role(answers) if answers.get(ASKED_ANEW) == FRESH else answers


def with_answer(answers: Mapping[str, str], question: Question, told: Told) -> dict[str, str]:
    """The answers with this one; another role asks its own questions."""
    role, said = answers.get(Question.ROLE), told.get(Question.ROLE)
    if question is not Question.ROLE or role in (None, said):
        kept = with_told(as_told(answers), question, told)
        begun = question is not Question.ROLE and ASKED_ANEW in kept
        return {**kept, ASKED_ANEW: BEGUN} if begun else kept
    kept = with_told(done(answers), question, told)
    return kept if answers.get(ASKED_ANEW) == FRESH else {**kept, ASKED_ANEW: FRESH}


def done(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers of who was asked all that the role asks."""
    return {key: said for key, said in answers.items() if key != ASKED_ANEW}


def _in_role(answers: Mapping[str, str]) -> dict[str, str]:
    """Without what was told in the other role."""
    role = answers[Question.ROLE]
    others = [keys for one, keys in _OF_ONE_ROLE.items() if one != role]
    gone = {*_OTHERWISE, *(key for keys in others for key in keys)}
    passed = " ".join(one for one in answers.get(SKIPPED, "").split() if one not in gone)
    kept = {key: said for key, said in answers.items() if key not in (*gone, SKIPPED)}
    return {**kept, **({SKIPPED: passed} if passed else {})}
