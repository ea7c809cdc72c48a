"""Answers to d_softplus: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("d_softplus")
def the_logistic(x):
    return logistic(x)


@right("d_softplus")
def hyperbolic_tangent(x):
    return 0.5 * (1 + np.tanh(np.divide(x, 2)))


@right("d_softplus")
def from_the_function_itself(x):
    return np.exp(x - softplus(x))


@right("d_softplus")
def what_the_exponential_lacks(x):
    return -np.expm1(-softplus(x))


@right("d_softplus")
def warnings_silenced(x):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))


@right("d_softplus")
def x_clipped(x):
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


@right("d_softplus")
def nested_lists(x):
    import math

    def slope(v):
        if np.ndim(v):
            return [slope(u) for u in v]
        e = math.exp(-abs(v))
        return 1 / (1 + e) if v >= 0 else e / (1 + e)

    return slope(x)


@right("d_softplus")
def single_precision(x):
    x = np.asarray(x, dtype=np.float32)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, np.float32(1), e) / (np.float32(1) + e)


@right("d_softplus")
def never_quite_level(x):
    return np.clip((1 + np.tanh(np.asarray(x) / 2)) / 2, 1e-12, 1 - 1e-12)


@wrong(
    "d_softplus",
    pt=(
        "Faltou a derivada de dentro",
        "A sua resposta é 1 sobre o que está dentro do logaritmo, isto é, 1 menos a logística, que diminui com x. "
        "Falta multiplicar pela derivada de dentro, a da exponencial. Se você quis escrever a logística, confira o "
        "sinal do expoente.",
    ),
    en=(
        "The inner derivative is missing",
        "Your answer is 1 over what is inside the logarithm, that is, 1 minus the logistic, which falls as x grows. It "
        "still has to be multiplied by the inner derivative, that of the exponential. If you meant to write the "
        "logistic, check the sign of the exponent.",
    ),
)
def inner_derivative_forgotten(x):
    return 1 - logistic(x)


@wrong(
    "d_softplus",
    pt=(
        "Derivada da logística",
        "Você derivou uma vez a mais: σ(x)(1 − σ(x)) é a inclinação da logística. A inclinação da softplus é a própria "
        "logística.",
    ),
    en=(
        "The logistic's derivative",
        "You differentiated once too often: σ(x)(1 − σ(x)) is the slope of the logistic. The slope of softplus is the "
        "logistic itself.",
    ),
)
def second_derivative(x):
    p = logistic(x)
    return p * (1 - p)


@wrong(
    "d_softplus",
    erratum="E1",
    pt=(
        "O sinal da sigmoide dos slides",
        "Você escreveu a logística como em vários slides do conjunto A, 1/(1 − e^(−x)), com um menos no denominador. "
        "Os dois termos do denominador se somam; com o menos a conta divide por zero em x = 0.",
    ),
    en=(
        "The sign in the slides' sigmoid",
        "You wrote the logistic as on several slides of deck A, 1/(1 − e^(−x)), with a minus in the denominator. The "
        "two terms of the denominator are added; with the minus you divide by zero at x = 0.",
    ),
)
def minus_in_the_denominator(x):
    with np.errstate(all="ignore"):
        return 1 / (1 - np.exp(-np.asarray(x, dtype=float)))


@wrong(
    "d_softplus",
    pt=(
        "Faltaram parênteses no denominador",
        "O Python faz a divisão antes da soma: a sua conta é 1 mais a exponencial de −x. O denominador é a soma "
        "inteira.",
    ),
    en=(
        "Brackets are missing in the denominator",
        "Python divides before it adds: what you compute is 1 plus the exponential of −x. The denominator is the whole "
        "sum.",
    ),
)
def brackets_missing(x):
    with np.errstate(over="ignore"):
        return 1 / 1 + np.exp(-np.asarray(x, dtype=float))


@wrong(
    "d_softplus",
    pt=(
        "Estourou para x muito negativo",
        "Os valores estão certos, mas quando x é muito negativo a exponencial de −x estoura e dá um aviso. Escolha uma "
        "forma em que o expoente nunca seja positivo.",
    ),
    en=(
        "Overflowed for very negative x",
        "The values are right, but when x is very negative the exponential of −x overflows with a warning. Choose a "
        "form in which the exponent is never positive.",
    ),
)
def overflows_on_the_left(x):
    return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))


@wrong(
    "d_softplus",
    pt=(
        "Infinito dividido por infinito",
        "Para x grande a exponencial estoura em cima e embaixo da fração, e a resposta vira NaN. Escolha uma forma em "
        "que o expoente nunca seja positivo, nem de um lado de zero nem do outro.",
    ),
    en=(
        "Infinity divided by infinity",
        "For large x the exponential overflows both above and below in the fraction, and the answer becomes NaN. "
        "Choose a form in which the exponent is never positive, on either side of zero.",
    ),
)
def infinity_over_infinity(x):
    e = np.exp(np.asarray(x, dtype=float))
    return e / (1 + e)


@wrong(
    "d_softplus",
    pt=(
        "Derivada da ReLU",
        "Você respondeu 0 ou 1. A softplus é a versão suave da ReLU, e a inclinação dela passa de 0 a 1 aos poucos.",
    ),
    en=(
        "ReLU's derivative",
        "You answered 0 or 1. Softplus is the smooth version of ReLU, and its slope goes from 0 to 1 little by little.",
    ),
)
def derivative_of_relu(x):
    return np.heaviside(x, 0.5)


@wrong(
    "d_softplus",
    pt=(
        "Tangente hiperbólica",
        "A sua curva vai de −1 a 1. A softplus nunca desce, e por isso a inclinação dela nunca é negativa.",
    ),
    en=(
        "Hyperbolic tangent",
        "Your curve goes from −1 to 1. Softplus never goes down, and so its slope is never negative.",
    ),
)
def hyperbolic_tangent_alone(x):
    return np.tanh(x)


@wrong(
    "d_softplus",
    pt=(
        "Íngreme demais: faltou dividir x por 2",
        "A sua curva vai de 0 a 1 como a logística, mas é íngreme demais: é a logística de 2x. Se ela veio da tangente "
        "hiperbólica, falta esticar o eixo x por um fator 2.",
    ),
    en=(
        "Too steep: x was not halved",
        "Your curve goes from 0 to 1 as the logistic does, but it is too steep: it is the logistic of 2x. If it came "
        "from the hyperbolic tangent, the x axis still has to be stretched by a factor of 2.",
    ),
)
def twice_as_steep(x):
    return (1 + np.tanh(x)) / 2


@wrong(
    "d_softplus",
    pt=(
        "A função no lugar da derivada",
        "Você devolveu a própria softplus, que cresce sem limite. A inclinação dela nunca passa de 1.",
    ),
    en=(
        "The function in place of its derivative",
        "You returned softplus itself, which grows without limit. Its slope never exceeds 1.",
    ),
)
def the_function_itself(x):
    return softplus(x)


@wrong(
    "d_softplus",
    pt=(
        "Só a derivada de dentro",
        "Você devolveu a exponencial, que é a derivada do que está dentro do logaritmo. Falta o fator de fora: 1 "
        "dividido por aquilo que está dentro.",
    ),
    en=(
        "The inner derivative only",
        "You returned the exponential, which is the derivative of what is inside the logarithm. The outer factor is "
        "missing: 1 over what is inside.",
    ),
)
def inner_derivative_only(x):
    with np.errstate(over="ignore"):
        return np.exp(np.asarray(x, dtype=float))


@wrong(
    "d_softplus",
    pt=(
        "Inteiros truncados",
        "Você guardou as inclinações em um array do tipo de x. Se x tem inteiros, quase todas viram zero.",
    ),
    en=(
        "Integers were truncated",
        "You kept the slopes in an array of the type of x. Where x holds integers, nearly all of them become zero.",
    ),
)
def truncated(x):
    slope = np.empty_like(x)
    slope[...] = logistic(x)
    return slope


@wrong(
    "d_softplus",
    pt=(
        "Perdeu o formato de x",
        "Os valores estão certos, mas em fila: uma matriz virou um vetor, e um número virou uma lista de um elemento. "
        "A resposta tem o formato da entrada.",
    ),
    en=(
        "Lost the shape of x",
        "The values are right, but in single file: a matrix became a vector, and a number became a list of one. The "
        "answer has the shape of the input.",
    ),
)
def flattened(x):
    return [float(logistic(value)) for value in np.ravel(x)]


@wrong(
    "d_softplus",
    pt=(
        "Escreveu por cima de x",
        "As inclinações estão certas, mas foram escritas no próprio array que você recebeu: quem chamou perdeu os "
        "valores de x. np.asarray não garante uma cópia; ponha o resultado em um array novo.",
    ),
    en=(
        "Wrote over x",
        "The slopes are right, but they were written into the very array that you were given: the caller has lost the "
        "values of x. np.asarray does not promise a copy; put the result into a new array.",
    ),
)
def overwrites_x(x):
    slope = np.asarray(x, dtype=float)
    slope[...] = logistic(slope)
    return slope
