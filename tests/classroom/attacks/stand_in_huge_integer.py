# %% [markdown]
# Asks a right function that stands in for another about numbers of thousands of digits.
#
# honest: 12

# %% step
def step(z):
    return -1


# %% predict
def predict(X, w, b):
    return [step(10**900), step([[10**900] * 9] * 9)]
