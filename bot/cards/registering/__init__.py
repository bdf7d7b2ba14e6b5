"""The words of the registration: questions, hints, choices, and what was told."""
