# %% [markdown]
# Sets an alarm that interrupts the worker, and sleeps.
#
# honest: 17
# reaches for the machine

# %% step
import signal
import time


def step(z):
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    time.sleep(99)
