# %% blank
def step(z): ...


# %% wrong: one number only
def step(z):
    return 1 if z >= 0 else 0


# %% nearly: zero is on the wrong side
def step(z):
    return np.where(np.asarray(z) > 0, 1, 0)


# %% right
def step(z):
    return np.where(np.asarray(z) >= 0, 1, 0)
