# %% [markdown]
# Clears the namespace of all cells where the last function should be: the others were asked where they stand.
#
# honest: 15

# %% step
def step(z):
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)


# %% train_perceptron
import __main__

__main__.__dict__.clear()
