# %% [markdown]
# Returns an object that has every attribute.
#
# honest: 17

# %% step
class Liar:
    def __getattribute__(self, name):
        return True


def step(z):
    return Liar()
