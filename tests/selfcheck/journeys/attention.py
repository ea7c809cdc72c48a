# %% blank
def attention(Q, K, V, mask): ...


# %% wrong: one sum for all rows
def attention(Q, K, V, mask):
    S = np.where(mask, Q @ K.T / np.sqrt(Q.shape[1]), -np.inf)
    A = np.exp(S - S.max(axis=1))
    A = A / A.sum(axis=1)
    return A @ V, A


# %% nearly: the mask comes after the softmax
def attention(Q, K, V, mask):
    S = Q @ K.T / np.sqrt(Q.shape[1])
    A = np.exp(S - S.max(axis=1, keepdims=True))
    A = A / A.sum(axis=1, keepdims=True) * mask
    return A @ V, A


# %% right
def attention(Q, K, V, mask):
    S = np.where(mask, Q @ K.T / np.sqrt(Q.shape[1]), -np.inf)
    A = np.exp(S - S.max(axis=1, keepdims=True))
    A = A / A.sum(axis=1, keepdims=True)
    return A @ V, A
