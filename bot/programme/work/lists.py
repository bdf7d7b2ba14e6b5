"""The lists of a coach's work, in the order in which they are shown."""

NEW, PLAN, MATCH, ANSWER, LATER = "new", "plan", "match", "answer", "later"
TO_CALL, UNHEARD, RESTING, UNFINISHED, FOUND = (
    "call", "unheard", "resting", "unfinished", "found",
)  # fmt: skip
# Where somebody stands in a list who did not answer a proposal, also after a reminder, and who
# said yes to one while the other one still thinks.
UNDECIDED, SAID_YES = "undecided", "said_yes"
# Calls wait for a person, so they stand first.
SHOWN = (TO_CALL, NEW, PLAN, MATCH, ANSWER, LATER, UNHEARD, RESTING, UNFINISHED)
