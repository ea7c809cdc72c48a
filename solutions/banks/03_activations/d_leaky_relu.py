"""Answers to d_leaky_relu: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("d_leaky_relu")
def one_at_zero(x, alpha=0.01):
    return np.where(np.asarray(x) >= 0, 1.0, alpha)


@right("d_leaky_relu")
def alpha_at_zero(x, alpha=0.01):
    return np.where(np.asarray(x) > 0, 1, alpha)


@right("d_leaky_relu")
def halfway_at_zero(x, alpha=0.01):
    return alpha + (1 - alpha) * np.heaviside(x, 0.5)


@right("d_leaky_relu")
def nested_lists(x, alpha=0.01):
    def slope(v):
        if np.ndim(v):
            return [slope(u) for u in v]
        return 1 if v >= 0 else alpha

    return slope(x)


@right("d_leaky_relu")
def a_mixture_of_relus(x, alpha=0.01):
    return d_relu(x) + alpha * (1 - d_relu(x))


@right("d_leaky_relu")
def one_by_one(x, alpha=0.01):
    slope = np.ones(np.shape(x))
    for place, value in np.ndenumerate(x):
        if value < 0:
            slope[place] = alpha
    return slope


@right("d_leaky_relu")
def single_precision(x, alpha=0.01):
    return np.where(np.asarray(x) > 0, np.float32(1), np.float32(alpha))


@wrong(
    "d_leaky_relu",
    erratum="E4",
    pt=(
        "Derivou a fórmula da ELU",
        "Um slide do conjunto A dá à Leaky ReLU a fórmula da ELU, alpha(e^x − 1), e esta exponencial é a derivada "
        "dessa fórmula. O vazamento da Leaky ReLU é uma reta, e a inclinação de uma reta é a mesma em todos os pontos.",
    ),
    en=(
        "Differentiated ELU's formula",
        "A slide of deck A gives Leaky ReLU the formula of ELU, alpha(e^x − 1), and this exponential is the "
        "derivative of that formula. Leaky ReLU's leak is a straight line, and the slope of a line is the same at all "
        "points.",
    ),
)
def derivative_of_elu(x, alpha=0.01):
    return np.where(np.asarray(x) >= 0, 1.0, alpha * np.exp(np.minimum(x, 0)))


@wrong(
    "d_leaky_relu",
    pt=(
        "Derivada da ReLU",
        "À esquerda de zero você respondeu 0, a inclinação da ReLU comum. A Leaky ReLU existe justamente para que essa "
        "inclinação não seja zero.",
    ),
    en=(
        "ReLU's derivative",
        "To the left of zero you answered 0, the slope of plain ReLU. Leaky ReLU exists precisely so that this slope "
        "is not zero.",
    ),
)
def derivative_of_relu(x, alpha=0.01):
    return np.where(np.asarray(x) > 0, 1.0, 0.0)


@wrong(
    "d_leaky_relu",
    pt=(
        "Zero exatamente na quina",
        "Em x = 0 nenhum dos seus dois casos se aplica, e a resposta fica 0. Ali serve qualquer inclinação entre as "
        "dos dois lados, e 0 só é uma delas quando alpha é 0.",
    ),
    en=(
        "Zero right at the corner",
        "At x = 0 neither of your two cases applies, and the answer stays 0. Any slope between those of the two sides "
        "will do there, and 0 is one of them only when alpha is 0.",
    ),
)
def zero_at_the_corner(x, alpha=0.01):
    x = np.asarray(x)
    return 1.0 * (x > 0) + alpha * (x < 0)


@wrong(
    "d_leaky_relu",
    pt=(
        "As duas inclinações somadas na quina",
        "Em x = 0 os seus dois casos se aplicam ao mesmo tempo, e a resposta é 1 + alpha. Escolha um lado: qualquer "
        "valor entre as duas inclinações serve, a soma não.",
    ),
    en=(
        "Both slopes added up at the corner",
        "At x = 0 both of your cases apply at once, and the answer is 1 + alpha. Choose a side: any value between the "
        "two slopes will do, their sum will not.",
    ),
)
def both_sides_at_the_corner(x, alpha=0.01):
    x = np.asarray(x)
    return 1.0 * (x >= 0) + alpha * (x <= 0)


@wrong(
    "d_leaky_relu",
    pt=(
        "NaN em x = 0",
        "Longe de zero a inclinação está certa, mas em x = 0 a resposta é NaN, como a da função dividida por x: zero "
        "sobre zero. A derivada se decide pelo lado em que x está, sem divisão; em x = 0, escolha um dos lados.",
    ),
    en=(
        "NaN at x = 0",
        "Away from zero the slope is right, but at x = 0 the answer is NaN, like that of the function over x: zero "
        "over zero. The derivative is decided by the side that x is on, with no division; at x = 0, choose one of the "
        "sides.",
    ),
)
def function_over_x(x, alpha=0.01):
    x = np.asarray(x, dtype=float)
    return np.maximum(x, alpha * x) / x


@wrong(
    "d_leaky_relu",
    pt=(
        "A função no lugar da derivada",
        "Você devolveu a própria Leaky ReLU. A inclinação não depende do tamanho de x, só do lado em que ele está.",
    ),
    en=(
        "The function in place of its derivative",
        "You returned Leaky ReLU itself. The slope does not depend on the size of x, only on the side that it is on.",
    ),
)
def the_function_itself(x, alpha=0.01):
    return np.maximum(x, alpha * np.asarray(x))


@wrong(
    "d_leaky_relu",
    pt=(
        "Sobrou um x à esquerda",
        "À direita a inclinação está certa, mas à esquerda você deixou alpha vezes x, que é o valor da função. Ao "
        "derivar uma reta, o x desaparece dos dois lados.",
    ),
    en=(
        "An x was left over on the left",
        "On the right the slope is correct, but on the left you kept alpha times x, which is the function's value. "
        "Differentiating a line makes x go away, on either side.",
    ),
)
def x_left_over(x, alpha=0.01):
    return np.where(np.asarray(x) >= 0, 1.0, alpha * np.asarray(x))


@wrong(
    "d_leaky_relu",
    pt=(
        "Inclinação negativa à esquerda",
        "À esquerda de zero você respondeu −alpha. Ali x é negativo, mas a função cresce também desse lado, só que "
        "devagar: a inclinação é positiva.",
    ),
    en=(
        "A negative slope on the left",
        "To the left of zero you answered −alpha. There x is negative, but the function grows on that side too, only "
        "slowly: its slope is positive.",
    ),
)
def minus_alpha(x, alpha=0.01):
    return np.where(np.asarray(x) >= 0, 1.0, -alpha)


@wrong(
    "d_leaky_relu",
    pt=(
        "Lados trocados",
        "A sua inclinação é alpha onde x é positivo e 1 onde é negativo. Confira qual lado da desigualdade corresponde "
        "a cada trecho.",
    ),
    en=(
        "Sides swapped",
        "Your slope is alpha where x is positive and 1 where it is negative. See which side of the inequality goes "
        "with which stretch.",
    ),
)
def sides_swapped(x, alpha=0.01):
    return np.where(np.asarray(x) > 0, alpha, 1.0)


@wrong(
    "d_leaky_relu",
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
    return np.where(np.asarray(x) > 0, 1.0, 0.01)


@wrong(
    "d_leaky_relu",
    pt=(
        "O vazamento entrou dos dois lados",
        "À direita de zero a sua inclinação é 1 + alpha. Nesse lado a função é só x; o vazamento existe apenas à "
        "esquerda.",
    ),
    en=(
        "The leak came in on both sides",
        "To the right of zero your slope is 1 + alpha. On that side the function is x alone; the leak exists on the "
        "left only.",
    ),
)
def leak_on_both_sides(x, alpha=0.01):
    return (np.asarray(x) > 0) + alpha


@wrong(
    "d_leaky_relu",
    pt=(
        "Inteiros truncados",
        "Você guardou as inclinações em um array do tipo de x. Se x tem inteiros, alpha perde as casas decimais e vira "
        "zero.",
    ),
    en=(
        "Integers were truncated",
        "You kept the slopes in an array of the type of x. Where x holds integers, alpha loses its decimals and "
        "becomes zero.",
    ),
)
def truncated(x, alpha=0.01):
    x = np.asarray(x)
    slope = np.ones_like(x)
    slope[x < 0] = alpha
    return slope


@wrong(
    "d_leaky_relu",
    pt=(
        "Outro alpha padrão",
        "Quando a chamada não diz alpha, a sua função usa 0,1. O valor combinado é 0,01, o mesmo da leaky_relu: as "
        "duas precisam falar da mesma função.",
    ),
    en=(
        "Another default alpha",
        "When the call does not say alpha, your function uses 0.1. The agreed value is 0.01, the same as in "
        "leaky_relu: both have to speak of the same function.",
    ),
)
def another_default(x, alpha=0.1):
    return np.where(np.asarray(x) > 0, 1.0, alpha)


@wrong(
    "d_leaky_relu",
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
def overwrites_x(x, alpha=0.01):
    slope = np.asarray(x, dtype=float)
    left = slope < 0
    slope[left] = alpha
    slope[~left] = 1.0
    return slope
