"""What the report's page says."""

from ..base.text import Text, _

WORDS: dict[str, Text] = {
    "title": _("How the class is doing"),
    "made": _("Made on {when}. {students} students, {submissions} submissions."),
    "without_names": _("Without names: the numbers are drawn anew for each page."),
    "waiting": _("Not graded yet: {count} submissions. Run degrau grade, then this again."),
    "old": _(
        "Marks alone are known of {count} submissions, which an earlier version graded: "
        "degrau grade --fresh tells the rest."
    ),
    "progress": _("Through the course"),
    "progress_about": _("Of {students} students, how many have all points, some, or have handed in nothing."),
    "assignment": _("assignment"),
    "handed_in": _("handed in"),
    "mean": _("mean, %"),
    "median": _("median, %"),
    "full": _("all points"),
    "some": _("some points"),
    "nothing": _("nothing handed in"),
    "late": _("late"),
    "by_hand": _("wait for marking by hand"),
    "requests": _("Requests to mark again"),
    "marks": _("Marks"),
    "marks_about": _("How many students have which share of the points, late penalties taken off."),
    "share": _("% of the points"),
    "students": _("students"),
    "map": _("Students and functions"),
    "map_about": _(
        "Percent of the points of each function; the more colour, the more is lost. "
        "Those with fewest points come first."
    ),
    "student": _("student"),
    "section": _("section"),
    "no_section": _("no section"),
    "all": _("all"),
    "blank": _("not written"),
    "error": _("stopped with an error"),
    "missing": _("not found"),
    "timeout": _("did not end in time"),
    "crashed": _("took its process down"),
    "mistakes": _("What they get wrong"),
    "mistakes_about": _("Answers that behave exactly like a known mistake. The call is the shortest that shows it."),
    "relations_about": _("No known mistake, but true of all that an answer gets wrong:"),
    "none_named": _("No mistake that is known by name."),
    "function": _("function"),
    "mistake": _("mistake"),
    "count": _("how many"),
    "example": _("a call that shows it"),
    "who": _("who"),
    "propagated": _("inside a function that it uses"),
    "stuck": _("Where they are stuck"),
    "stuck_about": _("The first function of the notebook that does not pass, for those with anything left to do."),
    "none_stuck": _("Nobody: all who handed it in have everything right."),
    "absent": _("Who handed in nothing"),
    "nobody_absent": _("Nobody: all of the class have handed it in."),
    "improved": _("Who got on between attempts"),
    "improved_about": _("Points of the first attempt and of the last one that was graded."),
    "nobody_improved": _("Nobody has handed it in twice."),
    "attempts": _("attempts"),
    "first": _("first"),
    "last": _("last"),
    "gain": _("gain"),
    "accidents": _("Accidents"),
    "nothing_happened": _("None: no time-outs, crashes or mended files."),
    "happened": _("what happened"),
    "items": _("How the items do"),
    "items_about": _(
        "Facility: the mean share of the points. Discrimination: the correlation with the points of the other "
        "functions, with its 95 % interval; from {fair:g} on it is fair, from {good:g} on good. It is not computed for "
        "fewer than {fewest} students, or where all do alike."
    ),
    "item": _("item"),
    "facility": _("facility"),
    "discrimination": _("discrimination"),
    "easy": _("easy"),
    "medium": _("medium"),
    "hard": _("hard"),
    "good": _("good"),
    "fair": _("fair"),
    "low": _("low"),
    "nobody": _("nobody gets it: look at the item"),
    "weak": _("does not tell who gets the rest right: look at the item"),
    "no_items": _("Known after the next grading."),
    "contents": _("Contents"),
    "similar": _("Answers that are alike"),
    "no_verdict": _("This is a reason to look, never a verdict."),
    "no_verdict_about": _(
        "Short right answers are alike by themselves, and students may work together where you allow it. In every "
        "class some pair comes first. Read both, and talk with both, before you think anything."
    ),
    "similar_about": _(
        "What the release and the reference have counts nothing, and what many have, or the right answers of the bank, "
        "counts little. Names, comments and the order of statements do not matter. The number behind a pair says how "
        "unusual it is: with one bit more, half as many pairs are as alike. Statements that both have are marked."
    ),
    "bits": _("{bits:.1f} bits"),
    "bits_axis": _("bits"),
    "pairs": _("pairs"),
    "all_pairs": _("All pairs of the class; those right of the line are listed."),
    "alike_share": _("{share:.0f} % alike"),
    "none_alike": _("No two answers are more alike than right answers are."),
    "too_few": _("Nothing to compare: fewer than two students have handed in the same assignment."),
}
