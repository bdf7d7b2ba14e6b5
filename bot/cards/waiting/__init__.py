"""Waiting for a duo, in words."""
