"""Answers to d_identity: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("d_identity")
def ones_of_the_shape_of_x(x):
    return np.ones(np.shape(x))


@right("d_identity")
def ones_like_x(x):
    return np.ones_like(x)


@right("d_identity")
def zero_times_x_plus_one(x):
    return 0 * x + 1


@right("d_identity")
def nested_lists(x):
    def slope(v):
        return 1 if np.ndim(v) == 0 else [slope(u) for u in v]

    return slope(x)


@right("d_identity")
def single_precision(x):
    return np.full(np.shape(x), 1, dtype=np.float32)


@right("d_identity")
def central_difference(x):
    h = 0.5
    return (identity(x + h) - identity(x - h)) / (2 * h)


@wrong(
    "d_identity",
    pt=(
        "Um número só",
        "Você devolveu 1 mesmo quando x é um array. A inclinação é a mesma em toda parte, mas cada elemento de x "
        "precisa da sua: a resposta tem o formato de x.",
    ),
    en=(
        "A single number",
        "You returned 1 even where x is an array. The slope is the same everywhere, but every element of x needs its "
        "own: the answer has the shape of x.",
    ),
)
def one_number_for_all(x):
    return 1.0


@wrong(
    "d_identity",
    pt=(
        "A função no lugar da derivada",
        "Você devolveu o próprio x. Aqui se pede a inclinação da reta y = x, ou seja, o quanto y sobe quando x sobe um "
        "pouco.",
    ),
    en=(
        "The function in place of its derivative",
        "You returned x itself. What is asked for is the slope of the line y = x: how much y goes up when x goes up a "
        "little.",
    ),
)
def the_function_itself(x):
    return x


@wrong(
    "d_identity",
    pt=(
        "Derivada de uma constante",
        "Inclinação 0 é a de uma função que não muda. A identidade muda tanto quanto x.",
    ),
    en=(
        "The derivative of a constant",
        "Slope 0 belongs to a function that does not change. The identity changes as much as x does.",
    ),
)
def derivative_of_a_constant(x):
    return np.zeros(np.shape(x))


@wrong(
    "d_identity",
    pt=(
        "A derivada da ReLU",
        "Você zerou a inclinação onde x não é positivo. A identidade é a mesma reta dos dois lados de zero, com a "
        "mesma inclinação.",
    ),
    en=(
        "The derivative of ReLU",
        "You set the slope to 0 where x is not positive. The identity is the same line on both sides of zero, with the "
        "same slope.",
    ),
)
def derivative_of_relu(x):
    return np.where(np.asarray(x) > 0, 1.0, 0.0)


@wrong(
    "d_identity",
    pt=(
        "A derivada do valor absoluto",
        "A sua inclinação é −1 à esquerda de zero, como a de |x|, e 0 no próprio zero. A reta y = x sobe do mesmo "
        "jeito em toda parte.",
    ),
    en=(
        "The derivative of the absolute value",
        "Your slope is −1 to the left of zero, like that of |x|, and 0 at zero itself. The line y = x goes up in the "
        "same way everywhere.",
    ),
)
def derivative_of_the_absolute_value(x):
    return np.sign(x)


@wrong(
    "d_identity",
    pt=(
        "A integral no lugar da derivada",
        "Você somou a área debaixo da reta em vez de medir a sua inclinação. Derivar diminui o grau de x em vez de "
        "aumentar.",
    ),
    en=(
        "The integral in place of the derivative",
        "You took the area under the line instead of its slope. A derivative lowers the power of x rather than raising "
        "it.",
    ),
)
def the_integral(x):
    return np.square(x) / 2


@wrong(
    "d_identity",
    pt=(
        "y dividido por x",
        "A razão entre y e x dá 1, menos em x = 0, onde é zero sobre zero. A inclinação compara variações de y e de x, "
        "e existe também em zero.",
    ),
    en=(
        "y divided by x",
        "The ratio of y to x is 1, except at x = 0, where it is zero over zero. A slope compares changes of y and of "
        "x, and exists at zero too.",
    ),
)
def ratio(x):
    x = np.asarray(x)
    return x / x


@wrong(
    "d_identity",
    pt=(
        "Não aceita um número sozinho",
        "Se o erro acima fala em len ou em iterar, você trata x como se fosse sempre uma lista: um número sozinho não "
        "tem tamanho, e uma matriz receberia uma inclinação por linha. A resposta tem o formato inteiro de x.",
    ),
    en=(
        "Does not accept a single number",
        "If the error above speaks of len or of iterating, you treat x as though it were always a list: a single "
        "number has no length, and a matrix would get one slope per row. The answer has the whole shape of x.",
    ),
)
def one_slope_a_row(x):
    return np.ones(len(x))


@wrong(
    "d_identity",
    pt=(
        "Perdeu o formato de x",
        "Os valores estão certos, mas em fila: uma matriz virou um vetor, e um número virou uma lista de um elemento. "
        "A resposta tem o mesmo formato da entrada.",
    ),
    en=(
        "Lost the shape of x",
        "The values are right, but in single file: a matrix became a vector, and a number became a list of one. The "
        "answer has the same shape as the input.",
    ),
)
def flattened(x):
    return np.ones(np.size(x))


@wrong(
    "d_identity",
    pt=(
        "Escreveu por cima de x",
        "As respostas estão certas, mas o array que você recebeu foi alterado: depois da chamada, quem chamou perdeu "
        "os valores de x. np.asarray não garante uma cópia; guarde o resultado em um array novo.",
    ),
    en=(
        "Wrote over x",
        "The answers are right, but the array you were given has been changed: after the call, the caller has lost the "
        "values of x. np.asarray does not promise a copy; put the result into a new array.",
    ),
)
def overwrites_x(x):
    x = np.asarray(x)
    x[...] = 1
    return x
