"""What a site is made of: assignments of one course or more, each in the languages that it has."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..base.mendable import Mendable
from ..base.text import Language
from ..pack.pack import Pack, PackNotFound


@dataclass(frozen=True)
class Course:
    """Assignments of one pack."""

    pack: Pack
    names: tuple[str, ...]
    """In their order; at least one."""

    def spoken(self, language: Language) -> Language:
        """The language in which its notebooks are shown on a page in this one: its first, where it lacks that."""
        return language if language in self.pack.languages else self.pack.languages[0]

    def in_languages(self, languages: Sequence[Language]) -> tuple[Language, ...]:
        """The languages of its notebooks on a site with pages in these."""
        return tuple(dict.fromkeys(map(self.spoken, languages)))


def courses(packs: Sequence[str], assignments: Sequence[str]) -> tuple[Course, ...]:
    """The courses of these packs, or of the one at hand, with these assignments, or all.

    Raises PackNotFound for one that is unknown, Mendable where two packs have assignments of the same name.
    """
    chosen = [Pack.named(name) for name in packs] or [Pack.find()]
    there = Counter(name for pack in dict.fromkeys(chosen) for name in pack.assignments)
    for name in assignments:
        if name not in there:
            raise PackNotFound(f"no assignment {name}; there are: {', '.join(there)}")
    wanted = set(assignments) or there.keys()
    twice = sorted(name for name in wanted if there[name] > 1)
    if twice:
        raise Mendable(f"more than one of these courses has {', '.join(twice)}; make a site for each")
    made = (Course(pack, tuple(filter(wanted.__contains__, pack.assignments))) for pack in dict.fromkeys(chosen))
    return tuple(course for course in made if course.names)


def languages(of: Sequence[Course], wishes: Sequence[Language]) -> tuple[Language, ...]:
    """These languages, or all of the courses'; raises PackNotFound for one that no course has."""
    known = tuple(dict.fromkeys(language for course in of for language in course.pack.languages))
    for wish in wishes:
        if wish not in known:
            raise PackNotFound(f"no course here is in {wish}; their languages: {', '.join(known)}")
    return tuple(dict.fromkeys(wishes)) or known
