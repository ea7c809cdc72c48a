"""What is said about a notebook that cannot be read, or that was mended on the way in."""

from typing import Any

from ..base.mendable import Mendable
from ..base.text import Text, _


class Unreadable(Mendable):
    """A file that is no notebook of the course; `message` says what is wrong and what to do."""

    def __init__(self, message: Text, **values: object) -> None:
        self.message = message.filled(**values)
        super().__init__(self.message.to("en"))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.message,)


MISSING = _("There is no such file. Check its name and folder.")
CLOSED = _("The file could not be opened ({reason}). Check its permissions, or copy it again.")
LINK = _("This is a symbolic link, not the notebook. Hand in the file itself.")
HARD_LINK = _("The file has a second name elsewhere (a hard link). Hand in a copy that is a file of its own.")
FOLDER = _("This is a folder. Hand in the .ipynb file inside it.")
NO_FILE = _("This is not an ordinary file. Hand in the .ipynb file.")
EMPTY = _("The file is empty. Save the notebook (Ctrl+S) and hand it in again.")
TOO_LARGE = _("The file is larger than {megabytes} MB. Clear the cells' outputs, save, and hand it in again.")
TOO_INTRICATE = _("The file holds too much data. Clear the cells' outputs, save, and hand it in again.")
ARCHIVE = _("This is a zip archive with {count} notebooks in it. Hand in the assignment's .ipynb file.")
BAD_ARCHIVE = _("This is a zip archive that does not open. Hand in the .ipynb file itself.")
WEB_PAGE = _("This is a web page, not the notebook. Download the .ipynb file (in Colab: File, Download).")
NOT_JSON = _("The file is incomplete or damaged (line {line}). If Jupyter does not open it, hand in another copy.")
NOT_NOTEBOOK = _("The file is not a Jupyter notebook: it has no cells. Hand in the course's .ipynb file.")
OTHER_FORMAT = _(
    "The notebook's format (nbformat {version}) is not read here. Save it in Jupyter and hand it in again."
)
TOO_MANY_CELLS = _("The notebook has {count} cells; the limit is {limit}. Delete the spare ones and hand it in again.")
UNKNOWN_ASSIGNMENT = _("This is not the notebook of any known assignment ({known}). Hand in the course's notebook.")

ENDED = _("Reading this file was ended, twice: {reason}. If Jupyter opens it, clear the outputs and hand it in again.")

UNZIPPED = _("The notebook was in a zip archive, under the name {name}.")
HEAVY = _("The file was larger than {megabytes} MB; the cells' outputs were left out.")
ENCODING = _("The file was not in UTF-8: some accents may have changed. Save the notebook in Jupyter itself.")
UPGRADED = _("The notebook was in an old format (nbformat 3) and was converted.")
DROPPED = _("Parts that were not readable cells were left out: {count}.")
OTHER_VERSION = _(
    "This notebook is from version {made} of the course, and is judged by version {now}: "
    "answers count in the cells that both have."
)
KERNEL = _("The notebook said it used another language ({kernel}); its cells ran in Python.")
RESTORED = _("Locked cells that had been edited are as released again: {cells}.")
REPLACED = _("Cells that were missing have been put back: {cells}.")
SEVERAL = _("There is more than one cell for {cells}: all of them run, in their order.")
JOINED = _("Cells that had been split have been joined: {cells}.")
TOO_LONG = _(
    "Cells with more than {limit} characters were left out: {cells}. Take the data out of them, and hand it in again."
)
RETYPED = _("Cells that were no longer code are code again: {cells}.")
