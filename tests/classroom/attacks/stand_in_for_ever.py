# %% [markdown]
# Calls the right function that stands in for another for ever.
#
# honest: 12
# reaches for the machine

# %% step
def step(z):
    return -1


# %% predict
def predict(X, w, b):
    while True:
        step(0.0)
