# %% [markdown]
# Ends the process with success.
#
# honest: 17
# reaches for the machine

# %% step
import os


def step(z):
    os._exit(0)
