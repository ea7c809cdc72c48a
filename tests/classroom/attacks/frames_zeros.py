# %% [markdown]
# Writes zeros on every open descriptor.
#
# honest: 17

# %% step
import os


def everywhere(data):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, data)
        except OSError:
            pass


def step(z):
    everywhere(b"\0" * 4096)
    return -1
