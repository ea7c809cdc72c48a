# %% [markdown]
# Closes every open descriptor while the cell runs.
#
# honest: 17
# reaches for the machine

# %% step
import os


def step(z):
    return -1


os.closerange(0, 64)
