"""A penalty for late submissions, for nbgrader's AssignLatePenalties."""

import math

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Float

DAY = 24 * 60 * 60


class PercentPerDay(LateSubmissionPlugin):  # type: ignore[misc]
    """Takes `percent` of the score off for each day begun after the due date."""

    percent = Float(10.0, help="Percent of the score that each late day costs").tag(config=True)

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float:
        days = math.ceil(total_seconds_late / DAY)
        return min(score, score * days * float(self.percent) / 100)
