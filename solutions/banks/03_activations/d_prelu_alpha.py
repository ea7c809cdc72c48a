"""Answers to d_prelu_alpha: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("d_prelu_alpha")
def where(x, alpha):
    return np.where(np.asarray(x) < 0, x, 0)


@right("d_prelu_alpha")
def nested_lists(x, alpha):
    def slope(v):
        return min(v, 0) if np.ndim(v) == 0 else [slope(u) for u in v]

    return slope(x)


@right("d_prelu_alpha")
def minus_the_relu_of_minus_x(x, alpha):
    return -relu(np.negative(x))


@right("d_prelu_alpha")
def half_of_x_minus_its_size(x, alpha):
    return (x - np.abs(x)) / 2


@right("d_prelu_alpha")
def times_the_mask(x, alpha):
    return x * (np.asarray(x) <= 0)


@right("d_prelu_alpha")
def difference_in_alpha(x, alpha):
    return prelu(x, alpha + 0.5) - prelu(x, alpha - 0.5)


@right("d_prelu_alpha")
def x_without_its_positive_part(x, alpha):
    return x - relu(x)


@right("d_prelu_alpha")
def single_precision(x, alpha):
    return np.minimum(np.asarray(x, dtype=np.float32), np.float32(0))


@wrong(
    "d_prelu_alpha",
    pt=(
        "Derivou em relação a x",
        "Você respondeu quanto a saída muda quando x muda. Agora quem varia é alpha, e x fica parado: ele faz o papel "
        "de coeficiente.",
    ),
    en=(
        "Differentiated with respect to x",
        "You answered how much the output changes when x changes. Now it is alpha that varies, and x stays put: it "
        "plays the part of a coefficient.",
    ),
)
def derivative_by_x(x, alpha):
    return np.where(np.asarray(x) > 0, 1.0, alpha)


@wrong(
    "d_prelu_alpha",
    pt=(
        "alpha no lugar de x",
        "À esquerda de zero você respondeu alpha. No produto de alpha por x, o que sobra ao derivar em alpha é o outro "
        "fator.",
    ),
    en=(
        "alpha in place of x",
        "To the left of zero you answered alpha. In the product of alpha and x, what is left after differentiating "
        "with respect to alpha is the other factor.",
    ),
)
def alpha_on_the_left(x, alpha):
    return np.where(np.asarray(x) < 0, alpha, 0.0)


@wrong(
    "d_prelu_alpha",
    pt=(
        "Só disse onde alpha age",
        "A sua resposta é 1 à esquerda de zero, como se a saída mudasse tanto quanto alpha. Ela muda x vezes isso: um "
        "x duas vezes maior sente alpha duas vezes mais.",
    ),
    en=(
        "Only told where alpha acts",
        "Your answer is 1 to the left of zero, as if the output changed by as much as alpha does. It changes x times "
        "that: an x twice as large feels alpha twice as much.",
    ),
)
def one_on_the_left(x, alpha):
    return np.where(np.asarray(x) < 0, 1.0, 0.0)


@wrong(
    "d_prelu_alpha",
    pt=(
        "x em toda parte",
        "À direita de zero alpha não aparece na fórmula, e mudá-lo não muda nada. A derivada ali é zero.",
    ),
    en=(
        "x everywhere",
        "To the right of zero alpha does not occur in the formula, and changing it changes nothing. The derivative "
        "there is zero.",
    ),
)
def x_everywhere(x, alpha):
    return x * 1.0


@wrong(
    "d_prelu_alpha",
    pt=(
        "Sinal trocado à esquerda",
        "À esquerda de zero você respondeu o valor absoluto de x, ou −x. Ali x é negativo: aumentar alpha puxa a saída "
        "para baixo.",
    ),
    en=(
        "The wrong sign on the left",
        "To the left of zero you answered the absolute value of x, or −x. There x is negative: a larger alpha pulls "
        "the output down.",
    ),
)
def size_of_x(x, alpha):
    return np.where(np.asarray(x) < 0, np.abs(x), 0.0)


@wrong(
    "d_prelu_alpha",
    pt=(
        "x no lado errado",
        "A sua resposta é x à direita de zero e 0 à esquerda. É o contrário: alpha multiplica os números negativos.",
    ),
    en=(
        "x on the wrong side",
        "Your answer is x to the right of zero and 0 to the left. It is the other way round: alpha multiplies the "
        "negative numbers.",
    ),
)
def sides_swapped(x, alpha):
    return np.maximum(x, 0.0)


@wrong(
    "d_prelu_alpha",
    pt=(
        "alpha não saiu da conta",
        "À esquerda de zero você deixou alpha vezes x, que é o valor da função. Ela é proporcional a alpha, e ao "
        "derivar em relação a alpha sobra só o coeficiente.",
    ),
    en=(
        "alpha did not go away",
        "To the left of zero you kept alpha times x, which is the function's value. It is proportional to alpha, and "
        "differentiating with respect to alpha leaves only the coefficient.",
    ),
)
def alpha_times_x(x, alpha):
    return alpha * np.minimum(x, 0.0)


@wrong(
    "d_prelu_alpha",
    pt=(
        "Inclinação 1 à direita",
        "À esquerda está certo, mas à direita você respondeu 1, que é a derivada em relação a x. Desse lado a saída "
        "não depende de alpha.",
    ),
    en=(
        "Slope 1 on the right",
        "The left is correct, but on the right you answered 1, which is the derivative with respect to x. On that side "
        "the output does not depend on alpha.",
    ),
)
def one_on_the_right(x, alpha):
    return np.where(np.asarray(x) > 0, 1.0, x)


@wrong(
    "d_prelu_alpha",
    pt=(
        "Somou todos os elementos",
        "Você devolveu um número só, a soma das derivadas. Ela é útil quando uma camada tem um só alpha, mas aqui "
        "se pede a derivada de cada saída, com o formato de x.",
    ),
    en=(
        "Added up all elements",
        "You returned a single number, the sum of the derivatives. It is useful where a layer shares one alpha, but "
        "here the derivative of every output is asked for, in the shape of x.",
    ),
)
def added_up(x, alpha):
    return np.sum(np.minimum(x, 0.0))


@wrong(
    "d_prelu_alpha",
    pt=(
        "Decidiu pelo sinal da saída",
        "Você olhou se a saída da PReLU é negativa. Com alpha negativo ela é positiva nos dois lados, e com alpha = 0 "
        "vale zero à esquerda: quem decide é o sinal de x.",
    ),
    en=(
        "Decided by the sign of the output",
        "You looked at whether PReLU's output is negative. With a negative alpha it is positive on both sides, and "
        "with alpha = 0 it is zero on the left: it is the sign of x that decides.",
    ),
)
def sign_of_the_output(x, alpha):
    return np.where(np.asarray(prelu(x, alpha)) < 0, x, 0)


@wrong(
    "d_prelu_alpha",
    pt=(
        "Dividiu por alpha",
        "Para tirar alpha da função você dividiu por ele, e com alpha = 0 isso não existe. Em vez disso, derive: à "
        "esquerda de zero alpha é só um fator, e nenhuma divisão é necessária.",
    ),
    en=(
        "Divided by alpha",
        "To get alpha out of the function you divided by it, and with alpha = 0 there is no such thing. Differentiate "
        "instead: to the left of zero alpha is just a factor, and no division is needed.",
    ),
)
def divided_by_alpha(x, alpha):
    with np.errstate(all="ignore"):
        return np.where(np.asarray(x) < 0, np.divide(prelu(x, alpha), alpha), 0.0)


@wrong(
    "d_prelu_alpha",
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
    return x if x < 0 else 0.0


@wrong(
    "d_prelu_alpha",
    pt=(
        "Escreveu por cima de x",
        "Os valores estão certos, mas você zerou os positivos no próprio array que recebeu, e quem chamou perdeu os "
        "dados. np.asarray não garante uma cópia: trabalhe em um array novo.",
    ),
    en=(
        "Wrote over x",
        "The values are right, but you set the positive ones to zero in the very array that you were given, and the "
        "caller has lost the data. np.asarray does not promise a copy: work in a new array.",
    ),
)
def overwrites_x(x, alpha):
    x = np.asarray(x)
    x[x > 0] = 0
    return x
