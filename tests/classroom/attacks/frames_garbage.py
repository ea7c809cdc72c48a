# %% [markdown]
# Writes garbage on every open descriptor.
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
    everywhere(b"\xff" * 100)
    return -1
