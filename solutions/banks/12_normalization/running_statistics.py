"""Answers to running_statistics: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("running_statistics")
def by_steps(mean, var, X, momentum=0.1):
    return [mean + momentum * (np.mean(X, 0) - mean), var + momentum * (np.var(X, 0) - var)]


@right("running_statistics")
def averaged(mean, var, X, momentum=0.1):
    shares = [1 - momentum, momentum]
    new = np.sum(X, axis=0) / len(X)
    squares = np.sum((X - new) ** 2, axis=0) / len(X)
    return np.average([mean, new], axis=0, weights=shares), np.average([var, squares], axis=0, weights=shares)


@right("running_statistics")
def column_by_column(mean, var, X, momentum=0.1):
    found = [(np.mean(x), np.mean(x * x) - np.mean(x) ** 2) for x in X.T]
    means = [(1 - momentum) * m + momentum * new for m, (new, _) in zip(mean, found)]
    return np.array(means), np.array([(1 - momentum) * v + momentum * new for v, (_, new) in zip(var, found)])


@wrong(
    "running_statistics",
    pt=(
        "Variância com n − 1",
        "A variância do lote divide por n − 1, como a que o PyTorch guarda. Aqui ela é a mesma com que se normaliza: "
        "divide por n.",
    ),
    en=(
        "Variance by n − 1",
        "The batch's variance divides by n − 1, like the one that PyTorch keeps. Here it is the same as one "
        "normalises with: it divides by n.",
    ),
)
def unbiased(mean, var, X, momentum=0.1):
    new = X.var(axis=0, ddof=1)
    return (1 - momentum) * mean + momentum * X.mean(axis=0), (1 - momentum) * var + momentum * new


@wrong(
    "running_statistics",
    pt=(
        "Partes trocadas",
        "O momentum foi dado ao que já se tinha. Ele é a parte do lote novo.",
    ),
    en=(
        "Shares exchanged",
        "momentum was given to what was there before. It is the share of the new batch.",
    ),
)
def shares(mean, var, X, momentum=0.1):
    return momentum * mean + (1 - momentum) * X.mean(axis=0), momentum * var + (1 - momentum) * X.var(axis=0)


@wrong(
    "running_statistics",
    pt=(
        "Só o lote novo",
        "Voltaram as estatísticas do lote, sem as que já se tinha.",
    ),
    en=(
        "The new batch alone",
        "The batch's statistics came back, without those from before.",
    ),
)
def new_alone(mean, var, X, momentum=0.1):
    return X.mean(axis=0), X.var(axis=0)


@wrong(
    "running_statistics",
    pt=(
        "O velho inteiro",
        "O velho ficou inteiro, e o novo foi somado a ele: a média cresce sem fim.",
    ),
    en=(
        "The whole of the old",
        "The old was kept whole, and the new added to it: the mean grows without end.",
    ),
)
def added(mean, var, X, momentum=0.1):
    return mean + momentum * X.mean(axis=0), var + momentum * X.var(axis=0)


@wrong(
    "running_statistics",
    pt=(
        "Nada muda",
        "As estatísticas voltaram como vieram. O lote tem de entrar.",
    ),
    en=(
        "Nothing changes",
        "The statistics came back as they were. The batch has to come in.",
    ),
)
def unchanged(mean, var, X, momentum=0.1):
    return mean, var


@wrong(
    "running_statistics",
    pt=(
        "Desvio no lugar da variância",
        "O que se misturou à variância foi o desvio padrão do lote.",
    ),
    en=(
        "Deviation in place of the variance",
        "What was mixed into the variance was the batch's standard deviation.",
    ),
)
def deviation(mean, var, X, momentum=0.1):
    return (1 - momentum) * mean + momentum * X.mean(axis=0), (1 - momentum) * var + momentum * X.std(axis=0)


@wrong(
    "running_statistics",
    pt=(
        "Diferenças até a média guardada",
        "A variância do lote foi medida em volta da média guardada, e não da média do próprio lote.",
    ),
    en=(
        "Differences from the mean that was kept",
        "The batch's variance was measured around the mean that was kept, and not around the batch's own.",
    ),
)
def around_old(mean, var, X, momentum=0.1):
    new = ((X - mean) ** 2).mean(axis=0)
    return (1 - momentum) * mean + momentum * X.mean(axis=0), (1 - momentum) * var + momentum * new


@wrong(
    "running_statistics",
    pt=(
        "Diferenças até a média nova",
        "A variância do lote foi medida em volta da média já misturada, e não da média do próprio lote.",
    ),
    en=(
        "Differences from the new mean",
        "The batch's variance was measured around the mean that was mixed already, and not around the batch's own.",
    ),
)
def around_new(mean, var, X, momentum=0.1):
    mean = (1 - momentum) * mean + momentum * X.mean(axis=0)
    return mean, (1 - momentum) * var + momentum * ((X - mean) ** 2).mean(axis=0)


@wrong(
    "running_statistics",
    pt=(
        "Média e variância trocadas",
        "As duas respostas vieram na ordem contrária.",
    ),
    en=(
        "Mean and variance exchanged",
        "The two answers came in the opposite order.",
    ),
)
def exchanged(mean, var, X, momentum=0.1):
    return (1 - momentum) * var + momentum * X.var(axis=0), (1 - momentum) * mean + momentum * X.mean(axis=0)


@wrong(
    "running_statistics",
    pt=(
        "Uma média para tudo",
        "A média e a variância são as da tabela inteira. Cada coluna tem as suas.",
    ),
    en=(
        "One mean for all",
        "The mean and the variance are those of the whole table. Each column has its own.",
    ),
)
def over_all(mean, var, X, momentum=0.1):
    return (1 - momentum) * mean + momentum * X.mean(), (1 - momentum) * var + momentum * X.var()


@wrong(
    "running_statistics",
    pt=(
        "Variância que não se mistura",
        "A média foi misturada, mas no lugar da variância veio a do lote.",
    ),
    en=(
        "A variance that is not mixed",
        "The mean was mixed, but in place of the variance came the batch's.",
    ),
)
def variance_new(mean, var, X, momentum=0.1):
    return (1 - momentum) * mean + momentum * X.mean(axis=0), X.var(axis=0)


@wrong(
    "running_statistics",
    pt=(
        "Um momentum de 0 tomado por ausente",
        "Onde o momentum é 0 entrou o valor de costume. Com 0 as estatísticas ficam como estavam.",
    ),
    en=(
        "A momentum of 0 taken for none",
        "Where momentum is 0 the usual value came in. With 0 the statistics stay as they were.",
    ),
)
def zero_is_left_out(mean, var, X, momentum=0.1):
    momentum = momentum or 0.1
    return (1 - momentum) * mean + momentum * X.mean(axis=0), (1 - momentum) * var + momentum * X.var(axis=0)


@wrong(
    "running_statistics",
    pt=(
        "O começo não conta",
        "Onde a média ainda é 0 e a variância 1, as do lote tomaram o lugar delas. O que se tinha conta sempre, "
        "também no começo.",
    ),
    en=(
        "The start does not count",
        "Where the mean is still 0 and the variance 1, those of the batch took their place. What was there always "
        "counts, at the start too.",
    ),
)
def start_replaced(mean, var, X, momentum=0.1):
    if np.all(mean == 0) and np.all(var == 1):
        return X.mean(axis=0), X.var(axis=0)
    return (1 - momentum) * mean + momentum * X.mean(axis=0), (1 - momentum) * var + momentum * X.var(axis=0)


@wrong(
    "running_statistics",
    pt=(
        "A distância entre as médias somada à variância",
        "À variância foi somado o quadrado da distância entre a média velha e a do lote. Pede-se só a média "
        "ponderada das duas variâncias.",
    ),
    en=(
        "The distance of the means added to the variance",
        "The square of the distance between the old mean and the batch's was added to the variance. Only the "
        "weighted mean of the two variances is asked for.",
    ),
)
def between(mean, var, X, momentum=0.1):
    far = X.mean(axis=0) - mean
    mixed = (1 - momentum) * var + momentum * X.var(axis=0)
    return mean + momentum * far, mixed + momentum * (1 - momentum) * far**2
