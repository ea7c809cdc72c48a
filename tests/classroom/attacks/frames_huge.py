# %% [markdown]
# Announces a reply of four gigabytes.
#
# honest: 17

# %% step
import os
import struct


def everywhere(data):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, data)
        except OSError:
            pass


def step(z):
    everywhere(struct.pack(">IQ", 2**32 - 1, 1))
    return -1
