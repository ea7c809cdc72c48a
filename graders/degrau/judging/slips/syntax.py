"""What Python's words for a cell that it cannot read mean to a beginner."""

from ...base.text import Text, _

MINUS, QUOTES = "−–—‐‑", "“”‘’„«»´"
# By a part of the message, the first that fits; each is about the line that the message is about, or the one above.
HINTS: dict[str, Text] = {
    "invalid non-printable character": _(
        "There is a space on this line that is none, from a slide or a web page. Delete the spaces, and type them anew."
    ),
    "inconsistent use of tabs": _(
        "This line is indented with tabs, and others with spaces. Use spaces alone: four for each step."
    ),
    "expected ':'": _("Lines that begin with `def`, `if`, `else`, `for`, `while` or `class` end with a colon."),
    "expected an indented block": _(
        "After a line that ends with a colon, the next lines stand further to the right: four spaces."
    ),
    "unexpected indent": _(
        "This line stands further to the right than the one above it, which does not end with a colon."
    ),
    "unindent does not match": _(
        "Lines that belong together begin in the same column. In which column does this one begin?"
    ),
    "was never closed": _("A bracket is opened here, and not closed. Count those that open and those that close."),
    "unmatched": _("A bracket is closed here that was not opened. Count those that open and those that close."),
    "does not match opening": _("One kind of bracket opens here and another closes. Which is the one that you meant?"),
    "unterminated": _("A text begins with a quotation mark on this line, and does not end with one."),
    "instead of '='": _("`=` gives a name a value; `==` compares. Which of the two is meant here?"),
    "outside function": _("This line stands outside the function: is it indented like the lines above it?"),
    "Missing parentheses": _("`print` is a function: what it shows stands in parentheses, as in `print(z)`."),
    "forgot a comma": _(
        "Between two things on this line a comma is missing, or an operator: `2 x` is written `2 * x`."
    ),
    "invalid decimal literal": _(
        "A name does not begin with a digit, and a product is written with `*`: `2 * x`, not `2x`."
    ),
}
LOOK = _("Look at this line, and at the end of the one above it: a bracket, a comma or a colon is often missing there.")
MINUS_SIGN = _("The minus on this line comes from a slide or a PDF, and is another character. Delete it and type `-`.")
QUOTATION = _("The quotation marks on this line come from a slide or a text. Delete them and type `\"` or `'` anew.")
CHARACTER = _("The character `{character}` means nothing to Python. Which key of the keyboard is meant?")


def hint(message: str) -> Text:
    """What to look for where Python says this."""
    if message.startswith("invalid character '"):
        character = message.removeprefix("invalid character '")[:1]
        if character in QUOTES:
            return QUOTATION
        return MINUS_SIGN if character in MINUS else CHARACTER.filled(character=character)
    return next((found for words, found in HINTS.items() if words in message), LOOK)
