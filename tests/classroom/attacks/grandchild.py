# %% [markdown]
# Starts a grandchild that detaches itself in a session of its own; all answers are right anyway.
#
# honest: 21
# reaches for the machine

# %%
import os
import time

try:
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(999)
except OSError:
    pass
