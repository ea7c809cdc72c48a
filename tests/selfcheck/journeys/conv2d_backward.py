# %% blank
def conv2d_backward(x, K, dy, stride=1, padding=0): ...


# %% wrong: the zeros around the image are forgotten
def conv2d_backward(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    dx, dK = np.zeros(x.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows, columns = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * x[:, rows, columns]
            dx[:, rows, columns] += np.sum(g * K, axis=0)
    return dx, dK, dy.sum(axis=(1, 2))


# %% nearly: a window wipes out what the one before it sent
def conv2d_backward(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    around = ((0, 0), (padding, padding), (padding, padding))
    padded = np.pad(x, around)
    dx, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows, columns = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dx[:, rows, columns] = np.sum(g * K, axis=0)
    return dx[:, padding : padding + x.shape[1], padding : padding + x.shape[2]], dK, dy.sum(axis=(1, 2))


# %% right
def conv2d_backward(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    around = ((0, 0), (padding, padding), (padding, padding))
    padded = np.pad(x, around)
    dx, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows, columns = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dx[:, rows, columns] += np.sum(g * K, axis=0)
    return dx[:, padding : padding + x.shape[1], padding : padding + x.shape[2]], dK, dy.sum(axis=(1, 2))
