# %% [markdown]
# Forgets all imported modules.
#
# honest: 17

# %% step
import sys


def step(z):
    return -1


sys.modules.clear()
