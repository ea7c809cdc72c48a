# %% [markdown]
# Lets the worker say that arguments changed which there are not.
#
# honest: 0

# %% step
import sys

sys.modules["degrau.sandbox.inside.worker"].outcome = lambda *args: {"value": b"\x01", "changed": [99], "warned": ""}


def step(z):
    return -1
