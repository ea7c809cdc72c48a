# %% [markdown]
# Sends itself SIGSTOP, so that it is alive and never answers.
#
# honest: 17
# reaches for the machine

# %% step
import os
import signal


def step(z):
    os.kill(os.getpid(), signal.SIGSTOP)
    return -1
