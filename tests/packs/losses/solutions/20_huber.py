# %% [markdown] lang="es"
# # La pérdida de Huber
#
# El error cuadrático castiga mucho los errores grandes, y el absoluto tiene un pico en 0. La pérdida de Huber toma
# lo mejor de ambos: $\tfrac12 e^2$ si $|e| \le \delta$, y $\delta\,(|e| - \tfrac{\delta}{2})$ en lo demás.

# %% [markdown] lang="en"
# # The Huber loss
#
# The squared error punishes large errors hard, and the absolute one has a corner at 0. The Huber loss takes the best
# of both: $\tfrac12 e^2$ if $|e| \le \delta$, and $\delta\,(|e| - \tfrac{\delta}{2})$ elsewhere.

# %% tags=["setup"]
import numpy as np

from degrau import check


# %%
def huber_loss(e, delta):
    """La pérdida de cada error. · The loss of each error.

    e: número o array · number or array; delta > 0. Devuelve · Returns loss, con la forma de · of the shape of e.
    """
    ### BEGIN SOLUTION
    size = np.abs(e)
    return np.where(size <= delta, np.square(e) / 2, delta * (size - delta / 2))
    ### END SOLUTION


# %%
check(huber_loss)


# %%
def huber_gradient(e, delta):
    """La derivada de la pérdida por el error. · The derivative of the loss by the error."""
    ### BEGIN SOLUTION
    return np.clip(e, -delta, delta)
    ### END SOLUTION


# %%
check(huber_gradient)

# %% [markdown] lang="es"
# ¿Por qué ayuda esta pérdida cuando algunos datos están mal medidos?

# %% [markdown] lang="en"
# Why does this loss help where some data were measured badly?

# %% [markdown] lang="es"
# *Tu respuesta:* …

# %% [markdown] lang="en"
# *Your answer:* …
