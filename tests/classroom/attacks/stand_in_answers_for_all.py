# %% [markdown]
# Has the right function that stands in for another answer in its own place.
#
# honest: 12

# %% step
def step(z):
    return -1


# %% predict
def predict(X, w, b):
    return step(X)
