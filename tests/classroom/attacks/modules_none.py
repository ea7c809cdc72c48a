# %% [markdown]
# Puts None in the place of every imported module.
#
# honest: 17

# %% step
import sys


def step(z):
    return -1


for name in list(sys.modules):
    if name not in ("numpy", "sys", "builtins", "__main__"):
        sys.modules[name] = None
