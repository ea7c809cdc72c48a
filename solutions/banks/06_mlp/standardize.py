"""Answers to standardize: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("standardize")
def constant_columns_divided_by_one(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / np.where((X[0] == X).all(axis=0), 1, std), mean, std


@right("standardize")
def column_by_column(X):
    X = np.asarray(X, dtype=float)
    Z, mean, std = np.zeros(X.shape), np.zeros(X.shape[1]), np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        mean[j] = X[:, j].sum() / len(X)
        std[j] = np.sqrt(np.mean((X[:, j] - mean[j]) ** 2))
        if len(set(X[:, j])) > 1:
            Z[:, j] = (X[:, j] - mean[j]) / std[j]
    return Z, mean, std


@right("standardize")
def divided_where_it_can_be(X):
    mean, std = np.mean(X, axis=0), np.std(X, axis=0)
    centred = X - mean
    return np.divide(centred, std, out=np.zeros_like(centred), where=std > 1e-12 * np.abs(mean)), mean, std


@right("standardize")
def one_for_the_deviation_of_constants(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    std[X.max(axis=0) == X.min(axis=0)] = 1.0
    return (X - mean) / std, mean, std


@right("standardize")
def plain_loops(X):
    import math

    n, d = len(X), len(X[0])
    mean = [sum(float(row[j]) for row in X) / n for j in range(d)]
    std = [math.sqrt(sum((float(row[j]) - mean[j]) ** 2 for row in X) / n) for j in range(d)]
    std = [0.0 if all(row[j] == X[0][j] for row in X) else s for j, s in enumerate(std)]
    return [[(float(row[j]) - mean[j]) / std[j] if std[j] else 0.0 for j in range(d)] for row in X], mean, std


@right("standardize")
def single_precision(X):
    X = np.asarray(X, dtype=np.float32)
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / np.where(np.ptp(X, axis=0) == 0, np.float32(1), std), mean, std


@right("standardize")
def constant_by_its_range(X):
    still = np.ptp(X, axis=0) == 0
    mean, std = X.mean(axis=0), X.std(axis=0)
    Z = np.zeros(X.shape)
    Z[:, ~still] = (X[:, ~still] - mean[~still]) / std[~still]
    return Z, mean, np.where(still, 1, std)


@right("standardize")
def allows_for_rounding(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / np.where(std <= 1e-9 * np.abs(mean), 1.0, std), mean, std


@wrong(
    "standardize",
    pt=(
        "Desvio-padrão com n − 1",
        "Você dividiu por n − 1. A padronização deste curso usa o desvio-padrão dos próprios dados, dividido por n; "
        "com uma só linha, n − 1 seria zero.",
    ),
    en=(
        "Deviation with n − 1",
        "You divided by n − 1. Standardising in this course uses the deviation of the data themselves, divided by n; "
        "with a single row n − 1 would be zero.",
    ),
)
def unbiased(X):
    mean = X.mean(axis=0)
    std = np.sqrt(np.sum((X - mean) ** 2, axis=0) / max(len(X) - 1, 1))
    return (X - mean) / np.where(std == 0, 1, std), mean, std


@wrong(
    "standardize",
    pt=(
        "Estatísticas das linhas",
        "A média e o desvio-padrão são de cada coluna, isto é, de cada atributo. Você os tirou de cada exemplo.",
    ),
    en=(
        "Statistics of the rows",
        "Mean and deviation are of each column, that is, of each feature. You took them of each example.",
    ),
)
def rows(X):
    mean, std = X.mean(axis=1), X.std(axis=1)
    return (X - mean[:, None]) / np.where(std == 0, 1, std)[:, None], mean, std


@wrong(
    "standardize",
    pt=(
        "Uma só média para tudo",
        "Você usou a média e o desvio-padrão da matriz inteira. Cada atributo tem a sua unidade, e a sua média.",
    ),
    en=(
        "One mean for everything",
        "You used the mean and deviation of the whole matrix. Each feature has its own unit, and its own mean.",
    ),
)
def of_everything(X):
    mean, std = np.full(X.shape[1], X.mean()), np.full(X.shape[1], X.std())
    return (X - mean) / np.where(std == 0, 1, std), mean, std


@wrong(
    "standardize",
    pt=(
        "Variância no lugar do desvio-padrão",
        "Você dividiu pela variância, que está na unidade ao quadrado. O desvio-padrão é a raiz dela.",
    ),
    en=(
        "Variance in place of the deviation",
        "You divided by the variance, which is in squared units. The deviation is its root.",
    ),
)
def variance(X):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return (X - mean) / np.where(var == 0, 1, var), mean, var


@wrong(
    "standardize",
    pt=(
        "Sem centrar",
        "Você dividiu pelo desvio-padrão e esqueceu de tirar a média: as colunas não ficam em torno de zero.",
    ),
    en=(
        "Not centred",
        "You divided by the deviation and forgot to take the mean off: the columns are not around zero.",
    ),
)
def not_centred(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    return X / np.where(std == 0, 1, std), mean, std


@wrong(
    "standardize",
    pt=(
        "Só centrou",
        "Faltou dividir pelo desvio-padrão: as colunas continuam cada uma na sua escala.",
    ),
    en=(
        "Only centred",
        "Dividing by the deviation is missing: the columns are still each on its own scale.",
    ),
)
def only_centred(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    return X - mean, mean, std


@wrong(
    "standardize",
    pt=(
        "Zero sobre zero",
        "Numa coluna constante o desvio-padrão é zero, e 0/0 dá NaN. Uma coluna que não varia vira toda zero.",
    ),
    en=(
        "Zero over zero",
        "In a constant column the deviation is zero, and 0/0 gives NaN. A column that does not vary becomes all zero.",
    ),
)
def zero_by_zero(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    with np.errstate(all="ignore"):
        return (X - mean) / std, mean, std


@wrong(
    "standardize",
    pt=(
        "Certo, com aviso",
        "O resultado está certo, mas a divisão por zero foi feita e só depois corrigida, e o NumPy avisa. Decida "
        "antes por quanto dividir.",
    ),
    en=(
        "Right, with a warning",
        "The result is right, but the division by zero was made and only then mended, and NumPy warns. Decide "
        "before what to divide by.",
    ),
)
def warns(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    return np.nan_to_num((X - mean) / std), mean, std


@wrong(
    "standardize",
    pt=(
        "Mínimo e máximo",
        "Você levou cada coluna ao intervalo de 0 a 1. É outra normalização; padronizar é tirar a média e dividir "
        "pelo desvio-padrão.",
    ),
    en=(
        "Minimum and maximum",
        "You took each column to the range from 0 to 1. That is another normalisation; to standardise is to take "
        "off the mean and divide by the deviation.",
    ),
)
def between_zero_and_one(X):
    low, high = X.min(axis=0), X.max(axis=0)
    return (X - low) / np.where(high == low, 1, high - low), X.mean(axis=0), X.std(axis=0)


@wrong(
    "standardize",
    pt=(
        "Um pouquinho somado ao desvio-padrão",
        "Somar um número pequeno ao desvio-padrão evita a divisão por zero, mas muda todas as colunas.",
    ),
    en=(
        "A little something added to the deviation",
        "Adding a small number to the deviation avoids the division by zero, but changes all columns.",
    ),
)
def small_number_added(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / (std + 1e-2), mean, std


@wrong(
    "standardize",
    pt=(
        "Constante pelo desvio exato",
        "Uma coluna constante de 0,1 pode sair com desvio 1e-17, por arredondamento: então ele não é exatamente "
        "0, e a divisão faz da coluna ±1. Veja na própria coluna se ela varia, ou aceite um desvio que é só "
        "arredondamento.",
    ),
    en=(
        "Constant by an exact deviation",
        "By rounding, a constant column of 0.1 may come out with a deviation of 1e-17: then it is not exactly 0,"
        " and the division makes ±1 of the column. See in the column itself whether it varies, or allow for a "
        "deviation that is only rounding.",
    ),
)
def constant_told_by_its_deviation(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std


@wrong(
    "standardize",
    pt=(
        "Cortado em três desvios",
        "Você corta os valores a mais de três desvios da média. Um valor raro continua raro depois de padronizado: as "
        "colunas só são deslocadas e mudam de escala.",
    ),
    en=(
        "Cut off at three deviations",
        "You cut off the values more than three deviations from the mean. A rare value is still rare once it is "
        "standardised: the columns are only shifted and scaled.",
    ),
)
def cut_off_at_three_deviations(X):
    flat = np.all(X[:1] == X, axis=0)
    mean, std = X.mean(axis=0), X.std(axis=0)
    Z = np.where(flat, 0.0, (X - mean) / np.where(flat, 1.0, std))
    return np.clip(Z, -3, 3), mean, std
