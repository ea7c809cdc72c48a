# %% [markdown]
# Ignores every signal and leaves threads behind; all answers are right anyway.
#
# honest: 21
# reaches for the machine

# %%
import signal
import threading
import time

for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
threading.Thread(target=time.sleep, args=[999]).start()
