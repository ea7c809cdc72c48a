# %% [markdown]
# Takes memory in many steps.
#
# honest: 17
# reaches for the machine

# %% step
def step(z):
    kept = []
    while True:
        kept.append(bytearray(10**7))
