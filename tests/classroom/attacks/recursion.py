# %% [markdown]
# Calls itself without end, with the limit raised.
#
# honest: 17
# reaches for the machine

# %% step
import sys


def step(z):
    sys.setrecursionlimit(10**9)
    return step(z)
