"""Answers to bump: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("bump")
def two_sigmoids(x, left, right, height, steepness):
    def sigmoid(z):
        return 0.5 * (1 + np.tanh(np.asarray(z) / 2))

    return height * (sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right)))


@right("bump")
def from_exponentials(x, left, right, height, steepness):
    with np.errstate(over="ignore"):
        up = 1 / (1 + np.exp(-steepness * (x - left)))
        down = 1 / (1 + np.exp(-steepness * (x - right)))
    return height * up - height * down


@right("bump")
def half_tanh_difference(x, left, right, height, steepness):
    return 0.5 * height * (np.tanh(steepness * (x - left) / 2) - np.tanh(steepness * (x - right) / 2))


@right("bump")
def up_and_down(x, left, right, height, steepness):
    z = np.stack([np.asarray(x - left, dtype=float), np.asarray(right - x, dtype=float)]) * steepness
    up, down = 0.5 * (1 + np.tanh(z / 2))
    return height * (up + down - 1)


@right("bump")
def plain_loops(x, left, right, height, steepness):
    import math

    def at(v):
        if np.ndim(v):
            return [at(u) for u in v]
        edges = [0.5 * (1 + math.tanh(steepness * (float(v) - edge) / 2)) for edge in (left, right)]
        return height * (edges[0] - edges[1])

    return at(x)


@right("bump")
def single_precision(x, left, right, height, steepness):
    x, half = np.asarray(x, dtype=np.float32), np.float32(0.5 * steepness)
    difference = np.tanh(half * (x - np.float32(left))) - np.tanh(half * (x - np.float32(right)))
    return np.float32(0.5 * height) * difference


@wrong(
    "bump",
    pt=(
        "A inclinação só em x",
        "A inclinação da borda, steepness, multiplicou só x, e não a posição das bordas. Do seu jeito, mudar steepness "
        "desloca a colina.",
    ),
    en=(
        "Steepness on x only",
        "The steepness multiplied x only, and not the position of the edges. Your way, changing the steepness moves "
        "the hill.",
    ),
)
def steepness_on_x_only(x, left, right, height, steepness):
    def sigmoid(z):
        return 0.5 * (1 + np.tanh(np.asarray(z) / 2))

    return height * (sigmoid(steepness * x - left) - sigmoid(steepness * x - right))


@wrong(
    "bump",
    pt=(
        "Somou em vez de subtrair",
        "Você somou as duas sigmoides: a curva sobe duas vezes e não desce. A segunda é que desfaz a primeira.",
    ),
    en=(
        "Added instead of subtracted",
        "You added the two sigmoids: the curve goes up twice and does not come down. It is the second one that "
        "undoes the first.",
    ),
)
def added(x, left, right, height, steepness):
    def sigmoid(z):
        return 0.5 * (1 + np.tanh(np.asarray(z) / 2))

    return height * (sigmoid(steepness * (x - left)) + sigmoid(steepness * (x - right)))


@wrong(
    "bump",
    pt=(
        "Colina de cabeça para baixo",
        "Com altura positiva, a curva desce em left e sobe em right: a colina virou um vale. Veja a ordem da diferença "
        "e os sinais dentro e fora das sigmoides.",
    ),
    en=(
        "Hill upside down",
        "With a positive height the curve falls at left and rises at right: the hill became a valley. Look at the "
        "order of the difference and at the signs inside and outside the sigmoids.",
    ),
)
def upside_down(x, left, right, height, steepness):
    def sigmoid(z):
        return 0.5 * (1 + np.tanh(np.asarray(z) / 2))

    return height * (sigmoid(steepness * (x - right)) - sigmoid(steepness * (x - left)))


@wrong(
    "bump",
    pt=(
        "Produto em vez de diferença",
        "Você multiplicou uma subida por uma descida. A forma lembra uma colina, mas uma camada linear só soma e "
        "subtrai as unidades.",
    ),
    en=(
        "A product instead of a difference",
        "You multiplied a rise by a fall. The shape looks like a hill, but a linear layer only adds and subtracts "
        "its units.",
    ),
)
def product(x, left, right, height, steepness):
    def sigmoid(z):
        return 0.5 * (1 + np.tanh(np.asarray(z) / 2))

    return height * sigmoid(steepness * (x - left)) * sigmoid(steepness * (right - x))


@wrong(
    "bump",
    pt=(
        "Faltou a altura",
        "A colina tem sempre altura 1. A altura é o peso com que as duas unidades chegam à saída.",
    ),
    en=(
        "The height is missing",
        "The hill always has height 1. The height is the weight with which the two units reach the output.",
    ),
)
def no_height(x, left, right, height, steepness):
    def sigmoid(z):
        return 0.5 * (1 + np.tanh(np.asarray(z) / 2))

    return sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right))


@wrong(
    "bump",
    pt=(
        "Faltou steepness",
        "As bordas sobem e descem sempre no mesmo ritmo, qualquer que seja steepness. Ele é o peso da entrada: quanto "
        "maior, mais o S parece um degrau.",
    ),
    en=(
        "The steepness is missing",
        "The edges always rise and fall at the same pace, whatever steepness is. It is the weight of the input: the "
        "larger, the more the S looks like a step.",
    ),
)
def no_steepness(x, left, right, height, steepness):
    def sigmoid(z):
        return 0.5 * (1 + np.tanh(np.asarray(z) / 2))

    return height * (sigmoid(x - left) - sigmoid(x - right))


@wrong(
    "bump",
    pt=(
        "Uma caixa",
        "Você cortou com degraus. As sigmoides fazem bordas suaves, com derivada.",
    ),
    en=(
        "A box",
        "You cut with steps. Sigmoids make soft edges, which have a derivative.",
    ),
)
def box(x, left, right, height, steepness):
    return np.where((np.asarray(x) >= left) & (np.asarray(x) < right), float(height), 0.0)


@wrong(
    "bump",
    pt=(
        "Diferença de duas tanh",
        "Com tanh no lugar da sigmoide a colina sai com o dobro da altura e a inclinação dobrada.",
    ),
    en=(
        "Difference of two tanh",
        "With tanh in place of the sigmoid the hill comes out twice as high and twice as steep.",
    ),
)
def tanh_difference(x, left, right, height, steepness):
    return height * (np.tanh(steepness * (x - left)) - np.tanh(steepness * (x - right)))


@wrong(
    "bump",
    erratum="E1",
    pt=(
        "Sigmoide com menos",
        "Com 1 − e^(−z) no denominador, como em vários slides do conjunto A, a curva vai ao infinito em cada borda. A "
        "sigmoide fica sempre entre 0 e 1.",
    ),
    en=(
        "Sigmoid with a minus",
        "With 1 − e^(−z) in the denominator, as on several slides of deck A, the curve goes to infinity at each edge. "
        "The sigmoid always stays between 0 and 1.",
    ),
)
def slide(x, left, right, height, steepness):
    with np.errstate(all="ignore"):
        up = 1 / (1 - np.exp(-steepness * (np.asarray(x, dtype=float) - left)))
        down = 1 / (1 - np.exp(-steepness * (np.asarray(x, dtype=float) - right)))
    return height * (up - down)
