# %% [markdown]
# Takes memory in many steps.
#
# honest: 17
# slow

# %% step
def step(z):
    kept = []
    while True:
        kept.append(bytearray(10**7))
