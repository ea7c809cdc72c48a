# %% [markdown]
# Closes every open descriptor.
#
# honest: 17
# reaches for the machine

# %% step
import os


def step(z):
    os.closerange(0, 64)
    return -1
