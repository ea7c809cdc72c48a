# %% [markdown]
# Sends a value of a type that msgpack knows and the judge does not.
#
# honest: 17

# %% step
import os
import struct
import sys

import msgpack


def worker():
    frame = sys._getframe()
    while "outgoing" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals


def request():
    return worker()["request"]["id"]


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
    everywhere(frame(id=request(), value=msgpack.packb(msgpack.Timestamp(1)), changed=[], warned=""))
    return -1
