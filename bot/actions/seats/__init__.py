"""Who sits in a session: seats, the line before them, and the letters about them."""
