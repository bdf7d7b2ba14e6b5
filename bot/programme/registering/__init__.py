"""Registering: what is asked of whom, and how the answers are read."""
