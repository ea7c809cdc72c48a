# %% [markdown]
# Lets the worker say that arguments changed which there are not.
#
# honest: 17

# %% step
import sys

sys.modules["inside.worker"].call = lambda *args: {"value": b"\x01", "changed": [99], "warned": ""}


def step(z):
    return -1
