"""A grading run: what all of its submissions share, and what a verdict follows from."""

import json
from dataclasses import dataclass, field

from ..base.files import digest
from ..judging.probes import Probes
from ..judging.registry import assignments
from ..notebooks.canonical import Work
from ..pack.fingerprint import fingerprint
from ..pack.pack import Pack
from ..pack.prepare import kept_probes
from ..plain.cell import may_name
from ..sandbox.limits import Limits
from ..sandbox.tiers import Tier


@dataclass(frozen=True)
class Run:
    """What judging a submission needs besides the submission."""

    pack: Pack
    """The course pack: references, banks, releases."""
    seed: int
    """The inputs of the hidden tests follow from it."""
    tier: Tier
    """How the boxes are confined in which the code runs."""
    limits: Limits = field(default_factory=Limits)
    """What a box may use."""

    def probes(self, assignment: str, function: str) -> Probes:
        """The questions put to this function, the same for every submission."""
        return kept_probes(self.pack, assignment, function, self.seed)

    def keys(self, work: Work) -> dict[str, str]:
        """For each function that is not blank, what tells its verdict from all others.

        It is the digest of what the verdict follows from: all cells that are run, the grader, the seed, the sandbox.
        """
        cells = json.dumps([[cell.id, cell.source] for cell in work.cells])
        shared = str(self.seed), self.tier.name, str(self.limits), work.language, cells
        return {
            name: digest(fingerprint(self.pack, work.assignment, name), name, *shared)
            for name in assignments()[work.assignment].points
            if any(cell.id == name or may_name(cell.source, name) for cell in work.cells)
        }
