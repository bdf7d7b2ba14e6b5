"""The question of each month to who waits for a duo: what everybody needs of it."""
