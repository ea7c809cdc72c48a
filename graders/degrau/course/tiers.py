"""Which tiers of the sandbox a course accepts: without one that confines students' code, its teacher has to say so."""

from collections.abc import Collection

from ..sandbox.machine import to_do_better
from ..sandbox.tiers import Tier
from .choices import FILE as CHOICES
from .directory import CourseError


def refuse_unconfined(tier: Tier, accepted: Collection[str]) -> None:
    """Raises CourseError where nothing but a process would hold students' code, and the course does not accept that."""
    if not tier.confined and tier.name not in accepted:
        raise CourseError(
            f"this machine has no sandbox: students' code could read the solutions ({to_do_better(tier)}).\n"
            f'Mend one of these, or accept it in {CHOICES}: accept_tiers = ["{tier.name}"]'
        )
