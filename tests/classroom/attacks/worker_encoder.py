# %% [markdown]
# Replaces the worker's encoder, so that every reply says the same.
#
# honest: 17

# %% step
import sys

sys.modules["degrau.plain.codec"].encode = lambda *args, **named: b"\x01"


def step(z):
    return -1
