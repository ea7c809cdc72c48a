# %% [markdown]
# Returns a masked array, with everything masked.
#
# honest: 17

# %% step
def step(z):
    return np.ma.masked_all(np.shape(z))
