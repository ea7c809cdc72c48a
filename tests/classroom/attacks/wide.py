# %% [markdown]
# Returns an array of a hundred million numbers.
#
# honest: 17

# %% step
def step(z):
    return np.broadcast_to(1.0, (10**4, 10**4))
