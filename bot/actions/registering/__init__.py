"""Registering: answers that are kept, and people who did not come to the end."""
