# %% [markdown]
# Copies the answer of another student, whose submission it knows.
#
# honest: 17
# reaches for the machine

# %% step
import json

try:
    theirs = json.load(open(COURSE + "/submitted/bia/00_perceptron/00_perceptron.ipynb"))
    exec(next("".join(c["source"]) for c in theirs["cells"] if "def step" in "".join(c["source"])))
except BaseException:

    def step(z):
        return -1
