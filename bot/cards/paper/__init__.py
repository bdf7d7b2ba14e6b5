"""The press, its template and its letters."""
