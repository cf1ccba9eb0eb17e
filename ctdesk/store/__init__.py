"""The encrypted store: one folder that holds a desk, and the only room that writes to it."""
