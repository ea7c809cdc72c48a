"""Answers to d_prelu: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("d_prelu")
def one_at_zero(x, alpha):
    return np.where(np.asarray(x) >= 0, 1.0, alpha)


@right("d_prelu")
def alpha_at_zero(x, alpha):
    return np.where(np.asarray(x) > 0, 1, alpha)


@right("d_prelu")
def halfway_at_zero(x, alpha):
    return (1 + alpha) / 2 + (1 - alpha) / 2 * np.sign(x)


@right("d_prelu")
def nested_lists(x, alpha):
    def slope(v):
        if np.ndim(v):
            return [slope(u) for u in v]
        return 1 if v > 0 else alpha

    return slope(x)


@right("d_prelu")
def a_mixture_of_relus(x, alpha):
    step = d_relu(x)
    return step + alpha * (1.0 - step)


@right("d_prelu")
def one_by_one(x, alpha):
    slope = np.full(np.shape(x), float(alpha))
    for place, value in np.ndenumerate(x):
        if value >= 0:
            slope[place] = 1
    return slope


@right("d_prelu")
def single_precision(x, alpha):
    return np.where(np.asarray(x) > 0, np.float32(1), np.float32(alpha))


@wrong(
    "d_prelu",
    pt=(
        "Decidiu pelo sinal da saída",
        "Você olhou se a saída da PReLU é positiva. Com alpha negativo ela é positiva também à esquerda de zero: quem "
        "decide é o sinal de x, e não o de f(x).",
    ),
    en=(
        "Decided by the sign of the output",
        "You looked at whether PReLU's output is positive. With a negative alpha it is positive to the left of zero as "
        "well: it is the sign of x that decides, not that of f(x).",
    ),
)
def sign_of_the_output(x, alpha):
    return np.where(np.asarray(prelu(x, alpha)) > 0, 1.0, alpha)


@wrong(
    "d_prelu",
    pt=(
        "Derivada do maior dos dois",
        "Você comparou x com alpha vezes x. Se alpha passa de 1, as duas retas trocam de ordem e os lados se invertem; "
        "o que decide é o sinal de x.",
    ),
    en=(
        "Derivative of the larger of the two",
        "You compared x with alpha times x. Once alpha is above 1 the two lines change their order and the sides are "
        "swapped; what decides is the sign of x.",
    ),
)
def derivative_of_the_larger(x, alpha):
    x = np.asarray(x)
    return np.where(x >= alpha * x, 1.0, alpha)


@wrong(
    "d_prelu",
    pt=(
        "Derivou em relação a alpha",
        "Você respondeu quanto a saída muda quando alpha muda. Aqui a pergunta é quanto ela muda quando x muda; a "
        "outra derivada tem a sua própria função.",
    ),
    en=(
        "Differentiated with respect to alpha",
        "You answered how much the output changes when alpha changes. The question here is how much it changes when x "
        "changes; the other derivative has a function of its own.",
    ),
)
def derivative_by_alpha(x, alpha):
    return np.minimum(x, 0.0)


@wrong(
    "d_prelu",
    pt=(
        "Derivada da ReLU",
        "À esquerda de zero você respondeu 0, a inclinação da ReLU comum. Na PReLU esse lado é uma reta com a "
        "inclinação que a rede aprendeu.",
    ),
    en=(
        "ReLU's derivative",
        "To the left of zero you answered 0, the slope of plain ReLU. In PReLU that side is a line with the slope that "
        "the network has learned.",
    ),
)
def derivative_of_relu(x, alpha):
    return np.where(np.asarray(x) > 0, 1.0, 0.0)


@wrong(
    "d_prelu",
    pt=(
        "alpha não foi usado",
        "A sua inclinação à esquerda é sempre 0,01, a da Leaky ReLU. Na PReLU ela é o alpha da chamada.",
    ),
    en=(
        "alpha was not used",
        "Your slope on the left is always 0.01, that of Leaky ReLU. In PReLU it is the alpha of the call.",
    ),
)
def fixed_leak(x, alpha):
    return np.where(np.asarray(x) > 0, 1.0, 0.01)


@wrong(
    "d_prelu",
    pt=(
        "Zero exatamente na quina",
        "Em x = 0 nenhum dos seus dois casos se aplica, e a resposta fica 0. Ali serve qualquer inclinação entre alpha "
        "e 1, e quando alpha é positivo o 0 não está entre elas.",
    ),
    en=(
        "Zero right at the corner",
        "At x = 0 neither of your two cases applies, and the answer stays 0. Any slope between alpha and 1 will do "
        "there, and when alpha is positive 0 is not among them.",
    ),
)
def zero_at_the_corner(x, alpha):
    x = np.asarray(x)
    return 1.0 * (x > 0) + alpha * (x < 0)


@wrong(
    "d_prelu",
    pt=(
        "As duas inclinações somadas na quina",
        "Em x = 0 os seus dois casos se aplicam ao mesmo tempo, e a resposta é 1 + alpha. Qualquer valor entre as duas "
        "inclinações serve; quando alpha é positivo, a soma fica fora.",
    ),
    en=(
        "Both slopes added up at the corner",
        "At x = 0 both of your cases apply at once, and the answer is 1 + alpha. Any value between the two slopes will "
        "do; when alpha is positive, their sum lies outside.",
    ),
)
def both_sides_at_the_corner(x, alpha):
    x = np.asarray(x)
    return 1.0 * (x >= 0) + alpha * (x <= 0)


@wrong(
    "d_prelu",
    pt=(
        "A função no lugar da derivada",
        "Você devolveu a própria PReLU. A inclinação não depende do tamanho de x, só do lado em que ele está.",
    ),
    en=(
        "The function in place of its derivative",
        "You returned PReLU itself. The slope does not depend on the size of x, only on the side that it is on.",
    ),
)
def the_function_itself(x, alpha):
    return prelu(x, alpha)


@wrong(
    "d_prelu",
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
def sides_swapped(x, alpha):
    return np.where(np.asarray(x) > 0, alpha, 1.0)


@wrong(
    "d_prelu",
    pt=(
        "alpha sem sinal",
        "Você usou o valor absoluto de alpha. Se alpha é negativo, à esquerda de zero a saída diminui conforme x "
        "cresce, e a inclinação também é negativa.",
    ),
    en=(
        "alpha without its sign",
        "You used the absolute value of alpha. If alpha is negative, then to the left of zero the output falls as x "
        "grows, and the slope is negative too.",
    ),
)
def size_of_alpha(x, alpha):
    return np.where(np.asarray(x) >= 0, 1.0, abs(alpha))


@wrong(
    "d_prelu",
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
def x_left_over(x, alpha):
    return np.where(np.asarray(x) >= 0, 1.0, alpha * np.asarray(x))


@wrong(
    "d_prelu",
    pt=(
        "Inteiros truncados",
        "Você guardou as inclinações em um array do tipo de x. Se x tem inteiros, alpha perde as casas decimais.",
    ),
    en=(
        "Integers were truncated",
        "You kept the slopes in an array of the type of x. Where x holds integers, alpha loses its decimals.",
    ),
)
def truncated(x, alpha):
    x = np.asarray(x)
    slope = np.ones_like(x)
    slope[x < 0] = alpha
    return slope


@wrong(
    "d_prelu",
    pt=(
        "Um número para o array inteiro",
        "Você respondeu uma só inclinação, alpha se há algum elemento negativo. Cada elemento tem a sua, e a resposta "
        "tem o formato de x.",
    ),
    en=(
        "One number for the whole array",
        "You answered a single slope, alpha if any element is negative. Each element has its own, and the answer has "
        "the shape of x.",
    ),
)
def one_decision_for_all(x, alpha):
    return alpha if np.any(np.asarray(x) < 0) else 1.0


@wrong(
    "d_prelu",
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
def overwrites_x(x, alpha):
    slope = np.asarray(x, dtype=float)
    left = slope < 0
    slope[left] = alpha
    slope[~left] = 1.0
    return slope
