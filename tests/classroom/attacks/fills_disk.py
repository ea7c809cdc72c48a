# %% [markdown]
# Writes files until the disk is full.
#
# honest: 17
# reaches for the machine

# %% step
def step(z):
    for i in range(10**6):
        with open(f"/tmp/degrau-fill-{i}", "wb") as file:
            file.write(bytes(2**22))
            file.flush()
        if i > 40:
            raise OSError("the disk is large")
    return -1
