"""Answers to central_difference: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("central_difference")
def half_the_rise(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / 2 / h


@right("central_difference")
def mean_of_both_sides(f, x, h=1e-5):
    forward = (f(x + h) - f(x)) / h
    backward = (f(x) - f(x - h)) / h
    return (forward + backward) / 2


@right("central_difference")
def from_the_forward_one(f, x, h=1e-5):
    return numerical_derivative(f, x - h, 2 * h)


@right("central_difference")
def distance_as_it_is_stored(f, x, h=1e-5):
    left, right = x - h, x + h
    return np.array((f(right) - f(left)) / (right - left))


@right("central_difference")
def weights_and_values(f, x, h=1e-5):
    values = np.array([float(f(x + k * h)) for k in (-1, 0, 1)])
    return values @ np.array([-0.5, 0.0, 0.5]) / h


@wrong(
    "central_difference",
    pt=(
        "Diferença para a frente",
        "Você mediu só de x a x + h, como em numerical_derivative. A diferença central anda um passo para cada lado.",
    ),
    en=(
        "Forward difference",
        "You measured only from x to x + h, as numerical_derivative does. The central difference takes a step to "
        "each side.",
    ),
)
def forward_instead(f, x, h=1e-5):
    return (f(x + h) - f(x)) / h


@wrong(
    "central_difference",
    pt=(
        "Dividiu só por h",
        "De x − h a x + h a distância é 2h, e você dividiu por h. O resultado sai dobrado.",
    ),
    en=(
        "Divided by h only",
        "From x − h to x + h the distance is 2h, and you divided by h. The result is twice what it should be.",
    ),
)
def divided_by_h(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / h


@wrong(
    "central_difference",
    pt=(
        "Multiplicou por h",
        "O h multiplica em vez de dividir: em / 2 * h as contas vão da esquerda para a direita. O 2h inteiro fica "
        "embaixo do traço da fração.",
    ),
    en=(
        "Multiplied by h",
        "Here h multiplies instead of dividing: in / 2 * h the operations go from left to right. The whole 2h "
        "goes below the fraction bar.",
    ),
)
def multiplied_by_h(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / 2 * h


@wrong(
    "central_difference",
    pt=(
        "Passo para trás",
        "Você comparou f(x) com o ponto de trás. Falta o outro lado: é a simetria que faz a medida melhorar.",
    ),
    en=(
        "A step backward",
        "You compared f(x) with the point behind it. The other side is missing: it is the symmetry that makes the"
        " measurement better.",
    ),
)
def backward(f, x, h=1e-5):
    return (f(x) - f(x - h)) / h


@wrong(
    "central_difference",
    pt=(
        "Meio passo para cada lado",
        "Você andou h/2 para cada lado. É uma diferença central, mas com outro h: quem chama disse até onde ir.",
    ),
    en=(
        "Half a step to each side",
        "You moved h/2 to each side. That is a central difference, but with another h: the caller said how far to go.",
    ),
)
def half_steps(f, x, h=1e-5):
    return (f(x + h / 2) - f(x - h / 2)) / h


@wrong(
    "central_difference",
    pt=(
        "Sinal trocado",
        "Você subtraiu o ponto da direita do da esquerda, e a derivada sai com o sinal oposto. Uma função que "
        "cresce tem derivada positiva.",
    ),
    en=(
        "Sign swapped",
        "You subtracted the point on the right from that on the left, and the derivative comes out with the "
        "opposite sign. A function that grows has a positive derivative.",
    ),
)
def left_minus_right(f, x, h=1e-5):
    return (f(x - h) - f(x + h)) / (2 * h)


@wrong(
    "central_difference",
    pt=(
        "Faltaram parênteses",
        "Sem parênteses em volta da diferença, só o segundo valor é dividido por 2h. A divisão vem antes da subtração.",
    ),
    en=(
        "Parentheses are missing",
        "Without parentheses around the difference only the second value is divided by 2h. Division comes before "
        "subtraction.",
    ),
)
def missing_parentheses(f, x, h=1e-5):
    return f(x + h) - f(x - h) / (2 * h)


@wrong(
    "central_difference",
    pt=(
        "Soma em vez de diferença",
        "Você somou os dois valores. Derivada é mudança: o que interessa é quanto um difere do outro.",
    ),
    en=(
        "A sum instead of a difference",
        "You added the two values. A derivative is a change: what matters is how much one differs from the other.",
    ),
)
def sum_of_both_sides(f, x, h=1e-5):
    return (f(x + h) + f(x - h)) / (2 * h)


@wrong(
    "central_difference",
    pt=(
        "Segunda derivada",
        "Essa fórmula, com f(x) duas vezes no meio, mede a curvatura. A inclinação só precisa dos dois extremos.",
    ),
    en=(
        "Second derivative",
        "This formula, with f(x) twice in the middle, measures the curvature. The slope needs only the two ends.",
    ),
)
def curvature(f, x, h=1e-5):
    return (f(x + h) - 2 * f(x) + f(x - h)) / h**2


@wrong(
    "central_difference",
    pt=(
        "O h recebido é ignorado",
        "A sua função usa sempre 1e-5. Quem chama pode pedir outro passo, e 1e-5 é só o valor quando ninguém pede.",
    ),
    en=(
        "The given h is ignored",
        "Your function always uses 1e-5. The caller may ask for another step, and 1e-5 is only the value when "
        "nobody does.",
    ),
)
def given_h_ignored(f, x, h=1e-5):
    h = 1e-5
    return (f(x + h) - f(x - h)) / (2 * h)


@wrong(
    "central_difference",
    pt=(
        "Outro h quando não se diz nenhum",
        "A fórmula está certa, mas sem o terceiro argumento a sua função usa um passo de 0,01. O combinado na "
        "assinatura é 1e-5.",
    ),
    en=(
        "Another h when none is given",
        "The formula is right, but without the third argument your function uses a step of 0.01. The signature "
        "says 1e-5.",
    ),
)
def another_default(f, x, h=1e-2):
    return (f(x + h) - f(x - h)) / (2 * h)
