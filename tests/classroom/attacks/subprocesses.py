# %% [markdown]
# Runs other programs.
#
# honest: 17
# reaches for the machine

# %% step
import subprocess


def step(z):
    subprocess.Popen(["/bin/sleep", "999"])
    return -1
