# %% [markdown]
# Raises a group of exceptions with an exit in it.
#
# honest: 17

# %% step
def step(z):
    raise BaseExceptionGroup("group", [SystemExit(), KeyboardInterrupt()])
