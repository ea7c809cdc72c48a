# %% [markdown]
# Loops without end, and catches what would interrupt it.
#
# honest: 17
# reaches for the machine

# %% step
def step(z):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
