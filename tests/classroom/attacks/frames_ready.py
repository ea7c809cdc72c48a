# %% [markdown]
# Says again that the box is ready.
#
# honest: 17

# %% step
import os
import struct

import msgpack


def everywhere(data):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, data)
        except OSError:
            pass


def frame(number, **fields):
    data = msgpack.packb(fields)
    return struct.pack(">IQ", len(data), number) + data


def step(z):
    everywhere(frame(0, ready=True))
    return -1
