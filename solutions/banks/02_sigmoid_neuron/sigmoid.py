"""Answers to sigmoid: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("sigmoid")
def two_branches(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


@right("sigmoid")
def half_a_tanh(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


@right("sigmoid")
def from_a_sum_of_logarithms(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


@right("sigmoid")
def plain_loops(z):
    import math

    def at(v):
        return 1 / (1 + math.exp(-v)) if v >= 0 else math.exp(v) / (1 + math.exp(v))

    def everywhere(v):
        return at(float(v)) if np.ndim(v) == 0 else [everywhere(u) for u in v]

    return everywhere(z)


@right("sigmoid")
def clipped(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


@right("sigmoid")
def silenced(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


@right("sigmoid")
def single_precision(z):
    z = np.asarray(z, dtype=np.float32)
    return np.float32(0.5) * (np.float32(1) + np.tanh(z / np.float32(2)))


@right("sigmoid")
def held_at_twenty_eight(z):
    return 1 / (1 + np.exp(-np.clip(z, -28, 28)))


@right("sigmoid")
def probability_cut_off(z):
    e = np.exp(-np.abs(z))
    return np.clip(np.where(np.asarray(z) >= 0, 1, e) / (1 + e), 1e-12, 1 - 1e-12)


@wrong(
    "sigmoid",
    erratum="E1",
    pt=(
        "Menos no denominador",
        "Com 1 − e^(−z) no denominador, como em vários slides A, a função vai ao infinito em 0 e nunca fica entre 0 "
        "e 1. Uma probabilidade precisa das duas parcelas positivas.",
    ),
    en=(
        "Minus in the denominator",
        "With 1 − e^(−z) in the denominator, as on several slides A, the function goes to infinity at 0 and is "
        "never between 0 and 1. A probability needs both terms positive.",
    ),
)
def sign_of_the_slide(z):
    return 1 / (1 - np.exp(-np.asarray(z, dtype=float)))


@wrong(
    "sigmoid",
    pt=(
        "Faltou o menos no expoente",
        "Sem o menos, a curva desce: quanto maior a soma ponderada, menor a probabilidade. Você calculou a chance "
        "da outra classe.",
    ),
    en=(
        "No minus in the exponent",
        "Without the minus the curve goes down: the larger the weighted sum, the smaller the probability. You "
        "computed the chance of the other class.",
    ),
)
def no_minus_in_the_exponent(z):
    return 1 / (1 + np.exp(np.asarray(z, dtype=float)))


@wrong(
    "sigmoid",
    pt=(
        "Faltaram os parênteses",
        "Sem parênteses em volta do denominador, o Python divide primeiro e soma depois, e a resposta passa de 1.",
    ),
    en=(
        "Missing parentheses",
        "Without parentheses around the denominator Python divides first and adds later, and the answer exceeds 1.",
    ),
)
def parentheses(z):
    return 1 / 1 + np.exp(-np.asarray(z, dtype=float))


@wrong(
    "sigmoid",
    pt=(
        "Faltou o 1 do denominador",
        "O inverso de uma exponencial é outra exponencial: cresce sem limite. É o 1 somado embaixo que a prende "
        "abaixo de 1.",
    ),
    en=(
        "The 1 of the denominator is missing",
        "The reciprocal of an exponential is another exponential: it grows without bound. It is the 1 added below "
        "that keeps it under 1.",
    ),
)
def no_one(z):
    return 1 / np.exp(-np.asarray(z, dtype=float))


@wrong(
    "sigmoid",
    pt=(
        "Certo, mas transborda",
        "O valor está certo, mas com z muito negativo a exponencial estoura e o NumPy avisa. Escolha uma forma em "
        "que o expoente nunca seja um positivo enorme.",
    ),
    en=(
        "Right, but it overflows",
        "The value is right, but where z is very negative the exponential overflows and NumPy warns. Choose a form "
        "whose exponent is never a huge positive number.",
    ),
)
def overflows(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


@wrong(
    "sigmoid",
    pt=(
        "Infinito sobre infinito",
        "A forma e^z/(1 + e^z) vale no papel, mas com z grande as duas partes viram infinito e a divisão dá NaN. Ela "
        "só serve de um dos lados do zero.",
    ),
    en=(
        "Infinity over infinity",
        "The form e^z/(1 + e^z) holds on paper, but where z is large both parts become infinite and the division "
        "gives NaN. It is safe on one side of zero only.",
    ),
)
def overflows_on_the_other_side(z):
    e = np.exp(np.asarray(z, dtype=float))
    return e / (1 + e)


@wrong(
    "sigmoid",
    pt=(
        "Degrau em vez de sigmoide",
        "Você respondeu 0 ou 1. A sigmoide diz o quanto o neurônio está seguro, e é por não ter salto que se pode "
        "derivá-la.",
    ),
    en=(
        "Step instead of sigmoid",
        "You answered 0 or 1. The sigmoid says how sure the neuron is, and it can be differentiated because it has "
        "no jump.",
    ),
)
def step(z):
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)


@wrong(
    "sigmoid",
    pt=(
        "Tanh em vez de sigmoide",
        "As duas curvas têm forma de S, mas a tanh vai de −1 a 1. Uma probabilidade vai de 0 a 1, e vale ½ em 0.",
    ),
    en=(
        "Tanh instead of sigmoid",
        "Both curves are S-shaped, but tanh goes from −1 to 1. A probability goes from 0 to 1 and is ½ at 0.",
    ),
)
def tanh(z):
    return np.tanh(z)


@wrong(
    "sigmoid",
    pt=(
        "A derivada, não a função",
        "Você devolveu a inclinação da sigmoide, que é maior em 0 e some dos dois lados. Aqui se pede o valor da "
        "curva.",
    ),
    en=(
        "The derivative, not the function",
        "You returned the slope of the sigmoid, which is largest at 0 and vanishes on both sides. What is asked for "
        "here is the curve's value.",
    ),
)
def derivative(z):
    p = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return p * (1 - p)


@wrong(
    "sigmoid",
    pt=(
        "Só para um número",
        "Com if, a função decide uma vez só, para um número; um array tem muitas respostas e a comparação não se "
        "resolve. Use operações que valem para cada elemento.",
    ),
    en=(
        "For a single number only",
        "With if the function decides once, for one number; an array has many answers and the comparison cannot be "
        "settled. Use operations that work element by element.",
    ),
)
def one_number_only(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


@wrong(
    "sigmoid",
    pt=(
        "Inteiros truncados",
        "O resultado foi guardado num array do tipo da entrada. Com inteiros, as casas decimais se perdem, e uma "
        "probabilidade vira 0.",
    ),
    en=(
        "Truncated integers",
        "The result was stored in an array of the input's type. With integers the decimals are lost, and a "
        "probability becomes 0.",
    ),
)
def truncated(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    out[...] = 0.5 * (1 + np.tanh(z / 2))
    return out


@wrong(
    "sigmoid",
    pt=(
        "Cortada cedo demais",
        "A sua função é 0 abaixo de −12 e 1 acima de 12. Em −13 ela ainda vale 2 milionésimos: só bem mais longe"
        " a diferença deixa de contar.",
    ),
    en=(
        "Cut off too early",
        "Your function is 0 below −12 and 1 above 12. At −13 it is still 2 millionths: only much further out "
        "does the difference cease to count.",
    ),
)
def zero_below_minus_twelve(z):
    z = np.asarray(z, dtype=float)
    return np.where(z < -12, 0.0, np.where(z > 12, 1.0, 1 / (1 + np.exp(-np.clip(z, -12, 12)))))


@wrong(
    "sigmoid",
    pt=(
        "Presa em ±20",
        "Além de ±20 a sua função não muda mais. Em −25 ela vale dois bilionésimos, e o certo é cem vezes menos.",
    ),
    en=(
        "Held at ±20",
        "Beyond ±20 your function changes no more. At −25 it is two billionths, and what is right is a hundred "
        "times less.",
    ),
)
def held_at_twenty(z):
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))
