"""Answers to prelu: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("prelu")
def where(x, alpha):
    return np.where(np.asarray(x) < 0, alpha * np.asarray(x), x)


@right("prelu")
def positive_and_negative_part(x, alpha):
    return np.maximum(x, 0) + alpha * np.minimum(x, 0)


@right("prelu")
def nested_lists(x, alpha):
    def leaked(v):
        if np.ndim(v):
            return [leaked(u) for u in v]
        return v if v > 0 else alpha * v

    return leaked(x)


@right("prelu")
def relu_of_both_signs(x, alpha):
    return relu(x) - alpha * relu(np.negative(x))


@right("prelu")
def a_copy_with_its_left_scaled(x, alpha):
    out = np.array(x, dtype=float)
    out[out < 0] *= alpha
    return out


@right("prelu")
def x_minus_what_is_lost(x, alpha):
    return x - (1 - alpha) * np.minimum(x, 0.0)


@right("prelu")
def larger_or_smaller_as_alpha_says(x, alpha):
    scaled = alpha * np.asarray(x)
    return np.maximum(x, scaled) if alpha <= 1 else np.minimum(x, scaled)


@right("prelu")
def single_precision(x, alpha):
    x = np.asarray(x, dtype=np.float32)
    return np.where(x > 0, x, np.float32(alpha) * x)


@wrong(
    "prelu",
    pt=(
        "O maior dos dois só serve para alpha até 1",
        "O máximo entre x e alpha vezes x funciona na Leaky ReLU, onde alpha é menor que 1. Na PReLU alpha é aprendido "
        "e pode passar de 1, e aí as duas retas trocam de ordem: decida pelo sinal de x.",
    ),
    en=(
        "The larger of the two is for alpha up to 1 only",
        "The maximum of x and alpha times x works for Leaky ReLU, where alpha is below 1. In PReLU alpha is learned "
        "and may exceed 1, and then the two lines change their order: decide by the sign of x.",
    ),
)
def larger_of_the_two(x, alpha):
    return np.maximum(x, alpha * np.asarray(x))


@wrong(
    "prelu",
    pt=(
        "Cortou alpha vezes x, e não x",
        "Você tomou o mínimo entre 0 e alpha vezes x, o que só está certo se alpha não é negativo. Com alpha negativo, "
        "alpha vezes x é negativo à direita de zero: o mínimo o deixa entrar ali e o apaga à esquerda. Quem separa os "
        "lados é o sinal de x.",
    ),
    en=(
        "alpha times x was cut, and not x",
        "You took the minimum of 0 and alpha times x, which is right only if alpha is not negative. With a negative "
        "alpha, alpha times x is negative to the right of zero: the minimum lets it in there and wipes it out on the "
        "left. It is the sign of x that separates the sides.",
    ),
)
def minimum_after_scaling(x, alpha):
    return np.maximum(0, x) + np.minimum(0, alpha * np.asarray(x))


@wrong(
    "prelu",
    pt=(
        "alpha sem sinal",
        "Você usou o valor absoluto de alpha. Como parâmetro aprendido, alpha pode ficar negativo, e então a saída é "
        "positiva à esquerda de zero.",
    ),
    en=(
        "alpha without its sign",
        "You used the absolute value of alpha. Being a parameter that is learned, alpha may become negative, and then "
        "the output is positive to the left of zero.",
    ),
)
def size_of_alpha(x, alpha):
    return np.where(np.asarray(x) > 0, x, abs(alpha) * np.asarray(x))


@wrong(
    "prelu",
    pt=(
        "alpha preso entre 0 e 1",
        "Você limitou alpha ao intervalo de 0 a 1. Essa é uma regra da Leaky ReLU; na PReLU quem escolhe alpha é o "
        "treino, e todo número é permitido.",
    ),
    en=(
        "alpha held between 0 and 1",
        "You limited alpha to the interval from 0 to 1. That is a rule of Leaky ReLU; in PReLU it is training that "
        "chooses alpha, and every number is allowed.",
    ),
)
def alpha_clipped(x, alpha):
    return np.where(np.asarray(x) > 0, x, np.clip(alpha, 0, 1) * np.asarray(x))


@wrong(
    "prelu",
    pt=(
        "alpha não foi usado",
        "A sua inclinação à esquerda é sempre 0,01, a da Leaky ReLU. Na PReLU o alpha da chamada é quem manda: é ele "
        "que a rede aprende.",
    ),
    en=(
        "alpha was not used",
        "Your slope on the left is always 0.01, that of Leaky ReLU. In PReLU the alpha of the call decides: it is what "
        "the network learns.",
    ),
)
def fixed_leak(x, alpha):
    return np.where(np.asarray(x) > 0, x, 0.01 * np.asarray(x))


@wrong(
    "prelu",
    pt=(
        "A fórmula da ELU",
        "À esquerda de zero você usou uma exponencial, que satura. Na PReLU esse lado é uma reta pela origem, com "
        "inclinação alpha.",
    ),
    en=(
        "ELU's formula",
        "To the left of zero you used an exponential, which saturates. In PReLU that side is a line through the "
        "origin, with slope alpha.",
    ),
)
def formula_of_elu(x, alpha):
    return np.where(np.asarray(x) > 0, x, alpha * np.expm1(np.minimum(x, 0)))


@wrong(
    "prelu",
    pt=(
        "O vazamento entrou dos dois lados",
        "Você somou alpha vezes x à ReLU em toda parte. À direita de zero a função é só x; alpha age apenas à "
        "esquerda.",
    ),
    en=(
        "The leak came in on both sides",
        "You added alpha times x to ReLU everywhere. To the right of zero the function is x alone; alpha acts on the "
        "left only.",
    ),
)
def leak_on_both_sides(x, alpha):
    return np.maximum(0, x) + alpha * np.asarray(x)


@wrong(
    "prelu",
    pt=(
        "alpha multiplica o lado errado",
        "Você multiplicou por alpha os x positivos e deixou passar os negativos. É o contrário: o lado positivo passa "
        "inteiro.",
    ),
    en=(
        "alpha multiplies the wrong side",
        "You multiplied the positive x by alpha and let the negative ones through. It is the other way round: the "
        "positive side passes whole.",
    ),
)
def sides_swapped(x, alpha):
    return np.where(np.asarray(x) > 0, alpha * np.asarray(x), x)


@wrong(
    "prelu",
    pt=(
        "Vazamento com o sinal trocado",
        "À esquerda de zero a sua resposta tem o sinal contrário: alpha multiplicou o valor absoluto de x, ou −x. O "
        "fator é o próprio x, que ali é negativo.",
    ),
    en=(
        "The leak has the wrong sign",
        "To the left of zero your answer has the opposite sign: alpha multiplied the absolute value of x, or −x. The "
        "factor is x itself, which is negative there.",
    ),
)
def leak_upwards(x, alpha):
    return np.where(np.asarray(x) > 0, x, alpha * np.abs(x))


@wrong(
    "prelu",
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
def slope_in_place_of_value(x, alpha):
    return np.where(np.asarray(x) >= 0, x, alpha)


@wrong(
    "prelu",
    pt=(
        "Inteiros truncados",
        "Você guardou a resposta em um array do tipo de x. Se x tem inteiros, alpha vezes x perde as casas decimais.",
    ),
    en=(
        "Integers were truncated",
        "You kept the answer in an array of the type of x. Where x holds integers, alpha times x loses its decimals.",
    ),
)
def truncated(x, alpha):
    x = np.asarray(x)
    out = np.empty_like(x)
    out[x > 0] = x[x > 0]
    out[x <= 0] = alpha * x[x <= 0]
    return out


@wrong(
    "prelu",
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
def single_numbers_only(x, alpha):
    return x if x > 0 else alpha * x


@wrong(
    "prelu",
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
def overwrites_x(x, alpha):
    out = np.asarray(x, dtype=float)
    out[out < 0] *= alpha
    return out
