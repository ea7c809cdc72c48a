"""Answers to leaky_relu: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("leaky_relu")
def larger_of_the_two(x, alpha=0.01):
    return np.maximum(x, alpha * np.asarray(x))


@right("leaky_relu")
def nested_lists(x, alpha=0.01):
    def leaked(v):
        if np.ndim(v):
            return [leaked(u) for u in v]
        return v if v >= 0 else alpha * v

    return leaked(x)


@right("leaky_relu")
def positive_and_negative_part(x, alpha=0.01):
    return np.maximum(x, 0) + alpha * np.minimum(x, 0)


@right("leaky_relu")
def a_relu_on_each_side(x, alpha=0.01):
    return relu(x) - alpha * relu(np.negative(x))


@right("leaky_relu")
def half_sum_and_half_difference(x, alpha=0.01):
    return ((1 + alpha) * x + (1 - alpha) * np.abs(x)) / 2


@right("leaky_relu")
def a_copy_with_its_left_scaled(x, alpha=0.01):
    out = np.array(x, dtype=float)
    out[out < 0] *= alpha
    return out


@right("leaky_relu")
def x_times_its_slope(x, alpha=0.01):
    return x * d_leaky_relu(x, alpha)


@right("leaky_relu")
def single_precision(x, alpha=0.01):
    x = np.asarray(x, dtype=np.float32)
    return np.where(x > 0, x, np.float32(alpha) * x)


@wrong(
    "leaky_relu",
    erratum="E4",
    pt=(
        "A fórmula da ELU com outro nome",
        "Um slide do conjunto A dá esta fórmula, alpha(e^x − 1), para a Leaky ReLU, mas a exponencial é da ELU. O "
        "vazamento da Leaky ReLU é uma reta: à esquerda de zero ela é proporcional a x e nunca satura.",
    ),
    en=(
        "ELU's formula under another name",
        "A slide of deck A gives this formula, alpha(e^x − 1), for Leaky ReLU, but the exponential belongs to ELU. "
        "Leaky ReLU's leak is a straight line: to the left of zero it is proportional to x and never saturates.",
    ),
)
def formula_of_elu(x, alpha=0.01):
    return np.where(np.asarray(x) >= 0, x, alpha * np.expm1(np.minimum(x, 0)))


@wrong(
    "leaky_relu",
    pt=(
        "Sem vazamento",
        "À esquerda de zero a sua função vale 0: é a ReLU comum. A Leaky ReLU deixa passar ali uma fração de x, para "
        "que a unidade nunca pare de aprender.",
    ),
    en=(
        "No leak",
        "To the left of zero your function is 0: that is plain ReLU. Leaky ReLU lets a fraction of x through there, so "
        "that the unit never stops learning.",
    ),
)
def no_leak(x, alpha=0.01):
    return np.maximum(0, x)


@wrong(
    "leaky_relu",
    pt=(
        "O vazamento entrou dos dois lados",
        "Você somou alpha vezes x à ReLU em toda parte. À direita de zero a função é só x; o vazamento existe apenas à "
        "esquerda.",
    ),
    en=(
        "The leak came in on both sides",
        "You added alpha times x to ReLU everywhere. To the right of zero the function is x alone; the leak exists on "
        "the left only.",
    ),
)
def leak_on_both_sides(x, alpha=0.01):
    return np.maximum(0, x) + alpha * np.asarray(x)


@wrong(
    "leaky_relu",
    pt=(
        "alpha não foi usado",
        "A sua inclinação à esquerda é sempre 0,01, seja qual for o alpha da chamada. Esse é só o valor que vale "
        "quando ninguém diz outro.",
    ),
    en=(
        "alpha was not used",
        "Your slope on the left is always 0.01, whatever alpha the call gives. That is just the value for when nobody "
        "says otherwise.",
    ),
)
def fixed_leak(x, alpha=0.01):
    return np.where(np.asarray(x) > 0, x, 0.01 * np.asarray(x))


@wrong(
    "leaky_relu",
    pt=(
        "Outro alpha padrão",
        "Quando a chamada não diz alpha, a sua função usa 0,1. O valor combinado é 0,01, o da assinatura que veio no "
        "notebook.",
    ),
    en=(
        "Another default alpha",
        "When the call does not say alpha, your function uses 0.1. The agreed value is 0.01, the one in the signature "
        "that the notebook came with.",
    ),
)
def another_default(x, alpha=0.1):
    return np.where(np.asarray(x) > 0, x, alpha * np.asarray(x))


@wrong(
    "leaky_relu",
    pt=(
        "alpha = 0 tomado por ausente",
        "Em Python o número 0 conta como falso, e a sua função o trocou por 0,01. alpha = 0 é um valor legítimo: com "
        "ele a função é a ReLU.",
    ),
    en=(
        "alpha = 0 taken for absent",
        "In Python the number 0 counts as false, and your function replaced it by 0.01. alpha = 0 is a legitimate "
        "value: it makes the function ReLU.",
    ),
)
def zero_taken_for_absent(x, alpha=None):
    alpha = alpha or 0.01
    return np.where(np.asarray(x) > 0, x, alpha * np.asarray(x))


@wrong(
    "leaky_relu",
    pt=(
        "A inclinação no lugar do valor",
        "À esquerda de zero você devolveu alpha, que é a inclinação desse trecho. O valor da função ali ainda depende "
        "de x.",
    ),
    en=(
        "The slope in place of the value",
        "To the left of zero you returned alpha, which is the slope of that stretch. The value of the function there "
        "still depends on x.",
    ),
)
def slope_in_place_of_value(x, alpha=0.01):
    return np.where(np.asarray(x) >= 0, x, alpha)


@wrong(
    "leaky_relu",
    pt=(
        "Vazamento com o sinal trocado",
        "Para x negativo a sua função é positiva: o x entrou sem sinal ou com o sinal trocado. O vazamento mantém o "
        "sinal de x, e a função cresce sempre da esquerda para a direita.",
    ),
    en=(
        "The leak has the wrong sign",
        "For negative x your function is positive: x came in without its sign or with the opposite one. The leak keeps "
        "the sign of x, and the function always grows from left to right.",
    ),
)
def leak_upwards(x, alpha=0.01):
    return np.where(np.asarray(x) >= 0, x, alpha * np.abs(x))


@wrong(
    "leaky_relu",
    pt=(
        "Os trechos trocaram de lado",
        "A sua resposta é alpha vezes x à direita de zero e x à esquerda: ramos trocados, ou o menor dos dois no lugar "
        "do maior. Desenhe as duas retas: a Leaky ReLU anda sempre na de cima.",
    ),
    en=(
        "The stretches changed sides",
        "Your answer is alpha times x to the right of zero and x to the left: branches swapped, or the smaller of the "
        "two in place of the larger. Draw the two lines: Leaky ReLU always walks on the upper one.",
    ),
)
def smaller_of_the_two(x, alpha=0.01):
    return np.minimum(x, alpha * np.asarray(x))


@wrong(
    "leaky_relu",
    pt=(
        "Somou alpha em vez de multiplicar",
        "À esquerda de zero você deslocou a reta em alpha, e a função dá um salto em zero. alpha é um fator: ele "
        "deita a reta sem tirá-la da origem.",
    ),
    en=(
        "alpha was added instead of multiplied",
        "To the left of zero you moved the line by alpha, and the function jumps at zero. alpha is a factor: it tilts "
        "the line without taking it away from the origin.",
    ),
)
def alpha_added(x, alpha=0.01):
    return np.where(np.asarray(x) >= 0, x, x + alpha)


@wrong(
    "leaky_relu",
    pt=(
        "alpha usado como limiar",
        "Você mudou de fórmula em x = alpha, e os números entre 0 e alpha encolheram. A quina fica em zero; alpha só "
        "diz quanto passa à esquerda dela.",
    ),
    en=(
        "alpha used as a threshold",
        "You changed formulas at x = alpha, and the numbers between 0 and alpha shrank. The corner is at zero; alpha "
        "only says how much passes to the left of it.",
    ),
)
def alpha_as_threshold(x, alpha=0.01):
    return np.where(np.asarray(x) > alpha, x, alpha * np.asarray(x))


@wrong(
    "leaky_relu",
    pt=(
        "Inteiros truncados",
        "Você guardou a resposta em um array do tipo de x. Se x tem inteiros, as frações que vazam perdem as casas "
        "decimais e quase sempre viram zero.",
    ),
    en=(
        "Integers were truncated",
        "You kept the answer in an array of the type of x. Where x holds integers, the fractions that leak lose their "
        "decimals and nearly always become zero.",
    ),
)
def truncated(x, alpha=0.01):
    x = np.asarray(x)
    out = np.zeros_like(x)
    out[x > 0] = x[x > 0]
    out[x <= 0] = alpha * x[x <= 0]
    return out


@wrong(
    "leaky_relu",
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
def single_numbers_only(x, alpha=0.01):
    if x > 0:
        return x
    return alpha * x


@wrong(
    "leaky_relu",
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
def overwrites_x(x, alpha=0.01):
    out = np.asarray(x, dtype=float)
    out[out < 0] *= alpha
    return out
