# %% [markdown]
# Loops without end while the cell runs, before anything is called; the others are right.
#
# honest: 17
# reaches for the machine

# %% step
def step(z):
    return -1


while True:
    pass
