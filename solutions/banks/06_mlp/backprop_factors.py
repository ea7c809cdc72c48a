"""Answers to backprop_factors: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("backprop_factors")
def product_from_the_end(z):
    p = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return np.cumprod((p * (1 - p))[::-1])[::-1]


@right("backprop_factors")
def layer_by_layer(z):
    factors, running = np.zeros(len(z)), 1.0
    for i in range(len(z) - 1, -1, -1):
        e = np.exp(-abs(z[i]))
        running *= e / (1 + e) ** 2
        factors[i] = running
    return factors


@right("backprop_factors")
def plain_loops(z):
    import math

    slopes = [math.exp(-abs(float(v))) / (1 + math.exp(-abs(float(v)))) ** 2 for v in z]
    return [math.prod(slopes[i:]) for i in range(len(slopes))]


@right("backprop_factors")
def through_logarithms(z):
    z = np.asarray(z, dtype=float)
    logs = -np.logaddexp(0, z) - np.logaddexp(0, -z)
    return np.exp(np.cumsum(logs[::-1])[::-1])


@right("backprop_factors")
def every_product_for_itself(z):
    slopes = 0.25 / np.cosh(np.asarray(z) / 2) ** 2
    return np.array([np.prod(slopes[i:]) for i in range(len(slopes))])


@right("backprop_factors")
def single_precision(z):
    p = np.float32(0.5) * (np.float32(1) + np.tanh(np.asarray(z, dtype=np.float32) / np.float32(2)))
    return np.cumprod((p * (np.float32(1) - p))[::-1])[::-1]


@right("backprop_factors")
def never_below_what_counts(z):
    slopes = np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2
    return np.maximum(np.cumprod(slopes[::-1])[::-1], 1e-12)


@wrong(
    "backprop_factors",
    pt=(
        "Produto a partir do começo",
        "O gradiente nasce na saída e volta: a última camada tem um só fator, e a primeira tem todos. Você acumulou "
        "no sentido contrário.",
    ),
    en=(
        "Product from the beginning",
        "The gradient is born at the output and comes back: the last layer has one factor, and the first has them "
        "all. You accumulated the other way.",
    ),
)
def from_the_beginning(z):
    p = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return np.cumprod(p * (1 - p))


@wrong(
    "backprop_factors",
    pt=(
        "Só as inclinações",
        "Você devolveu a inclinação de cada camada. O que chega a uma camada é o produto de todas dali até a saída.",
    ),
    en=(
        "The slopes only",
        "You returned the slope of each layer. What reaches a layer is the product of all from there to the output.",
    ),
)
def slopes_only(z):
    p = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return p * (1 - p)


@wrong(
    "backprop_factors",
    pt=(
        "Soma em vez de produto",
        "A regra da cadeia multiplica as inclinações. Somadas, elas crescem com a profundidade, e o gradiente não "
        "sumiria.",
    ),
    en=(
        "Sum instead of product",
        "The chain rule multiplies the slopes. Summed, they grow with depth, and the gradient would not vanish.",
    ),
)
def summed(z):
    p = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return np.cumsum((p * (1 - p))[::-1])[::-1]


@wrong(
    "backprop_factors",
    pt=(
        "Sem a própria camada",
        "O produto começou na camada seguinte. O gradiente em z da camada i passa também pela sigmoide dela.",
    ),
    en=(
        "Without the layer itself",
        "The product began at the next layer. The gradient at layer i's z goes through its own sigmoid too.",
    ),
)
def own_layer_left_out(z):
    p = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return np.append(np.cumprod((p * (1 - p))[::-1])[::-1][1:], 1.0)


@wrong(
    "backprop_factors",
    pt=(
        "As saídas, não as inclinações",
        "Você multiplicou as saídas das sigmoides. O que encolhe o gradiente são as inclinações delas, nunca "
        "maiores que ¼.",
    ),
    en=(
        "The outputs, not the slopes",
        "You multiplied the sigmoids' outputs. What shrinks the gradient are their slopes, never larger than ¼.",
    ),
)
def activations(z):
    p = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return np.cumprod(p[::-1])[::-1]


@wrong(
    "backprop_factors",
    pt=(
        "Inclinações da tanh",
        "Estas são as inclinações da tanh, que chegam a 1. As camadas aqui são logísticas.",
    ),
    en=(
        "Slopes of tanh",
        "These are the slopes of tanh, which reach 1. The layers here are logistic.",
    ),
)
def tanh_slopes(z):
    slopes = 1 - np.tanh(z) ** 2
    return np.cumprod(slopes[::-1])[::-1]


@wrong(
    "backprop_factors",
    pt=(
        "z(1 − z)",
        "A fórmula p(1 − p) usa a saída da sigmoide. Você pôs nela a entrada z.",
    ),
    en=(
        "z(1 − z)",
        "The formula p(1 − p) uses the sigmoid's output. You put the input z there.",
    ),
)
def of_the_input(z):
    z = np.asarray(z, dtype=float)
    return np.cumprod((z * (1 - z))[::-1])[::-1]


@wrong(
    "backprop_factors",
    pt=(
        "O mesmo produto para todas",
        "Todas as camadas receberam o produto inteiro. Só a primeira está a essa distância da saída.",
    ),
    en=(
        "The same product for all",
        "All layers received the whole product. Only the first is that far from the output.",
    ),
)
def whole_product(z):
    p = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return np.full(len(p), np.prod(p * (1 - p)))


@wrong(
    "backprop_factors",
    pt=(
        "Da última para a primeira",
        "Os produtos estão certos, mas na ordem inversa: o elemento 0 é da primeira camada, a mais distante da saída.",
    ),
    en=(
        "From the last to the first",
        "The products are right, but in the opposite order: entry 0 belongs to the first layer, the farthest from "
        "the output.",
    ),
)
def last_first(z):
    p = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return np.cumprod((p * (1 - p))[::-1])
