# %% [markdown]
# Lets the worker reply with fields of the wrong types.
#
# honest: 17

# %% step
import sys

sys.modules["inside.worker"].call = lambda *args: {"raised": {"type": 1, "message": [], "lines": 0}}


def step(z):
    return -1
