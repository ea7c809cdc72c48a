# %% [markdown]
# Matches a regular expression that backtracks for ever.
#
# honest: 17
# reaches for the machine

# %% step
import re


def step(z):
    return re.match("(a+)+b", "a" * 64)
