# %% [markdown]
# Ends the process with success.
#
# honest: 17

# %% step
import os


def step(z):
    os._exit(0)
