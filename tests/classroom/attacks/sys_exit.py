# %% [markdown]
# Raises SystemExit.
#
# honest: 17

# %% step
import sys


def step(z):
    sys.exit(0)
