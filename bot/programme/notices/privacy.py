"""What is said about privacy."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class PrivacyText(Notice):
    """The privacy text, and whether this person agreed to it."""

    kind = "privacy_text"
    agreed: bool


@dataclass(frozen=True, slots=True)
class WithdrawQuestion(Notice):
    """Is the person sure to withdraw their consent?"""

    kind = "withdraw_question"
    in_duo: bool


@dataclass(frozen=True, slots=True)
class Withdrawn(Notice):
    """The consent is withdrawn and the answers are deleted."""

    kind = "withdrawn"
