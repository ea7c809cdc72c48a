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


def frame(**fields):
    data = msgpack.packb(fields)
    return struct.pack(">I", len(data)) + data


def step(z):
    everywhere(frame(ready=True))
    return -1
