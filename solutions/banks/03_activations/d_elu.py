"""Answers to d_elu: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("d_elu")
def output_plus_alpha(x, alpha=1.0):
    return np.where(np.asarray(x) >= 0, 1.0, elu(x, alpha) + alpha)


@right("d_elu")
def alpha_at_zero(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, 1.0, alpha * np.exp(-np.abs(x)))


@right("d_elu")
def halfway_at_zero(x, alpha=1.0):
    step = np.heaviside(x, 0.5)
    return step + (1 - step) * alpha * np.exp(np.minimum(x, 0.0))


@right("d_elu")
def warnings_silenced(x, alpha=1.0):
    x = np.asarray(x, dtype=float)
    with np.errstate(over="ignore"):
        return np.where(x > 0, 1.0, alpha * np.exp(x))


@right("d_elu")
def nested_lists(x, alpha=1.0):
    import math

    def slope(v):
        if np.ndim(v):
            return [slope(u) for u in v]
        return 1 if v >= 0 else alpha * math.exp(v)

    return slope(x)


@right("d_elu")
def ones_bent_on_the_left(x, alpha=1.0):
    x = np.asarray(x, dtype=float)
    slope = np.ones(x.shape)
    left = x < 0
    slope[left] = alpha * np.exp(x[left])
    return slope


@right("d_elu")
def single_precision(x, alpha=1.0):
    x = np.asarray(x, dtype=np.float32)
    return np.where(x > 0, np.float32(1), np.float32(alpha) * np.exp(np.minimum(x, np.float32(0))))


@right("d_elu")
def with_a_clipped_exponent(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, 1.0, alpha * np.exp(np.clip(x, -28, 0)))


@wrong(
    "d_elu",
    erratum="E4",
    pt=(
        "Derivada da Leaky ReLU",
        "Um slide do conjunto A escreve a fórmula da ELU, alpha(e^x − 1), e, ao lado, alpha como derivada. Essa é a "
        "inclinação de uma reta; a exponencial da ELU vai ficando plana conforme x se afasta de zero.",
    ),
    en=(
        "Leaky ReLU's derivative",
        "A slide of deck A writes ELU's formula, alpha(e^x − 1), and, next to it, alpha as the derivative. That is "
        "the slope of a line; ELU's exponential flattens out as x moves away from zero.",
    ),
)
def derivative_of_leaky(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, 1.0, alpha)


@wrong(
    "d_elu",
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
    return np.where(np.asarray(x) > 0, 1.0, alpha * np.exp(x))


@wrong(
    "d_elu",
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
    return (x > 0) + alpha * np.exp(x) * (x <= 0)


@wrong(
    "d_elu",
    pt=(
        "alpha não foi usado",
        "A sua inclinação à esquerda é a de alpha = 1. O fator que multiplica a exponencial na função continua lá "
        "depois de derivar.",
    ),
    en=(
        "alpha was not used",
        "Your slope on the left is the one for alpha = 1. The factor that multiplies the exponential in the function "
        "is still there after differentiating.",
    ),
)
def alpha_forgotten(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, 1.0, np.exp(np.minimum(x, 0)))


@wrong(
    "d_elu",
    pt=(
        "Somou 1 em vez de alpha",
        "À esquerda de zero você devolveu f(x) + 1. Com alpha = 1 dá certo por acaso; o que falta à ELU para virar a "
        "própria derivada é alpha.",
    ),
    en=(
        "Added 1 instead of alpha",
        "To the left of zero you returned f(x) + 1. With alpha = 1 it happens to be right; what ELU lacks to become "
        "its own derivative is alpha.",
    ),
)
def output_plus_one(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, 1.0, elu(x, alpha) + 1)


@wrong(
    "d_elu",
    pt=(
        "O −1 sobrou ao derivar",
        "À esquerda de zero você devolveu a própria ELU, que ali é negativa. O −1 da fórmula é uma constante e some ao "
        "derivar: sobra só a exponencial, com o seu fator.",
    ),
    en=(
        "The −1 was left in",
        "To the left of zero you returned ELU itself, which is negative there. The −1 of the formula is a constant and "
        "goes away when differentiated: only the exponential is left, with its factor.",
    ),
)
def the_function_on_the_left(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, 1.0, alpha * np.expm1(np.minimum(x, 0)))


@wrong(
    "d_elu",
    pt=(
        "x tomado pela saída",
        "A fórmula f(x) + alpha pede a saída da função, e você somou alpha à entrada. Aqui o argumento é x: aplique "
        "antes a ELU, ou derive direto em x.",
    ),
    en=(
        "x taken for the output",
        "The formula f(x) + alpha asks for the function's output, and you added alpha to the input. The argument here "
        "is x: apply ELU first, or differentiate in x directly.",
    ),
)
def input_taken_for_output(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, 1.0, np.asarray(x) + alpha)


@wrong(
    "d_elu",
    pt=(
        "Exponencial também à direita",
        "Você usou a exponencial em toda parte. À direita de zero a ELU é a reta y = x, cuja inclinação é 1.",
    ),
    en=(
        "The exponential on the right as well",
        "You used the exponential everywhere. To the right of zero ELU is the line y = x, whose slope is 1.",
    ),
)
def exponential_everywhere(x, alpha=1.0):
    with np.errstate(over="ignore"):
        return alpha * np.exp(x)


@wrong(
    "d_elu",
    pt=(
        "Regra da potência na exponencial",
        "Você desceu o expoente, como se faz com x². Em e^x a variável está no expoente, e a derivada da exponencial é "
        "ela mesma.",
    ),
    en=(
        "Power rule on the exponential",
        "You brought the exponent down, as one does with x². In e^x the variable is in the exponent, and the "
        "exponential is its own derivative.",
    ),
)
def power_rule(x, alpha=1.0):
    left = np.minimum(x, 0)
    return np.where(np.asarray(x) > 0, 1.0, alpha * left * np.exp(left - 1))


@wrong(
    "d_elu",
    pt=(
        "Derivada da ReLU",
        "À esquerda de zero você respondeu 0. A ELU não é plana ali: ela sobe de −alpha até 0, e a inclinação é "
        "positiva.",
    ),
    en=(
        "ReLU's derivative",
        "To the left of zero you answered 0. ELU is not flat there: it rises from −alpha to 0, and its slope is "
        "positive.",
    ),
)
def derivative_of_relu(x, alpha=1.0):
    return np.where(np.asarray(x) > 0, 1.0, 0.0)


@wrong(
    "d_elu",
    pt=(
        "A função no lugar da derivada",
        "Você devolveu a própria ELU, dos dois lados. À direita ela cresce sem parar, mas a inclinação da reta é "
        "sempre 1.",
    ),
    en=(
        "The function in place of its derivative",
        "You returned ELU itself, on both sides. On the right it grows and grows, but the slope of the line is always "
        "1.",
    ),
)
def the_function_itself(x, alpha=1.0):
    return elu(x, alpha)


@wrong(
    "d_elu",
    pt=(
        "Os dois lados somados em zero",
        "Em x = 0 os seus dois casos se aplicam ao mesmo tempo, e a resposta é 1 + alpha. Qualquer valor entre as "
        "inclinações dos dois lados serve; a soma fica fora.",
    ),
    en=(
        "Both sides added up at zero",
        "At x = 0 both of your cases apply at once, and the answer is 1 + alpha. Any value between the slopes of the "
        "two sides will do; their sum lies outside.",
    ),
)
def both_sides_at_zero(x, alpha=1.0):
    x = np.asarray(x)
    return (x >= 0) + alpha * np.exp(np.minimum(x, 0)) * (x <= 0)


@wrong(
    "d_elu",
    pt=(
        "Zero em x = 0",
        "Em x = 0 nenhum dos seus dois casos se aplica, e a resposta fica 0. Ali serve qualquer inclinação entre alpha "
        "e 1, e 0 só é uma delas quando alpha é 0.",
    ),
    en=(
        "Zero at x = 0",
        "At x = 0 neither of your two cases applies, and the answer stays 0. Any slope between alpha and 1 will do "
        "there, and 0 is one of them only when alpha is 0.",
    ),
)
def zero_at_zero(x, alpha=1.0):
    x = np.asarray(x)
    return (x > 0) + alpha * np.exp(np.minimum(x, 0)) * (x < 0)


@wrong(
    "d_elu",
    pt=(
        "Inteiros truncados",
        "Você guardou as inclinações em um array do tipo de x. Se x tem inteiros, as da esquerda perdem as casas "
        "decimais.",
    ),
    en=(
        "Integers were truncated",
        "You kept the slopes in an array of the type of x. Where x holds integers, those on the left lose their "
        "decimals.",
    ),
)
def truncated(x, alpha=1.0):
    x = np.asarray(x)
    slope = np.ones_like(x)
    slope[x < 0] = alpha * np.exp(x[x < 0])
    return slope


@wrong(
    "d_elu",
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
def overwrites_x(x, alpha=1.0):
    slope = np.asarray(x, dtype=float)
    left = slope < 0
    slope[left] = alpha * np.exp(slope[left])
    slope[~left] = 1.0
    return slope
