# %% [markdown]
# Returns an object that says it is an int of NumPy's.
#
# honest: 17

# %% step
class Liar:
    __class__ = int
    __module__ = "numpy"
    dtype = np.dtype("f8")


def step(z):
    return Liar()
