# %% [markdown]
# Sleeps.
#
# honest: 17
# reaches for the machine

# %% step
import time


def step(z):
    time.sleep(999)
