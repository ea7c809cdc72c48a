# %% [markdown]
# Reads memory where there is none.
#
# honest: 17
# reaches for the machine

# %% step
import ctypes


def step(z):
    return ctypes.string_at(0)
