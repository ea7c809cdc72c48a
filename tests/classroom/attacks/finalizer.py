# %% [markdown]
# Keeps an object whose finalizer never ends; all answers are right anyway.
#
# honest: 21
# reaches for the machine

# %%
class Endless:
    def __del__(self):
        while True:
            pass


endless = Endless()
