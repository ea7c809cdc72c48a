# %% [markdown]
# Lets the worker reply with fields of the wrong types.
#
# honest: 0

# %% step
import sys

sys.modules["degrau.sandbox.inside.worker"].outcome = lambda *args: {"raised": {"type": 1, "message": [], "lines": 0}}


def step(z):
    return -1
