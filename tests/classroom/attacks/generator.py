# %% [markdown]
# Returns a generator that never ends.
#
# honest: 17

# %% step
def step(z):
    while True:
        yield 1
