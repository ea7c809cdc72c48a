# %% [markdown]
# Writes through `..`, /proc and links; all answers are right anyway.
#
# honest: 21
# reaches for the machine

# %%
import os

for path in (
    "../degrau-was-here",
    "../../../../.." + COURSE + "/degrau-was-here",
    "/proc/self/root" + COURSE + "/degrau-was-here",
    "/proc/self/cwd/../degrau-was-here",
    f"/proc/{JUDGE}/root{COURSE}/degrau-was-here",
):
    try:
        with open(path, "w") as file:
            file.write("x")
    except OSError:
        pass
try:
    os.symlink(COURSE, "/tmp/course")
    with open("/tmp/course/degrau-was-here", "w") as file:
        file.write("x")
except OSError:
    pass
