# %% [markdown]
# Asks a right function that stands in for another about eighty megabytes of numbers.
#
# honest: 12

# %% step
def step(z):
    return -1


# %% predict
def predict(X, w, b):
    return step(np.zeros((10_000, 1000)))[: len(X)]
