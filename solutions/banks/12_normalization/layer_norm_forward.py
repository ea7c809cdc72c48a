"""Answers to layer_norm_forward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("layer_norm_forward")
def with_a_closure(X, gamma, beta, eps=1e-5):
    mean, var = X.mean(axis=1, keepdims=True), X.var(axis=1, keepdims=True)
    return gamma * (X - mean) / np.sqrt(var + eps) + beta, lambda: (X, mean, var, gamma, eps)


@right("layer_norm_forward")
def squares_less_mean(X, gamma, beta, eps=1e-5):
    mean = np.sum(X, axis=1, keepdims=True) / X.shape[1]
    var = np.mean(X * X, axis=1, keepdims=True) - mean * mean
    return [beta + gamma * ((X - mean) * (var + eps) ** -0.5), {"mean": mean, "var": var}]


@right("layer_norm_forward")
def row_by_row(X, gamma, beta, eps=1e-5):
    Y = np.zeros(X.shape)
    for i, row in enumerate(X):
        centred = row - np.mean(row)
        Y[i] = gamma * centred / np.sqrt(np.mean(centred**2) + eps) + beta
    return Y, None


@right("layer_norm_forward")
def folded(X, gamma, beta, eps=1e-5):
    scale = gamma / np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    return scale * X + (beta - np.mean(X, axis=1, keepdims=True) * scale), scale


@wrong(
    "layer_norm_forward",
    pt=(
        "Estatísticas das colunas",
        "A média e a variância são as das colunas. Aqui cada linha tem as suas.",
    ),
    en=(
        "Statistics of the columns",
        "The mean and the variance are those of the columns. Here each row has its own.",
    ),
)
def by_columns(X, gamma, beta, eps=1e-5):
    Z = (X - X.mean(axis=0)) / np.sqrt(X.var(axis=0) + eps)
    return gamma * Z + beta, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Variância com d − 1",
        "A variância divide por um a menos que o número de colunas. Aqui ela é uma média: divide por d.",
    ),
    en=(
        "Variance by d − 1",
        "The variance divides by one less than the number of columns. Here it is a mean: it divides by d.",
    ),
)
def by_one_less(X, gamma, beta, eps=1e-5):
    squares = np.sum((X - X.mean(axis=1, keepdims=True)) ** 2, axis=1, keepdims=True)
    Z = (X - X.mean(axis=1, keepdims=True)) / np.sqrt(squares / max(X.shape[1] - 1, 1) + eps)
    return gamma * Z + beta, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "eps fora da raiz",
        "O eps foi somado ao desvio padrão. Ele se soma à variância, dentro da raiz.",
    ),
    en=(
        "eps outside the root",
        "eps was added to the standard deviation. It is added to the variance, under the root.",
    ),
)
def eps_outside(X, gamma, beta, eps=1e-5):
    Z = (X - X.mean(axis=1, keepdims=True)) / (X.std(axis=1, keepdims=True) + eps)
    return gamma * Z + beta, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Sem eps",
        "O eps não entrou na conta: os números ficam um pouco grandes demais, e o que é constante divide zero por "
        "zero.",
    ),
    en=(
        "Without eps",
        "eps plays no part: numbers come out a little too large, and what is constant divides zero by zero.",
    ),
)
def without_eps(X, gamma, beta, eps=1e-5):
    std = X.std(axis=1, keepdims=True)
    Z = (X - X.mean(axis=1, keepdims=True)) / np.where(std == 0, 1, std)
    return gamma * Z + beta, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Dividido pela variância",
        "Dividiu-se pela variância, sem a raiz. O que leva à variância 1 é o desvio padrão.",
    ),
    en=(
        "Divided by the variance",
        "The variance was divided by, without the root. What leads to variance 1 is the standard deviation.",
    ),
)
def by_variance(X, gamma, beta, eps=1e-5):
    Z = (X - X.mean(axis=1, keepdims=True)) / (X.var(axis=1, keepdims=True) + eps)
    return gamma * Z + beta, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Sem tirar a média",
        "Dividiu-se pelo desvio, mas a média da linha continua lá.",
    ),
    en=(
        "Mean not taken off",
        "It was divided by the deviation, but the mean of the row is still there.",
    ),
)
def not_centred(X, gamma, beta, eps=1e-5):
    Z = X / np.sqrt(X.var(axis=1, keepdims=True) + eps)
    return gamma * Z + beta, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Uma média para tudo",
        "A média e a variância são as da tabela inteira. Cada linha tem as suas.",
    ),
    en=(
        "One mean for all",
        "The mean and the variance are those of the whole table. Each row has its own.",
    ),
)
def over_all(X, gamma, beta, eps=1e-5):
    Z = (X - X.mean()) / np.sqrt(X.var() + eps)
    return gamma * Z + beta, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Sem a escala e o deslocamento",
        "Isto é o que vem antes de gamma e beta.",
    ),
    en=(
        "Without scale and shift",
        "This is what comes before gamma and beta.",
    ),
)
def bare(X, gamma, beta, eps=1e-5):
    Z = (X - X.mean(axis=1, keepdims=True)) / np.sqrt(X.var(axis=1, keepdims=True) + eps)
    return Z, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "gamma e beta trocados",
        "O que multiplica e o que se soma trocaram de lugar.",
    ),
    en=(
        "gamma and beta exchanged",
        "What multiplies and what is added have changed places.",
    ),
)
def exchanged(X, gamma, beta, eps=1e-5):
    Z = (X - X.mean(axis=1, keepdims=True)) / np.sqrt(X.var(axis=1, keepdims=True) + eps)
    return beta * Z + gamma, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Deslocado antes da escala",
        "O beta foi somado antes de gamma multiplicar, e assim foi multiplicado também.",
    ),
    en=(
        "Shifted before being scaled",
        "beta was added before gamma multiplied, and so was multiplied as well.",
    ),
)
def shifted_first(X, gamma, beta, eps=1e-5):
    Z = (X - X.mean(axis=1, keepdims=True)) / np.sqrt(X.var(axis=1, keepdims=True) + eps)
    return gamma * (Z + beta), Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Sinal trocado",
        "A diferença foi tomada ao contrário: a média menos o número.",
    ),
    en=(
        "Sign turned round",
        "The difference was taken the other way round: the mean minus the number.",
    ),
)
def sign(X, gamma, beta, eps=1e-5):
    Z = (X.mean(axis=1, keepdims=True) - X) / np.sqrt(X.var(axis=1, keepdims=True) + eps)
    return gamma * Z + beta, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Média dos quadrados no lugar da variância",
        "Sob a raiz está a média dos quadrados dos próprios números, e não a dos quadrados das diferenças até a média.",
    ),
    en=(
        "Mean of squares in place of the variance",
        "Under the root is the mean of the squares of the numbers themselves, and not of their differences from the "
        "mean.",
    ),
)
def squares(X, gamma, beta, eps=1e-5):
    Z = (X - X.mean(axis=1, keepdims=True)) / np.sqrt((X * X).mean(axis=1, keepdims=True) + eps)
    return gamma * Z + beta, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Diferença média no lugar do desvio",
        "Dividiu-se pela média das diferenças em módulo. O desvio padrão vem dos quadrados.",
    ),
    en=(
        "Mean difference in place of the deviation",
        "The mean of the absolute differences was divided by. The standard deviation comes from squares.",
    ),
)
def absolute(X, gamma, beta, eps=1e-5):
    C = X - X.mean(axis=1, keepdims=True)
    Z = C / np.sqrt(np.abs(C).mean(axis=1, keepdims=True) ** 2 + eps)
    return gamma * Z + beta, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Muda o X que chegou",
        "O Y está certo, mas o que foi normalizado ficou escrito por cima do X de quem chamou.",
    ),
    en=(
        "Changes the X that came",
        "Y is right, but what was normalised was written over the caller's X.",
    ),
)
def over_x(X, gamma, beta, eps=1e-5):
    Z = (X - X.mean(axis=1, keepdims=True)) / np.sqrt(X.var(axis=1, keepdims=True) + eps)
    X[:] = Z
    return gamma * Z + beta, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Só o Y",
        "Voltou só o Y. Pede-se um par: o Y e o que a volta vai usar.",
    ),
    en=(
        "Y alone",
        "Y alone came back. A pair is asked for: Y and what the way back will use.",
    ),
)
def alone(X, gamma, beta, eps=1e-5):
    Z = (X - X.mean(axis=1, keepdims=True)) / np.sqrt(X.var(axis=1, keepdims=True) + eps)
    return gamma * Z + beta


@wrong(
    "layer_norm_forward",
    pt=(
        "eps como um mínimo",
        "O eps entrou só onde a variância é menor do que ele. Ele se soma sempre, dentro da raiz.",
    ),
    en=(
        "eps as a least value",
        "eps came in only where the variance is smaller than it. It is always added, under the root.",
    ),
)
def eps_floor(X, gamma, beta, eps=1e-5):
    Z = (X - X.mean(axis=1, keepdims=True)) / np.sqrt(np.maximum(X.var(axis=1, keepdims=True), eps))
    return gamma * Z + beta, Z


@wrong(
    "layer_norm_forward",
    pt=(
        "Um X de inteiros trunca a resposta",
        "A resposta foi escrita em uma tabela do tipo do X: onde ele é de inteiros, o que vem depois da vírgula "
        "se perde.",
    ),
    en=(
        "An integer X truncates the answer",
        "The answer was written into a table of the type of X: where that holds integers, all digits after the "
        "point are lost.",
    ),
)
def as_integers(X, gamma, beta, eps=1e-5):
    Y = np.zeros_like(X)
    Y[:] = gamma * (X - X.mean(axis=1, keepdims=True)) / np.sqrt(X.var(axis=1, keepdims=True) + eps) + beta
    return Y, None


@wrong(
    "layer_norm_forward",
    pt=(
        "Só a raiz da média dos quadrados",
        "Dividiu-se pela raiz da média dos quadrados, sem tirar a média: é outra norma, a RMSNorm. Aqui cada linha "
        "fica com média 0.",
    ),
    en=(
        "The root of the mean square only",
        "It was divided by the root of the mean square, and the mean was not taken off: that is another norm, RMSNorm. "
        "Here each row gets the mean 0.",
    ),
)
def root_mean_square(X, gamma, beta, eps=1e-5):
    return gamma * X / np.sqrt(np.mean(np.square(np.asarray(X, float)), axis=1, keepdims=True) + eps) + beta, None
