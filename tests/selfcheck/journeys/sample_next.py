# %% blank
def sample_next(z, temperature, k, rng): ...


# %% wrong: the whole vocabulary takes part
def sample_next(z, temperature, k, rng):
    chances = np.exp((z - z.max()) / temperature)
    return rng.choice(len(z), p=chances / chances.sum())


# %% nearly: the place among the k largest, not the word
def sample_next(z, temperature, k, rng):
    largest = np.argsort(z)[-k:]
    chances = np.exp((z[largest] - z.max()) / temperature)
    return rng.choice(k, p=chances / chances.sum())


# %% right
def sample_next(z, temperature, k, rng):
    largest = np.argsort(z)[-k:]
    chances = np.exp((z[largest] - z.max()) / temperature)
    return rng.choice(largest, p=chances / chances.sum())
