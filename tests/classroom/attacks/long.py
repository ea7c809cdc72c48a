# %% [markdown]
# Returns a million empty lists.
#
# honest: 17

# %% step
def step(z):
    return [[]] * 10**6
