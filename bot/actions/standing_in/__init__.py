"""Doing something in the place of somebody: who may, and for whom."""
