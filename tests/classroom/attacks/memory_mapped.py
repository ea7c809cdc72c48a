# %% [markdown]
# Takes memory by anonymous mappings and shared memory.
#
# honest: 17
# reaches for the machine

# %% step
import mmap


def step(z):
    kept = [mmap.mmap(-1, 2**26) for _ in range(99)]
    for mapping in kept:
        mapping.write(bytes(2**26))
