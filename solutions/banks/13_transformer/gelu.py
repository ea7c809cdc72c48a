"""Answers to gelu: right ones in several styles, and the mistakes that students make."""

import math

import numpy as np

from degrau.pack.bank import right, wrong


@right("gelu")
def by_erfc(x):
    upper = np.vectorize(math.erfc, otypes=[float])
    return 0.5 * x * upper(-np.asarray(x) / np.sqrt(2))


@right("gelu")
def entry_by_entry(x):
    flat = [v * (1 + math.erf(v / 2**0.5)) / 2 for v in np.ravel(x).tolist()]
    return np.array(flat).reshape(np.shape(x))


@right("gelu")
def by_the_fromiter(x):
    x = np.asarray(x, dtype=float)
    erf = np.fromiter((math.erf(v) for v in (x / math.sqrt(2)).flat), float, x.size).reshape(x.shape)
    return x / 2 + x / 2 * erf


@right("gelu")
def single_precision(x):
    x = np.float32(x)
    erf = np.float32(np.vectorize(math.erf, otypes=[float])(x / np.sqrt(np.float32(2))))
    return x * (np.float32(1) + erf) / np.float32(2)


@wrong(
    "gelu",
    pt=(
        "A aproximação com tanh",
        "Isto é a aproximação com tanh, que erra por até 0,0005. Pede-se a função exata, com erf.",
    ),
    en=(
        "The approximation with tanh",
        "This is the approximation with tanh, which is off by up to 0.0005. The exact function is asked for, with erf.",
    ),
)
def tanh_approximation(x):
    x = np.asarray(x, dtype=float)
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


@wrong(
    "gelu",
    pt=(
        "A aproximação com a sigmoide",
        "Isto é x vezes uma sigmoide, que erra por até 0,02. Pede-se a função exata, com erf.",
    ),
    en=(
        "The approximation with a sigmoid",
        "This is x times a sigmoid, which is off by up to 0.02. The exact function is asked for, with erf.",
    ),
)
def sigmoid_approximation(x):
    return x * (1 + np.tanh(0.851 * np.asarray(x))) / 2


@wrong(
    "gelu",
    pt=(
        "erf sem a raiz de 2",
        "O argumento de erf não foi dividido pela raiz de 2: a curva ficou estreita demais.",
    ),
    en=(
        "erf without the root of 2",
        "The argument of erf was not divided by the root of 2: the curve came out too narrow.",
    ),
)
def without_the_root(x):
    return x * (1 + np.vectorize(math.erf, otypes=[float])(x)) / 2


@wrong(
    "gelu",
    pt=(
        "Só a chance",
        "Isto é Φ(x), a chance sozinha. Ela multiplica x.",
    ),
    en=(
        "The chance alone",
        "This is Φ(x), the chance alone. It multiplies x.",
    ),
)
def chance_alone(x):
    return (1 + np.vectorize(math.erf, otypes=[float])(np.asarray(x) / math.sqrt(2))) / 2


@wrong(
    "gelu",
    pt=(
        "Sem a metade",
        "Falta dividir por 2: para x grande a resposta é o próprio x, e não o dobro.",
    ),
    en=(
        "Without the half",
        "The division by 2 is missing: for a large x the answer is x itself, and not twice as much.",
    ),
)
def without_the_half(x):
    return x * (1 + np.vectorize(math.erf, otypes=[float])(np.asarray(x) / math.sqrt(2)))


@wrong(
    "gelu",
    pt=(
        "Vezes a densidade",
        "x foi multiplicado pela densidade da normal. O que o multiplica é a chance de ficar abaixo dele.",
    ),
    en=(
        "Times the density",
        "x was multiplied by the density of the normal distribution. What multiplies it is the chance to be below it.",
    ),
)
def times_the_density(x):
    x = np.asarray(x, dtype=float)
    return x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi)


@wrong(
    "gelu",
    pt=(
        "O sinal de x",
        "A função ficou virada: para x muito negativo ela é quase 0, e para x grande, x.",
    ),
    en=(
        "The sign of x",
        "The function came out turned over: for a very negative x it is nearly 0, and for a large x it is x.",
    ),
)
def turned_over(x):
    return x * (1 - np.vectorize(math.erf, otypes=[float])(np.asarray(x) / math.sqrt(2))) / 2


@wrong(
    "gelu",
    pt=(
        "ReLU",
        "Isto é a ReLU, com o seu canto. A GELU é suave, e um pouco negativa à esquerda.",
    ),
    en=(
        "ReLU",
        "This is ReLU, with its corner. GELU is smooth, and a little negative on the left.",
    ),
)
def relu(x):
    return np.maximum(x, 0.0)


@wrong(
    "gelu",
    pt=(
        "O tipo do primeiro número",
        "O primeiro resultado decidiu o tipo de todos, e os outros foram cortados para inteiros.",
    ),
    en=(
        "The type of the first number",
        "The first result decided the type of all, and the others were cut to integers.",
    ),
)
def cut_to_integers(x):
    x = np.asarray(x)
    return (x * (1 + np.vectorize(math.erf, otypes=[float])(x / math.sqrt(2))) / 2).astype(x.dtype)


@wrong(
    "gelu",
    pt=(
        "erf sem o 1",
        "A chance ficou entre −1/2 e 1/2: falta somar 1 a erf. Assim a função é par.",
    ),
    en=(
        "erf without the 1",
        "The chance lies between −1/2 and 1/2: 1 has to be added to erf. This way the function is even.",
    ),
)
def without_the_one(x):
    return x * np.vectorize(math.erf, otypes=[float])(np.asarray(x) / math.sqrt(2)) / 2
