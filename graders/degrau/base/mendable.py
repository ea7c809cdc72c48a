"""What is said to a teacher, or an author, who can mend what is wrong."""


class Mendable(Exception):
    """Its text, of one or two lines, says what is wrong, where, and what to do next; commands exit with code 2."""


def raised(error: BaseException) -> str:
    """What Python raised where an author's file was read or run, in one line, without the place."""
    if isinstance(error, SystemExit):
        return "it calls exit(), which would end the command; take that out"
    words = error.msg if isinstance(error, SyntaxError) else error
    return f"{type(error).__name__}: {words}; correct it"
