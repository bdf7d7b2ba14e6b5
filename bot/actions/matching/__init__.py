"""Bringing a mentee and a mentor together: a coach suggests, the two decide."""
