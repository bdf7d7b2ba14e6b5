"""Codes that change with the time, as apps for codes make them (RFC 6238)."""

from collections.abc import Callable


def new_secret() -> str:
    """A secret of 160 bits in base32, as apps take it."""
    from pyotp import random_base32  # noqa: PLC0415  # only who sets up codes waits for it

    return random_base32()


def codes_of(secret: str) -> Callable[[int], str]:
    """The code of each step of half a minute."""
    from pyotp import TOTP  # noqa: PLC0415  # the same

    return TOTP(secret).generate_otp


def address_of(secret: str, account: str, house: str) -> str:
    """What an app reads from a picture: the secret, and under which name it is shown there."""
    from pyotp import TOTP  # noqa: PLC0415  # the same

    return TOTP(secret).provisioning_uri(name=account, issuer_name=house)
