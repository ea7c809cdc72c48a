"""Answers to d_relu: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("d_relu")
def one_at_zero(x):
    return np.where(np.asarray(x) >= 0, 1.0, 0.0)


@right("d_relu")
def booleans(x):
    return np.asarray(x) > 0


@right("d_relu")
def one_half_at_zero(x):
    return np.heaviside(x, 0.5)


@right("d_relu")
def nested_lists(x):
    def slope(v):
        return int(v > 0) if np.ndim(v) == 0 else [slope(u) for u in v]

    return slope(x)


@right("d_relu")
def from_the_sign(x):
    return (np.sign(x) + 1) / 2


@right("d_relu")
def sign_of_the_output(x):
    return np.sign(relu(x))


@right("d_relu")
def integers_in_a_mask(x):
    slope = np.zeros_like(x)
    slope[np.greater(x, 0)] = 1
    return slope


@right("d_relu")
def single_precision(x):
    return np.float32(np.asarray(x) >= 0)


@wrong(
    "d_relu",
    erratum="E5",
    pt=(
        "Sem derivada à esquerda de zero",
        "Um slide do conjunto A diz que a ReLU não tem derivada para x < 0, e ali a sua resposta é NaN. À esquerda de "
        "zero a função é constante, e uma constante tem derivada: zero. O único ponto sem derivada é o próprio zero.",
    ),
    en=(
        "No derivative to the left of zero",
        "A slide of deck A says that ReLU has no derivative for x < 0, and your answer there is NaN. To the left of "
        "zero the function is constant, and a constant has a derivative: zero. The only point without one is zero "
        "itself.",
    ),
)
def nan_on_the_left(x):
    return np.where(np.asarray(x) >= 0, 1.0, np.nan)


@wrong(
    "d_relu",
    pt=(
        "NaN em zero",
        "Em x = 0 a sua resposta é NaN, escrito por você ou vindo de zero sobre zero. A derivada não existe mesmo ali, "
        "mas um só NaN contamina todos os pesos do treino: escolha um número entre as inclinações dos dois lados.",
    ),
    en=(
        "NaN at zero",
        "At x = 0 your answer is NaN, written by you or coming from zero over zero. There is indeed no derivative "
        "there, but in training a single NaN spoils all the weights: choose a number between the slopes of the two "
        "sides.",
    ),
)
def nan_at_zero(x):
    x = np.asarray(x, dtype=float)
    return (1 + x / np.abs(x)) / 2


@wrong(
    "d_relu",
    pt=(
        "A função no lugar da derivada",
        "Você devolveu a própria ReLU. A inclinação não depende do tamanho de x: à direita de zero a reta sobe sempre "
        "no mesmo ritmo.",
    ),
    en=(
        "The function in place of its derivative",
        "You returned ReLU itself. The slope does not depend on the size of x: to the right of zero the line goes up "
        "at the same rate everywhere.",
    ),
)
def the_function_itself(x):
    return np.maximum(0, x)


@wrong(
    "d_relu",
    pt=(
        "Inclinação −1 à esquerda",
        "Essa é a derivada do valor absoluto, que desce à esquerda de zero. A ReLU é plana ali.",
    ),
    en=(
        "Slope −1 on the left",
        "That is the derivative of the absolute value, which goes down to the left of zero. ReLU is flat there.",
    ),
)
def sign_of_x(x):
    return np.sign(x)


@wrong(
    "d_relu",
    pt=(
        "Inclinação 1 em toda parte",
        "Você derivou a reta y = x e esqueceu a metade em que a ReLU é constante. São dois trechos, cada um com a sua "
        "inclinação.",
    ),
    en=(
        "Slope 1 everywhere",
        "You differentiated the line y = x and forgot the half where ReLU is constant. There are two stretches, each "
        "with a slope of its own.",
    ),
)
def one_everywhere(x):
    return np.ones(np.shape(x))


@wrong(
    "d_relu",
    pt=(
        "Lados trocados",
        "A sua derivada é 1 onde a ReLU é plana e 0 onde ela sobe. Confira qual lado da desigualdade corresponde a "
        "cada trecho.",
    ),
    en=(
        "Sides swapped",
        "Your derivative is 1 where ReLU is flat and 0 where it goes up. See which side of the inequality goes with "
        "which stretch.",
    ),
)
def sides_swapped(x):
    return np.where(np.asarray(x) > 0, 0.0, 1.0)


@wrong(
    "d_relu",
    pt=(
        "Derivada da Leaky ReLU",
        "À esquerda de zero você pôs uma pequena inclinação. Ela é da Leaky ReLU; a da ReLU é exatamente zero.",
    ),
    en=(
        "Leaky ReLU's derivative",
        "To the left of zero you put a small slope. It is Leaky ReLU's; that of ReLU is exactly zero.",
    ),
)
def leaky_slope(x):
    return np.where(np.asarray(x) > 0, 1.0, 0.01)


@wrong(
    "d_relu",
    pt=(
        "Derivada da softplus",
        "A sua inclinação cresce aos poucos de 0 a 1, como a da softplus. A da ReLU muda de uma vez: só há dois "
        "valores.",
    ),
    en=(
        "Softplus's derivative",
        "Your slope grows little by little from 0 to 1, as softplus's does. That of ReLU changes at once: there are "
        "only two values.",
    ),
)
def smooth_slope(x):
    e = np.exp(-np.abs(x))
    return np.where(np.asarray(x) >= 0, 1.0, e) / (1.0 + e)


@wrong(
    "d_relu",
    pt=(
        "Pulou a faixa de 0 a 1",
        "Entre 0 e 1 a sua inclinação é zero: você comparou com 1 no lugar de 0, ou truncou x antes de comparar. A "
        "quina da ReLU fica em x = 0.",
    ),
    en=(
        "Skipped the stretch from 0 to 1",
        "Between 0 and 1 your slope is zero: you compared with 1 instead of 0, or truncated x before comparing. ReLU's "
        "corner is at x = 0.",
    ),
)
def threshold_at_one(x):
    return np.where(np.asarray(x) >= 1, 1.0, 0.0)


@wrong(
    "d_relu",
    pt=(
        "Diferença numérica por cima da quina",
        "A diferença finita acerta longe de zero, mas quando x está mais perto de zero do que o passo ela mede os dois "
        "lados da quina ao mesmo tempo. A derivada se escreve diretamente, sem limite nenhum.",
    ),
    en=(
        "A numerical difference across the corner",
        "The finite difference is right far from zero, but when x is closer to zero than the step it measures both "
        "sides of the corner at once. The derivative can be written down directly, with no limit to take.",
    ),
)
def finite_difference(x):
    h = 1e-5
    return (np.maximum(0, x + h) - np.maximum(0, x - h)) / (2 * h)


@wrong(
    "d_relu",
    pt=(
        "Uma resposta para o array inteiro",
        "Você juntou todos os elementos em uma só decisão. A derivada tem um valor para cada elemento, e o formato de "
        "x.",
    ),
    en=(
        "One answer for the whole array",
        "You merged all elements into one decision. The derivative has a value for every element, and the shape of x.",
    ),
)
def one_decision_for_all(x):
    return 1.0 if np.all(np.asarray(x) > 0) else 0.0


@wrong(
    "d_relu",
    pt=(
        "Funciona só com um número",
        "Um if comum escolhe uma vez só: um array de um elemento vira um número, e com mais elementos o NumPy reclama. "
        "A função precisa decidir elemento por elemento.",
    ),
    en=(
        "Works with a single number only",
        "A plain if chooses only once: an array of one element becomes a number, and with more elements NumPy "
        "complains. The function has to decide element by element.",
    ),
)
def single_numbers_only(x):
    if x > 0:
        return 1.0
    return 0.0


@wrong(
    "d_relu",
    pt=(
        "Escreveu por cima de x",
        "A derivada está certa, mas foi escrita no próprio array que você recebeu: quem chamou perdeu os valores de x. "
        "np.asarray não garante uma cópia; ponha o resultado em um array novo.",
    ),
    en=(
        "Wrote over x",
        "The derivative is right, but it was written into the very array that you were given: the caller has lost the "
        "values of x. np.asarray does not promise a copy; put the result into a new array.",
    ),
)
def overwrites_x(x):
    x = np.asarray(x)
    x[x <= 0] = 0
    x[x > 0] = 1
    return x
