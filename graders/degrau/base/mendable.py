"""What is said to a teacher, or an author, who can mend what is wrong."""


class Mendable(Exception):
    """Its text, of one or two lines, says what is wrong, where, and what to do next; commands exit with code 2."""
