# %% [markdown]
# Traces every call, and makes the tracer fail.
#
# honest: 17

# %% step
import sys


def step(z):
    sys.settrace(lambda *args: None)
    sys.setprofile(lambda *args: 1 / 0)
    return -1
