"""What an answer that is not right is told of its cause."""
