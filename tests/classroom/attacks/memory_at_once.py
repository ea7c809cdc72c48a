# %% [markdown]
# Takes eighty gigabytes at once.
#
# honest: 17
# reaches for the machine

# %% step
def step(z):
    return np.ones((10**5, 10**5)).sum()
