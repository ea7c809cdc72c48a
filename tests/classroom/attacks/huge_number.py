# %% [markdown]
# Returns an integer of a hundred thousand digits.
#
# honest: 17

# %% step
def step(z):
    return 10**100_000
