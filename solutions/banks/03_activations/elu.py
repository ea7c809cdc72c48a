"""Answers to elu: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("elu")
def exponential_of_the_negative_part(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, x, alpha * (np.exp(np.minimum(x, 0)) - 1))


@right("elu")
def relu_plus_the_curve(x, alpha=1.0):
    return relu(x) + alpha * np.expm1(-relu(np.negative(x)))


@right("elu")
def warnings_silenced(x, alpha=1.0):
    x = np.asarray(x, dtype=float)
    with np.errstate(over="ignore", invalid="ignore"):
        return np.where(x >= 0, x, alpha * (np.exp(x) - 1))


@right("elu")
def nested_lists(x, alpha=1.0):
    import math

    def curve(v):
        if np.ndim(v):
            return [curve(u) for u in v]
        return float(v) if v > 0 else alpha * (math.exp(v) - 1)

    return curve(x)


@right("elu")
def a_copy_with_its_left_bent(x, alpha=1.0):
    out = np.array(x, dtype=float)
    left = out < 0
    out[left] = alpha * np.expm1(out[left])
    return out


@right("elu")
def exponential_of_minus_the_size(x, alpha=1.0):
    x = np.asarray(x)
    return (x > 0) * x - alpha * (x < 0) * (1 - np.exp(-np.abs(x)))


@right("elu")
def hyperbolic_tangent(x, alpha=1.0):
    t = np.tanh(np.minimum(x, 0) / 2)
    return np.maximum(x, 0) + alpha * 2 * t / (1 - t)


@right("elu")
def single_precision(x, alpha=1.0):
    x = np.asarray(x, dtype=np.float32)
    return np.where(x > 0, x, np.float32(alpha) * np.expm1(np.minimum(x, np.float32(0))))


@wrong(
    "elu",
    pt=(
        "O −1 ficou fora dos parênteses",
        "Você multiplicou por alpha só a exponencial e subtraiu 1 depois. Com alpha = 1 não se nota; com outro alpha a "
        "curva não passa por zero em x = 0, porque o fator vale para a diferença inteira.",
    ),
    en=(
        "The −1 was left outside the brackets",
        "You multiplied the exponential alone by alpha and subtracted 1 afterwards. With alpha = 1 it does not show; "
        "with another alpha the curve misses zero at x = 0, because the factor applies to the whole difference.",
    ),
)
def one_outside_the_brackets(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, x, alpha * np.exp(np.minimum(x, 0)) - 1)


@wrong(
    "elu",
    pt=(
        "A exponencial também foi calculada à direita",
        "Os valores estão certos, mas a exponencial de um x grande estoura e dá um aviso, mesmo que depois seja "
        "descartada. O np.where, por exemplo, calcula as duas fórmulas em todos os elementos antes de escolher. Não "
        "deixe que a exponencial veja números positivos.",
    ),
    en=(
        "The exponential was computed on the right as well",
        "The values are right, but the exponential of a large x overflows with a warning, even if it is thrown away "
        "later. np.where, for one, computes both formulas at all elements before it chooses. Do not let the "
        "exponential see positive numbers.",
    ),
)
def exponential_on_both_sides(x, alpha=1.0):
    x = np.asarray(x, dtype=float)
    return np.where(x > 0, x, alpha * (np.exp(x) - 1))


@wrong(
    "elu",
    pt=(
        "Infinito vezes zero",
        "Você apagou a exponencial à direita multiplicando-a por uma máscara. Para x grande ela é infinita, e infinito "
        "vezes zero não é zero, é NaN. Não deixe que a exponencial veja números positivos.",
    ),
    en=(
        "Infinity times zero",
        "You wiped out the exponential on the right by multiplying it by a mask. For large x it is infinite, and "
        "infinity times zero is not zero but NaN. Do not let the exponential see positive numbers.",
    ),
)
def mask_times_infinity(x, alpha=1.0):
    x = np.asarray(x, dtype=float)
    return x * (x > 0) + alpha * (np.exp(x) - 1) * (x <= 0)


@wrong(
    "elu",
    pt=(
        "alpha não foi usado",
        "A sua curva desce sempre até −1. É alpha que diz até onde ela desce; 1 é só o valor que vale quando ninguém "
        "diz outro.",
    ),
    en=(
        "alpha was not used",
        "Your curve always goes down to −1. It is alpha that says how far down it goes; 1 is just the value for when "
        "nobody says otherwise.",
    ),
)
def alpha_forgotten(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, x, np.expm1(np.minimum(x, 0)))


@wrong(
    "elu",
    pt=(
        "Faltou o −1",
        "À esquerda de zero você devolveu só a exponencial, que é positiva, e a função dá um salto em x = 0. O −1 "
        "baixa a curva até ela encontrar a reta.",
    ),
    en=(
        "The −1 is missing",
        "To the left of zero you returned the exponential alone, which is positive, and the function jumps at x = 0. "
        "The −1 lowers the curve until it meets the line.",
    ),
)
def no_minus_one(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, x, alpha * np.exp(np.minimum(x, 0)))


@wrong(
    "elu",
    pt=(
        "Diferença com o sinal trocado",
        "À esquerda de zero a sua função é positiva: a diferença entre a exponencial e 1 entrou com o sinal contrário. "
        "A ELU desce desse lado, em direção a −alpha.",
    ),
    en=(
        "The difference has the wrong sign",
        "To the left of zero your function is positive: the difference between the exponential and 1 came in with the "
        "opposite sign. ELU goes down on that side, towards −alpha.",
    ),
)
def one_minus_exponential(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, x, alpha * (1 - np.exp(np.minimum(x, 0))))


@wrong(
    "elu",
    pt=(
        "Expoente com o sinal trocado",
        "Você pôs um menos no expoente, como na logística. À esquerda de zero x já é negativo; com o menos a "
        "exponencial cresce sem limite em vez de sumir.",
    ),
    en=(
        "The exponent has the wrong sign",
        "You put a minus in the exponent, as in the logistic. To the left of zero x is negative already; with the "
        "minus the exponential grows without limit instead of vanishing.",
    ),
)
def exponent_negated(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, x, alpha * np.expm1(-np.minimum(x, 0)))


@wrong(
    "elu",
    erratum="E4",
    pt=(
        "Leaky ReLU no lugar da ELU",
        "Um slide do conjunto A mistura as duas: põe a fórmula da ELU, alpha(e^x − 1), sob o nome da Leaky ReLU. Uma "
        "reta de inclinação alpha é a Leaky ReLU; a ELU é uma exponencial que se acomoda em −alpha.",
    ),
    en=(
        "Leaky ReLU in place of ELU",
        "A slide of deck A mixes the two up: it puts ELU's formula, alpha(e^x − 1), under Leaky ReLU's name. A line "
        "of slope alpha is Leaky ReLU; ELU is an exponential that settles at −alpha.",
    ),
)
def leaky_instead(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, x, alpha * np.asarray(x))


@wrong(
    "elu",
    pt=(
        "Plana à esquerda",
        "Para x negativo a sua função vale 0: é a ReLU. A ELU desce aos poucos até −alpha desse lado.",
    ),
    en=(
        "Flat on the left",
        "For negative x your function is 0: that is ReLU. ELU goes down little by little to −alpha on that side.",
    ),
)
def relu_instead(x, alpha=1.0):
    return np.maximum(0, x)


@wrong(
    "elu",
    pt=(
        "alpha também à direita",
        "Você multiplicou por alpha os dois trechos, como faz a SELU com o seu fator. Na ELU o lado positivo é x puro.",
    ),
    en=(
        "alpha on the right as well",
        "You multiplied both stretches by alpha, as SELU does with its factor. In ELU the positive side is x itself.",
    ),
)
def alpha_on_both_sides(x, alpha=1.0):
    return alpha * np.where(np.asarray(x) > 0, x, np.expm1(np.minimum(x, 0)))


@wrong(
    "elu",
    pt=(
        "Outro alpha padrão",
        "Quando a chamada não diz alpha, a sua função usa 0,01, o valor da Leaky ReLU. Na ELU o valor combinado é 1.",
    ),
    en=(
        "Another default alpha",
        "When the call does not say alpha, your function uses 0.01, the value of Leaky ReLU. For ELU the agreed value "
        "is 1.",
    ),
)
def default_of_the_leaky(x, alpha=0.01):
    return np.where(np.asarray(x) > 0, x, alpha * np.expm1(np.minimum(x, 0)))


@wrong(
    "elu",
    pt=(
        "O maior dos dois",
        "À direita de zero a exponencial acaba passando da reta, e o máximo fica com a curva onde deveria ficar x; com "
        "alpha maior que 1, ele erra também à esquerda. Decida pelo sinal de x.",
    ),
    en=(
        "The larger of the two",
        "To the right of zero the exponential ends up above the line, and the maximum takes the curve where x should "
        "stay; with alpha above 1 it is wrong on the left as well. Decide by the sign of x.",
    ),
)
def larger_of_the_two(x, alpha=1.0):
    x = np.asarray(x, dtype=float)
    return np.maximum(x, alpha * np.expm1(x))


@wrong(
    "elu",
    pt=(
        "Inteiros truncados",
        "Você guardou a resposta em um array do tipo de x. Se x tem inteiros, a curva à esquerda perde as casas "
        "decimais.",
    ),
    en=(
        "Integers were truncated",
        "You kept the answer in an array of the type of x. Where x holds integers, the curve on the left loses its "
        "decimals.",
    ),
)
def truncated(x, alpha=1.0):
    out = np.array(x)
    out[out < 0] = alpha * np.expm1(out[out < 0])
    return out


@wrong(
    "elu",
    pt=(
        "Funciona só com um número",
        "Com um array, um if comum (ou o max e o min do Python) não tem como escolher: um elemento pode ser positivo e "
        "outro não, e o NumPy reclama. A função precisa decidir elemento por elemento.",
    ),
    en=(
        "Works with a single number only",
        "Given an array, a plain if (or Python's max and min) has no way to choose: one element may be positive and "
        "another not, and NumPy complains. The function has to decide element by element.",
    ),
)
def single_numbers_only(x, alpha=1.0):
    if x > 0:
        return x
    return alpha * np.expm1(x)


@wrong(
    "elu",
    pt=(
        "Escreveu por cima de x",
        "Os valores estão certos, mas você os escreveu no próprio array que recebeu, e quem chamou perdeu os dados. "
        "np.asarray não garante uma cópia: trabalhe em um array novo.",
    ),
    en=(
        "Wrote over x",
        "The values are right, but you wrote them into the very array that you were given, and the caller has lost the "
        "data. np.asarray does not promise a copy: work in a new array.",
    ),
)
def overwrites_x(x, alpha=1.0):
    out = np.asarray(x, dtype=float)
    left = out < 0
    out[left] = alpha * np.expm1(out[left])
    return out
