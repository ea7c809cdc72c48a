# %% [markdown]
# Sends itself SIGKILL.
#
# honest: 17
# reaches for the machine

# %% step
import os
import signal


def step(z):
    os.kill(os.getpid(), signal.SIGKILL)
    return -1
