"""`python -m bot` is `duobot`."""

from bot.cli import main

main()
