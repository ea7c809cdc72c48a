# %% [markdown]
# Raises SystemExit.
#
# honest: 17
# reaches for the machine

# %% step
import sys


def step(z):
    sys.exit(0)
