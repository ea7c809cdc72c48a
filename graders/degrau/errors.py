"""The one kind of error that a person at the keyboard can mend."""


class Mendable(Exception):
    """Its text, of one or two lines, says what is wrong, where, and what to do next; commands exit with code 2."""
