# %% blank
def adaline_gradient(X, y, w, b): ...


# %% wrong: the shapes do not meet
def adaline_gradient(X, y, w, b):
    error = X @ w + b - y
    return X @ error, error.sum()


# %% nearly: the sign of the slides' derivation
def adaline_gradient(X, y, w, b):
    error = y - (X @ w + b)
    return error @ X, error.sum()


# %% right
def adaline_gradient(X, y, w, b):
    error = X @ w + b - y
    return error @ X, error.sum()
