# %% [markdown]
# Returns a list that holds itself.
#
# honest: 17

# %% step
def step(z):
    circle = []
    circle.append(circle)
    return circle
