"""The languages of the course, as a choice on the command line."""

from enum import StrEnum


class Language(StrEnum):
    """The languages of the course."""

    pt = "pt"
    en = "en"
