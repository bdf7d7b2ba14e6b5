"""The square of dots that an app reads through its camera (a QR code), as a PNG."""

from io import BytesIO

# Each dot is so many points wide: large enough for the camera of an old phone.
DOT = 8


def square_of(address: str) -> bytes:
    """The square that holds this address."""
    from segno import make_qr  # noqa: PLC0415  # only who sets up codes waits for it

    png = BytesIO()
    make_qr(address, error="m").save(png, kind="png", scale=DOT)
    return png.getvalue()
