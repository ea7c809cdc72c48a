# %% [markdown]
# Sleeps.
#
# honest: 17
# slow

# %% step
import time


def step(z):
    time.sleep(999)
