# %% [markdown]
# Tries to become another user, and to leave its session and group; all answers are right anyway.
#
# honest: 21
# reaches for the machine

# %%
import os

for leave in (
    lambda: os.setresuid(65534, 65534, 65534),
    lambda: os.setuid(0),
    lambda: os.setsid(),
    lambda: os.setpgid(0, 0),
    lambda: os.nice(-19),
):
    try:
        leave()
    except OSError:
        pass
