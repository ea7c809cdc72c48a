# %% [markdown]
# Raises an exception that `except Exception` does not catch.
#
# honest: 17

# %% step
class Loud(BaseException):
    pass


def step(z):
    raise Loud
