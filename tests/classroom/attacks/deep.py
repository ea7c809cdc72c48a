# %% [markdown]
# Returns a list ten thousand lists deep.
#
# honest: 17

# %% step
def step(z):
    deep = []
    for _ in range(10_000):
        deep = [deep]
    return deep
