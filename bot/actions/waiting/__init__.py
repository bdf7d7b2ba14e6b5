"""Waiting for a duo: where somebody is on the road, and what comes next."""
