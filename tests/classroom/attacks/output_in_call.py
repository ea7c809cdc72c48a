# %% [markdown]
# Prints without measure from a function that answers rightly.
#
# honest: 21
# reaches for the machine

# %% step
import sys


def step(z):
    print("x" * 10**6)
    sys.stderr.write("y" * 10**6)
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)
