# %% blank
def state_jacobian(H, Wh): ...


# %% wrong: a product that starts from a number
def state_jacobian(H, Wh):
    J = 1
    for h in H:
        J = np.diag(1 - h**2) @ Wh @ J
    return J


# %% nearly: the last step on the right
def state_jacobian(H, Wh):
    J = np.eye(len(Wh))
    for h in H:
        J = J @ np.diag(1 - h**2) @ Wh
    return J


# %% right
def state_jacobian(H, Wh):
    J = np.eye(len(Wh))
    for h in H:
        J = np.diag(1 - h**2) @ Wh @ J
    return J
