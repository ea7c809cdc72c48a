"""What came of a class: the report on it, and answers that are alike."""
