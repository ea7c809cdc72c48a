# %% blank
def matmul_backward(X, W, dY): ...


# %% wrong: a name that nobody defined
def matmul_backward(X, W, dY):
    return dY @ W, dy.T @ X


# %% nearly: dW transposed
def matmul_backward(X, W, dY):
    return dY @ W, X.T @ dY


# %% right
def matmul_backward(X, W, dY):
    return dY @ W, dY.T @ X
