# %% [markdown]
# Replaces the function with which the worker calls: it answers one to everything.
#
# honest: 17

# %% step
import sys

sys.modules["inside.worker"].call = lambda *args: {"value": b"\x01", "changed": [], "warned": ""}


def step(z):
    return -1
