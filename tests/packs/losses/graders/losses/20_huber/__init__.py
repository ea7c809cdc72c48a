"""20_huber: a loss that grows like a square near 0 and like a line far from it."""
