"""Short digests: what tells whether something has changed."""

import hashlib
from collections.abc import Iterable, Iterator


def digest(*parts: str) -> str:
    """A short digest of these texts, each told apart from its neighbours."""
    return hashlib.blake2b("\0".join(_escaped(parts)).encode(), digest_size=16).hexdigest()


def _escaped(parts: Iterable[str]) -> Iterator[str]:
    return (part.replace("\0", "\0\0") for part in parts)
