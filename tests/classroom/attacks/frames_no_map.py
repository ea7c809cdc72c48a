# %% [markdown]
# Sends a frame that is no map.
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
    everywhere(struct.pack(">I", 1) + b"\x01")
    return -1
