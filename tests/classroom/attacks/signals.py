# %% [markdown]
# Sends signals to its parent, its group, the judge and everybody; all answers are right anyway.
#
# honest: 21
# reaches for the machine

# %%
import os
import signal

for pid in (os.getppid(), JUDGE, -1, 0, -JUDGE):
    for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP, signal.SIGIO):
        try:
            os.kill(pid, number)
        except OSError:
            pass
