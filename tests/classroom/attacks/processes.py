# %% [markdown]
# Starts two hundred processes that stay.
#
# honest: 17
# reaches for the machine

# %% step
import os
import time


def step(z):
    for _ in range(200):
        if os.fork() == 0:
            time.sleep(999)
    return -1
