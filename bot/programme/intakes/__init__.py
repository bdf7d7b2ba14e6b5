"""When a first talk (the intake) can be, and what may come of it; pure rules."""
