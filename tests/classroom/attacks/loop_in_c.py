# %% [markdown]
# Computes a power that takes longer than the universe lasts.
#
# honest: 17
# reaches for the machine

# %% step
def step(z):
    return 10**10**9
