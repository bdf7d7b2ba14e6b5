"""Bots that are timed: each is a program of its own, started with an address and a token."""
