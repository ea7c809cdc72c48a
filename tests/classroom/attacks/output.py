# %% [markdown]
# Prints a hundred megabytes; all answers are right.
#
# honest: 21
# reaches for the machine

# %%
for _ in range(100):
    print("x" * 10**6)
