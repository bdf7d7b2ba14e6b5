"""The first talk of a person with a coach (the intake): times, agreeing on one, and after it."""
