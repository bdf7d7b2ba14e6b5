"""Waiting for a duo: how long it usually takes, and the question of each month."""
