"""The course that is at hand, for tests that are about no course: degrau's own, or the tiny one of `tests.alone`."""

from degrau.judging.registry import assignments
from degrau.pack.pack import Pack

PACK = Pack.find()
LANGUAGE = PACK.languages[0]
# Its first assignment, and what that asks for.
ASSIGNMENT = PACK.assignments[0]
FUNCTIONS = tuple(assignments()[ASSIGNMENT].points)
FIRST, LAST = FUNCTIONS[0], FUNCTIONS[-1]
