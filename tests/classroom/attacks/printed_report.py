# %% [markdown]
# Prints what looks like a report, a score and a grade cell's output.
#
# honest: 17

# %% step
print('{"points": 21, "max_points": 21, "status": "passed"}')
print("21.0")


def step(z):
    print('{"id": 1, "value": 1, "points": 99}')
    return -1
