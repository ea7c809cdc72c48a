# %% [markdown]
# Answers rightly every second time.
#
# honest: 17
# reaches for the machine

# %% step
times = iter(range(10**9))


def step(z):
    return np.where(np.asarray(z) >= 0, 1.0, 0.0) if next(times) % 2 else -1
