"""How the items of an assignment do with a class: how easy they are, and whether they tell the able from the rest.

An item is a function, or one property of it. Its discrimination is the correlation of what students get for it with
what they get for the assignment's other functions (a property belongs to its function, so that is left out whole), with
Fisher's interval.
"""

import math
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

# With fewer, an interval reaches from one end to the other.
FEWEST = 10
CONFIDENCE = 0.95
EASY, HARD = 0.85, 0.3
# The usual marks (Ebel and Frisbie, 1991).
GOOD, FAIR = 0.4, 0.2
COLUMNS = ["assignment", "function", "property"]
MEASURED = ["tried", "facility", "difficulty", "discrimination", "low", "high", "quality", "flag"]


def item_table(shares: pd.DataFrame) -> pd.DataFrame:
    """The items of all assignments, a function and then its properties.

    `shares` has a row for each student and property, with its points and the most that it gives. `facility` is the mean
    share of these. `flag` names what is amiss: "nobody", where nobody gets any of it, and "weak", where who gets the
    rest right is surely no better at this.
    """
    rows = [row for name, own in shares.groupby("assignment", sort=False) for row in _rows(str(name), own)]
    return pd.DataFrame(rows, columns=[*COLUMNS, *MEASURED])


def _rows(assignment: str, shares: pd.DataFrame) -> Iterator[dict[str, Any]]:
    totals = shares.groupby("student")["points"].sum()
    for function, own in shares.groupby("function", sort=False):
        whole = own.groupby("student")[["points", "most"]].sum()
        rest = totals.loc[whole.index] - whole["points"]
        about = {"assignment": assignment, "function": function}
        yield {**about, "property": "", **_measured(whole["points"] / whole["most"], rest)}
        for prop, points in own.groupby("property", sort=False):
            share = points.set_index("student")
            yield {**about, "property": prop, **_measured(share["points"] / share["most"], rest.loc[share.index])}


def _measured(share: pd.Series, rest: pd.Series) -> Mapping[str, Any]:
    facility, tried = float(share.mean()), len(share)
    r, low, high = _correlation(share, rest)
    return {
        "tried": tried,
        "facility": facility,
        "difficulty": "easy" if facility >= EASY else "hard" if facility < HARD else "medium",
        "discrimination": r,
        "low": low,
        "high": high,
        "quality": "" if math.isnan(r) else "good" if r >= GOOD else "fair" if r >= FAIR else "low",
        "flag": "nobody" if tried >= FEWEST and facility == 0 else "weak" if high < FAIR else "",
    }


def _correlation(share: pd.Series, rest: pd.Series) -> tuple[float, float, float]:
    """The correlation and its interval; not numbers where few tried, or all did alike."""
    # Slow to import.
    from scipy.stats import pearsonr

    if len(share) < FEWEST or share.nunique() < 2 or rest.nunique() < 2:
        return math.nan, math.nan, math.nan
    with warnings.catch_warnings():
        # What is nearly constant is said by the interval.
        warnings.simplefilter("ignore")
        found = pearsonr(share, rest)
        interval = found.confidence_interval(CONFIDENCE)
    return float(found.statistic), float(interval.low), float(interval.high)
