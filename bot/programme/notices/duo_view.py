"""What those who follow duos are told of them."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice

# Its id, mentee, mentor, marks of the last weeks with the newest first, why it needs a person and
# for how many weeks, and who takes a break until when.
ListedDuo = tuple[
    int, str, str, tuple[str, ...], tuple[tuple[str, int], ...], tuple[tuple[str, str], ...]
]


@dataclass(frozen=True, slots=True)
class DuoCard(Notice):
    """How a duo is. ``since``, ``next_meeting`` and ``next_question`` are ISO instants, empty when
    there is none. Of ``weeks``, newest first, each has its key, its mark and the minutes (0 when
    nobody said). ``minutes`` are those of four weeks. ``feelings`` are a week and 1 to 5 each, the
    newest first; nobody but the duo's own coach gets any. ``cases`` are what waits for an answer:
    reason (empty where it is not the reader's), about whom (empty for both), since when. ``rests``
    are who takes a break: name, until when; then the next question is the one after the break.
    ``needs`` are why it needs a person, and for how many weeks they have not met. ``together``:
    which week it is, of how many, and the day of the end. ``reasons`` are why somebody takes a
    break, as far as they said it: nobody but the duo's own coach gets any. ``begins`` is the id of
    a duo whose weeks have not begun.
    """

    kind = "duo_card"
    mentee: str
    mentor: str
    telegram_ids: tuple[int, ...]
    since: str
    weeks: tuple[tuple[str, str, int], ...] = ()
    minutes: int = 0
    feelings: tuple[tuple[str, int], ...] = ()
    next_meeting: str = ""
    next_question: str = ""
    cases: tuple[tuple[str, str, str], ...] = ()
    rests: tuple[tuple[str, str], ...] = ()
    needs: tuple[tuple[str, int], ...] = ()
    has_own_cases: bool = False
    together: tuple[int, int, str] = (0, 0, "")
    reasons: tuple[tuple[str, str], ...] = ()
    begins: int = 0


@dataclass(frozen=True, slots=True)
class MyDuos(Notice):
    """The duos of whoever follows them, those first that need a person.

    ``first`` is how many stand before the first one shown, ``total`` how many there are.
    """

    kind = "my_duos"
    duos: tuple[ListedDuo, ...]
    first: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class BranchDigest(Notice):
    """The weeks of a branch, once a week, for one who follows duos there.

    ``lines`` are the duos that need a person most: (id, mentee, mentor, why and for how many
    weeks); ``more`` is how many others do, ``total`` how many duos there are in all. ``marks`` is
    what the last week came to: (mark, how many duos). ``rows`` are for the picture: (mentee,
    mentor, a mark for each of ``weeks``, the oldest first).
    """

    kind = "branch_digest"
    revocable = True
    branch: str
    weeks: tuple[str, ...]
    lines: tuple[tuple[int, str, str, tuple[tuple[str, int], ...]], ...]
    more: int
    total: int
    marks: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]
    is_whole_branch: bool = False
