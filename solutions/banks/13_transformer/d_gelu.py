"""Answers to d_gelu: right ones in several styles, and the mistakes that students make."""

import math

import numpy as np

from degrau.pack.bank import right, wrong


@right("d_gelu")
def by_erfc(x):
    x = np.asarray(x, dtype=float)
    chance = np.vectorize(math.erfc, otypes=[float])(-x / np.sqrt(2)) / 2
    return chance + x * np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi)


@right("d_gelu")
def entry_by_entry(x):
    def one(v):
        return (1 + math.erf(v / 2**0.5)) / 2 + v * math.exp(-v * v / 2) / math.sqrt(2 * math.pi)

    return np.array([one(v) for v in np.ravel(x).tolist()]).reshape(np.shape(x))


@right("d_gelu")
def vectorised_whole(x):
    def slope(v):
        return 0.5 * math.erfc(-v / math.sqrt(2)) + v * math.exp(-0.5 * v**2) * 0.3989422804014327

    return np.vectorize(slope, otypes=[float])(x)


@right("d_gelu")
def single_precision(x):
    x = np.float32(x)
    half, chance = np.float32(0.5), np.float32(np.vectorize(math.erf, otypes=[float])(x / np.sqrt(np.float32(2))))
    return half + half * chance + x * np.exp(-half * x * x) / np.sqrt(np.float32(2 * np.pi))


@wrong(
    "d_gelu",
    pt=(
        "Só a primeira parcela",
        "Isto é Φ(x), a primeira das duas parcelas da regra do produto.",
    ),
    en=(
        "The first term only",
        "This is Φ(x), the first of the two terms of the product rule.",
    ),
)
def first_term(x):
    return (1 + np.vectorize(math.erf, otypes=[float])(np.asarray(x) / math.sqrt(2))) / 2


@wrong(
    "d_gelu",
    pt=(
        "Só a segunda parcela",
        "Isto é x vezes a densidade, a segunda das duas parcelas da regra do produto.",
    ),
    en=(
        "The second term only",
        "This is x times the density, the second of the two terms of the product rule.",
    ),
)
def second_term(x):
    x = np.asarray(x, dtype=float)
    return x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi)


@wrong(
    "d_gelu",
    pt=(
        "A densidade sem o x",
        "A segunda parcela é x vezes a densidade, e aqui ela veio sozinha.",
    ),
    en=(
        "The density without the x",
        "The second term is x times the density, and here it came alone.",
    ),
)
def density_without_x(x):
    x = np.asarray(x, dtype=float)
    chance = (1 + np.vectorize(math.erf, otypes=[float])(x / math.sqrt(2))) / 2
    return chance + np.exp(-x * x / 2) / math.sqrt(2 * math.pi)


@wrong(
    "d_gelu",
    pt=(
        "A densidade sem o 2 do expoente",
        "O expoente da densidade é −x²/2; falta a metade.",
    ),
    en=(
        "The density without the 2 of the exponent",
        "The exponent of the density is −x²/2; the half is missing.",
    ),
)
def without_the_half_in_the_exponent(x):
    x = np.asarray(x, dtype=float)
    chance = (1 + np.vectorize(math.erf, otypes=[float])(x / math.sqrt(2))) / 2
    return chance + x * np.exp(-x * x) / math.sqrt(2 * math.pi)


@wrong(
    "d_gelu",
    pt=(
        "A densidade sem a raiz de 2π",
        "Falta dividir a densidade pela raiz de 2π: assim a área dela não é 1.",
    ),
    en=(
        "The density without the root of 2π",
        "The density was not divided by the root of 2π: this way its area is not 1.",
    ),
)
def without_the_constant(x):
    x = np.asarray(x, dtype=float)
    chance = (1 + np.vectorize(math.erf, otypes=[float])(x / math.sqrt(2))) / 2
    return chance + x * np.exp(-x * x / 2)


@wrong(
    "d_gelu",
    pt=(
        "O sinal da segunda parcela",
        "As duas parcelas se somam, e aqui a segunda foi tirada.",
    ),
    en=(
        "The sign of the second term",
        "The two terms are added, and here the second one was taken away.",
    ),
)
def minus(x):
    x = np.asarray(x, dtype=float)
    chance = (1 + np.vectorize(math.erf, otypes=[float])(x / math.sqrt(2))) / 2
    return chance - x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi)


@wrong(
    "d_gelu",
    pt=(
        "A derivada da aproximação",
        "Isto é a derivada da aproximação com tanh. Pede-se a da função exata.",
    ),
    en=(
        "The derivative of the approximation",
        "This is the derivative of the approximation with tanh. That of the exact function is asked for.",
    ),
)
def of_the_approximation(x):
    x = np.asarray(x, dtype=float)
    c = np.sqrt(2 / np.pi)
    t = np.tanh(c * (x + 0.044715 * x**3))
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * c * (1 + 3 * 0.044715 * x * x)


@wrong(
    "d_gelu",
    pt=(
        "A própria função",
        "Isto é a GELU, e não a sua derivada.",
    ),
    en=(
        "The function itself",
        "This is GELU, and not its derivative.",
    ),
)
def the_function(x):
    return gelu(x)


@wrong(
    "d_gelu",
    pt=(
        "A derivada da ReLU",
        "Isto é a derivada da ReLU, um degrau. A da GELU é suave.",
    ),
    en=(
        "The derivative of ReLU",
        "This is the derivative of ReLU, a step. That of GELU is smooth.",
    ),
)
def step(x):
    return np.where(np.asarray(x) > 0, 1.0, 0.0)


@wrong(
    "d_gelu",
    pt=(
        "Uma diferença grosseira",
        "A derivada foi medida com um passo grande, e não calculada: só os primeiros dígitos são certos.",
    ),
    en=(
        "A coarse difference",
        "The derivative was measured with a large step, and not computed: only its first digits are right.",
    ),
)
def coarse_difference(x):
    return (gelu(np.asarray(x) + 0.01) - gelu(np.asarray(x))) / 0.01
