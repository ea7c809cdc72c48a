"""Answers to sum_of_squares_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("sum_of_squares_backward")
def twice_each(a, b, c, dx):
    return 2 * a * dx, 2 * b * dx, 2 * c * dx


@right("sum_of_squares_backward")
def with_the_other_gates(a, b, c, dx):
    dp, dq, dr = add3_backward(a * a, b * b, c * c, dx)
    return square_backward(a, dp), square_backward(b, dq), square_backward(c, dr)


@right("sum_of_squares_backward")
def both_branches(a, b, c, dx):
    return tuple(v * dx + v * dx for v in (a, b, c))


@right("sum_of_squares_backward")
def all_at_once(a, b, c, dx):
    return tuple(2.0 * np.stack([np.asarray(a), np.asarray(b), np.asarray(c)]) * dx)


@right("sum_of_squares_backward")
def single_precision(a, b, c, dx):
    a, b, c, dx = (
        np.asarray(a, dtype=np.float32),
        np.asarray(b, dtype=np.float32),
        np.asarray(c, dtype=np.float32),
        np.asarray(dx, dtype=np.float32),
    )
    return np.float32(2) * a * dx, np.float32(2) * b * dx, np.float32(2) * c * dx


@wrong(
    "sum_of_squares_backward",
    pt=(
        "Faltou o 2",
        "Em cada quadrado a entrada aparece duas vezes, e você contou uma.",
    ),
    en=(
        "The 2 is missing",
        "In each square the input appears twice, and you counted once.",
    ),
)
def one_branch(a, b, c, dx):
    return a * dx, b * dx, c * dx


@wrong(
    "sum_of_squares_backward",
    pt=(
        "Só as inclinações locais",
        "Você devolveu as derivadas da porta e deixou de fora o gradiente que chega. A regra da cadeia multiplica "
        "as duas coisas.",
    ),
    en=(
        "The local slopes only",
        "You returned the gate's own derivatives and left out the gradient that arrives. The chain rule multiplies "
        "the two.",
    ),
)
def local_slopes_only(a, b, c, dx):
    return 2 * np.asarray(a), 2 * np.asarray(b), 2 * np.asarray(c)


@wrong(
    "sum_of_squares_backward",
    pt=(
        "Sinal trocado",
        "Todos os gradientes saíram com o sinal oposto, como quem já dá o passo da descida. Aqui só se propaga a "
        "inclinação.",
    ),
    en=(
        "Sign flipped",
        "All gradients came out with the opposite sign, as if the step downhill were taken already. Here the slope "
        "is only passed on.",
    ),
)
def sign_flipped(a, b, c, dx):
    return -2 * a * dx, -2 * b * dx, -2 * c * dx


@wrong(
    "sum_of_squares_backward",
    pt=(
        "O valor da porta, não o gradiente",
        "Você calculou a saída da porta a partir das entradas. Na volta, o que se calcula é quanto cada entrada "
        "muda a saída, vezes o que chega.",
    ),
    en=(
        "The gate's value, not its gradient",
        "You computed the gate's output from its inputs. On the way back what is computed is how much each input "
        "changes the output, times what arrives.",
    ),
)
def forwards(a, b, c, dx):
    x = a**2 + b**2 + c**2
    return x, x, x


@wrong(
    "sum_of_squares_backward",
    pt=(
        "Quadrado da soma",
        "Você derivou (a + b + c)², em que todas as entradas recebem o mesmo. Aqui cada uma é elevada ao quadrado "
        "antes da soma.",
    ),
    en=(
        "Square of the sum",
        "You differentiated (a + b + c)², where all inputs receive the same. Here each one is squared before adding.",
    ),
)
def square_of_the_sum(a, b, c, dx):
    d = 2 * (a + b + c) * dx
    return d, d, d


@wrong(
    "sum_of_squares_backward",
    erratum="E14",
    pt=(
        "A soma repartiu o gradiente",
        "A soma de três parcelas passou um terço a cada uma. Cada parcela recebe o gradiente inteiro, ao contrário do "
        "que sugerem os slides B (“distribui igualmente o gradiente”).",
    ),
    en=(
        "The sum shared the gradient",
        "The sum of three terms passed a third to each. Each term receives the whole gradient, unlike what slides B "
        "suggest (“distributes its gradient equally”).",
    ),
)
def shared(a, b, c, dx):
    return 2 * a * dx / 3, 2 * b * dx / 3, 2 * c * dx / 3


@wrong(
    "sum_of_squares_backward",
    pt=(
        "Passou adiante, como a soma",
        "As entradas receberam dx sem mudança: faltou passar pelos quadrados.",
    ),
    en=(
        "Passed on, as a sum does",
        "The inputs received dx unchanged: the squares were left out.",
    ),
)
def passed_on(a, b, c, dx):
    return dx, dx, dx


@wrong(
    "sum_of_squares_backward",
    pt=(
        "Gradiente da norma",
        "Dividir pela raiz da soma dá o gradiente do comprimento, não o da soma dos quadrados.",
    ),
    en=(
        "Gradient of the norm",
        "Dividing by the root of the sum gives the gradient of the length, not that of the sum of squares.",
    ),
)
def root(a, b, c, dx):
    with np.errstate(all="ignore"):
        n = np.sqrt(np.asarray(a, dtype=float) ** 2 + np.asarray(b, dtype=float) ** 2 + np.asarray(c, dtype=float) ** 2)
        return a / n * dx, b / n * dx, c / n * dx
