"""What people are called: names compared whatever their order and accents, and made into names of folders."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
PLAIN_ID = re.compile(r"[\w@][\w.@+-]*")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, without accents, in small letters.

    >>> words_of("Souza-Lima, ANA Júlia")
    ('souza', 'lima', 'ana', 'julia')
    """
    letters = unicodedata.normalize("NFKD", name).casefold()
    return tuple(WORD.findall("".join(c for c in letters if not unicodedata.combining(c))))


def same_name(one: str, other: str) -> bool:
    """Whether both may be the name of one person: the order of the words, and spaces, do not tell them apart.

    >>> same_name("Ana Maria Souza", "Souza, Ana Maria"), same_name("souzaanamaria", "Ana Maria Souza")
    (True, True)
    >>> same_name("Ana Souza", "Ana Souza Lima")
    False
    """
    a, b = words_of(one), words_of(other)
    if not a or not b:
        return False
    return sorted(a) == sorted(b) or (len(a) == 1 and a[0] in _squeezed(b)) or (len(b) == 1 and b[0] in _squeezed(a))


def _squeezed(words: tuple[str, ...]) -> set[str]:
    """The words without spaces, whichever of them comes first."""
    return {"".join(words[i:] + words[:i]) for i in range(len(words))}


def first_and_last(name: str) -> tuple[str, str]:
    """A name in two parts: where the comma says, or after the first word.

    >>> first_and_last("Souza Lima, Ana"), first_and_last("Ana Júlia Souza"), first_and_last("ana")
    (('Ana', 'Souza Lima'), ('Ana', 'Júlia Souza'), ('ana', ''))
    """
    last, comma, first = name.partition(",")
    if not comma:
        first, _, last = name.strip().partition(" ")
    return first.strip(), last.strip()


def id_of(text: str) -> str:
    """A name for a folder, made of any text: as it is where that will do.

    >>> id_of("Souza, Ana Júlia"), id_of("asouza@usp.br"), id_of("../..")
    ('souza_ana_julia', 'asouza@usp.br', '')
    """
    return text if PLAIN_ID.fullmatch(text) else "_".join(words_of(text))
