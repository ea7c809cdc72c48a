# %% [markdown]
# Calls itself without end between the calls of a right function that stands in for another.
#
# honest: 12

# %% step
def step(z):
    return -1


# %% predict
def predict(X, w, b):
    return predict(X, w, b + step(0.0))
