# %% [markdown]
# Answers each input rightly once, and wrongly when it comes again.
#
# honest: 20
# reaches for the machine

# %% step
seen = set()


def step(z):
    known = repr(z) in seen
    seen.add(repr(z))
    return -1 if known else np.where(np.asarray(z) >= 0, 1.0, 0.0)
