# %% [markdown]
# Is another name of a function for which a right one stands in.
#
# honest: 12

# %% step
def step(z):
    return -1


# %% predict
predict = step
