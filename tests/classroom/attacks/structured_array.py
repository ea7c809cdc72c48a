# %% [markdown]
# Returns a structured array in the place of numbers.
#
# honest: 17

# %% step
def step(z):
    return np.zeros(np.shape(z), dtype=[("z", "f8"), ("points", "i4")])
