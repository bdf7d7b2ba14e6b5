"""Waiting for a duo: how long it usually takes."""
