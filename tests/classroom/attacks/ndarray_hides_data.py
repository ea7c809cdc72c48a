# %% [markdown]
# Returns an ndarray of its own with another shape and dtype than it says.
#
# honest: 17
# reaches for the machine

# %% step
class Liar(np.ndarray):
    shape = property(lambda self: (2,))
    dtype = property(lambda self: np.dtype("f8"))

    def tobytes(self, *args):
        return b""


def step(z):
    return np.full((10,), -1.0).view(Liar)
