"""Answers to two_neuron_gradient: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("two_neuron_gradient")
def chain_by_chain(x, y, w1, w2):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    h = sigmoid(x * w1)
    out = sigmoid(h * w2)
    delta = 2 * (out - y) * out * (1 - out)
    return delta * w2 * h * (1 - h) * x, delta * h


@right("two_neuron_gradient")
def with_tanh(x, y, w1, w2):
    h = 0.5 + 0.5 * np.tanh(x * w1 / 2)
    out = 0.5 + 0.5 * np.tanh(h * w2 / 2)
    d_z2 = 2.0 * (out - y) * (out - out**2)
    d_z1 = d_z2 * w2 * (h - h**2)
    return d_z1 * x, d_z2 * h


@right("two_neuron_gradient")
def with_math(x, y, w1, w2):
    import math

    a = math.exp(-x * w1)
    h = 1 / (1 + a)
    c = math.exp(-h * w2)
    out = 1 / (1 + c)
    slope = 2 * (out - y) * c / (1 + c) ** 2
    return slope * w2 * a / (1 + a) ** 2 * x, slope * h


@right("two_neuron_gradient")
def as_arrays(x, y, w1, w2):
    h = 1 / (1 + np.exp(np.array([-x * w1], dtype=float)))
    out = 1 / (1 + np.exp(-h * w2))
    delta = 2 * (out - y) * out * (1 - out)
    return (delta * w2 * h * (1 - h) * x)[0], (delta * h)[0]


@right("two_neuron_gradient")
def single_precision(x, y, w1, w2):
    x, y, w1, w2, one = (np.float32(v) for v in (x, y, w1, w2, 1))
    h = one / (one + np.exp(-x * w1))
    out = one / (one + np.exp(-h * w2))
    delta = np.float32(2) * (out - y) * out * (one - out)
    return delta * w2 * h * (one - h) * x, delta * h


@wrong(
    "two_neuron_gradient",
    pt=(
        "Faltou o 2 do quadrado",
        "A derivada do quadrado traz um 2, e este custo não tem o ½ que o cancelaria.",
    ),
    en=(
        "The square's 2 is missing",
        "The derivative of the square brings a 2, and this cost does not have the ½ that would cancel it.",
    ),
)
def two_forgotten(x, y, w1, w2):
    h = 1 / (1 + np.exp(-float(x * w1)))
    out = 1 / (1 + np.exp(-h * w2))
    delta = (out - y) * out * (1 - out)
    return delta * w2 * h * (1 - h) * x, delta * h


@wrong(
    "two_neuron_gradient",
    pt=(
        "Sinal trocado",
        "A diferença entrou como alvo menos saída: o seu gradiente aponta para a descida.",
    ),
    en=(
        "Sign flipped",
        "The difference went in as target minus output: your gradient points downhill.",
    ),
)
def sign(x, y, w1, w2):
    h = 1 / (1 + np.exp(-float(x * w1)))
    out = 1 / (1 + np.exp(-h * w2))
    delta = 2 * (y - out) * out * (1 - out)
    return delta * w2 * h * (1 - h) * x, delta * h


@wrong(
    "two_neuron_gradient",
    pt=(
        "Não passou por w2",
        "Para chegar ao primeiro neurônio, o gradiente atravessa a ligação entre os dois, cujo peso é w2.",
    ),
    en=(
        "w2 was left out on the way",
        "To reach the first neuron the gradient crosses the connection between the two, whose weight is w2.",
    ),
)
def w2_forgotten(x, y, w1, w2):
    h = 1 / (1 + np.exp(-float(x * w1)))
    out = 1 / (1 + np.exp(-h * w2))
    delta = 2 * (out - y) * out * (1 - out)
    return delta * h * (1 - h) * x, delta * h


@wrong(
    "two_neuron_gradient",
    pt=(
        "Faltou a inclinação do primeiro neurônio",
        "O gradiente atravessou o primeiro neurônio sem a derivada da sigmoide dele: é justamente um dos fatores que o "
        "fazem encolher.",
    ),
    en=(
        "The first neuron's slope is missing",
        "The gradient crossed the first neuron without the derivative of its sigmoid: just one of the factors that "
        "make it shrink.",
    ),
)
def inner_slope_forgotten(x, y, w1, w2):
    h = 1 / (1 + np.exp(-float(x * w1)))
    out = 1 / (1 + np.exp(-h * w2))
    delta = 2 * (out - y) * out * (1 - out)
    return delta * w2 * x, delta * h


@wrong(
    "two_neuron_gradient",
    pt=(
        "Faltou a inclinação da saída",
        "A derivada da sigmoide de saída ficou de fora. Ela só se cancela com a entropia cruzada, não com o quadrado.",
    ),
    en=(
        "The output's slope is missing",
        "The derivative of the output's sigmoid was left out. It cancels only with the cross-entropy, not with the "
        "square.",
    ),
)
def outer_slope_forgotten(x, y, w1, w2):
    h = 1 / (1 + np.exp(-float(x * w1)))
    out = 1 / (1 + np.exp(-h * w2))
    delta = 2 * (out - y)
    return delta * w2 * h * (1 - h) * x, delta * h


@wrong(
    "two_neuron_gradient",
    pt=(
        "A entrada no lugar de h",
        "A entrada do segundo neurônio é a saída do primeiro, h. Você usou x.",
    ),
    en=(
        "The input in place of h",
        "The second neuron's input is the first one's output, h. You used x.",
    ),
)
def x_for_h(x, y, w1, w2):
    h = 1 / (1 + np.exp(-float(x * w1)))
    out = 1 / (1 + np.exp(-h * w2))
    delta = 2 * (out - y) * out * (1 - out)
    return delta * w2 * h * (1 - h) * x, delta * x


@wrong(
    "two_neuron_gradient",
    pt=(
        "Faltou x",
        "A inclinação de x·w1 em relação a w1 é x. Você parou um passo antes.",
    ),
    en=(
        "x is missing",
        "The slope of x·w1 with respect to w1 is x. You stopped one step short.",
    ),
)
def x_forgotten(x, y, w1, w2):
    h = 1 / (1 + np.exp(-float(x * w1)))
    out = 1 / (1 + np.exp(-h * w2))
    delta = 2 * (out - y) * out * (1 - out)
    return delta * w2 * h * (1 - h), delta * h


@wrong(
    "two_neuron_gradient",
    pt=(
        "Na ordem inversa",
        "Os dois gradientes estão certos, mas trocados: primeiro vem dw1, depois dw2.",
    ),
    en=(
        "In the opposite order",
        "Both gradients are right, but swapped: dw1 comes first, then dw2.",
    ),
)
def swapped(x, y, w1, w2):
    h = 1 / (1 + np.exp(-float(x * w1)))
    out = 1 / (1 + np.exp(-h * w2))
    delta = 2 * (out - y) * out * (1 - out)
    return delta * h, delta * w2 * h * (1 - h) * x


@wrong(
    "two_neuron_gradient",
    pt=(
        "w1 no caminho",
        "O gradiente volta pela ligação entre os neurônios, w2. Você o fez passar por w1.",
    ),
    en=(
        "w1 on the way",
        "The gradient comes back through the connection between the neurons, w2. You took it through w1.",
    ),
)
def w1_for_w2(x, y, w1, w2):
    h = 1 / (1 + np.exp(-float(x * w1)))
    out = 1 / (1 + np.exp(-h * w2))
    delta = 2 * (out - y) * out * (1 - out)
    return delta * w1 * h * (1 - h) * x, delta * h


@wrong(
    "two_neuron_gradient",
    pt=(
        "Inclinação da entrada",
        "As inclinações foram calculadas com a soma z que entra em cada sigmoide, z(1 − z), e não com a saída dela.",
    ),
    en=(
        "Slope of the input",
        "The slopes were computed with the sum z that goes into each sigmoid, z(1 − z), not with its output.",
    ),
)
def slope_of_the_sum(x, y, w1, w2):
    z1 = float(x * w1)
    h = 1 / (1 + np.exp(-z1))
    z2 = h * w2
    out = 1 / (1 + np.exp(-z2))
    delta = 2 * (out - y) * z2 * (1 - z2)
    return delta * w2 * z1 * (1 - z1) * x, delta * h
