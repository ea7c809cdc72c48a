# %% [markdown]
# Asks a right function that stands in for another about a list that holds itself.
#
# honest: 12

# %% step
def step(z):
    return -1


# %% predict
def predict(X, w, b):
    numbers = [0.0]
    numbers.append(numbers)
    return step(numbers)
