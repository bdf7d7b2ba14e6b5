"""A fuse: the process dies by its own hand when it passes a named point for the nth time."""

import os
import signal
from dataclasses import dataclass


@dataclass(slots=True)
class Fuse:
    """Laid at one point; it burns from the start, or only once SIGUSR1 has lit it."""

    point: str
    passing: int = 1
    lit: bool = False

    def lay(self) -> None:
        """Lay it; fails loudly when the point is not where it was."""
        from tests.processes.kill_points import POINTS  # noqa: PLC0415  # POINTS knows fuses

        signal.signal(signal.SIGUSR1, self._light)
        POINTS[self.point].guard(self.passes)

    def passes(self) -> None:
        """The point is passed: nobody is asked, nothing is tidied up."""
        if not self.lit:
            return
        self.passing -= 1
        if self.passing == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def _light(self, *_: object) -> None:
        self.lit = True
