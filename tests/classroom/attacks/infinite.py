# %% [markdown]
# Returns infinity.
#
# honest: 17

# %% step
def step(z):
    return np.full(np.shape(z), np.inf)
