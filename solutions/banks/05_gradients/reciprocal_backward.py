"""Answers to reciprocal_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("reciprocal_backward")
def minus_one_over_the_square(a, dx):
    return -dx / np.square(np.asarray(a, dtype=float))


@right("reciprocal_backward")
def from_the_output(a, dx):
    x = 1 / np.asarray(a, dtype=float)
    return -x * x * dx


@right("reciprocal_backward")
def as_a_power(a, dx):
    return -1.0 * np.asarray(a, dtype=float) ** -2 * dx


@right("reciprocal_backward")
def one_by_one(a, dx):
    a, dx = np.asarray(a), np.asarray(dx)
    da = np.zeros(a.shape)
    for i in np.ndindex(a.shape):
        da[i] = -dx[i] / a[i] / a[i]
    return da


@right("reciprocal_backward")
def single_precision(a, dx):
    a, dx = (np.asarray(a, dtype=np.float32), np.asarray(dx, dtype=np.float32))
    return -dx / (a * a)


@wrong(
    "reciprocal_backward",
    erratum="E9",
    pt=(
        "Faltou o menos",
        "Quando a cresce, 1/a diminui: a inclinação é negativa. Os slides A escrevem a fórmula sem o menos, da = "
        "(1/a²)·dx.",
    ),
    en=(
        "The minus is missing",
        "As a grows, 1/a falls: the slope is negative. Slides A write the formula without the minus, da = (1/a²)·dx.",
    ),
)
def minus_of_the_slide(a, dx):
    return dx / np.square(np.asarray(a, dtype=float))


@wrong(
    "reciprocal_backward",
    pt=(
        "Só a inclinação local",
        "Você devolveu a derivada da porta e deixou de fora o gradiente que chega. A regra da cadeia multiplica as "
        "duas coisas.",
    ),
    en=(
        "The local slope only",
        "You returned the gate's own derivative and left out the gradient that arrives. The chain rule multiplies the "
        "two.",
    ),
)
def local_slopes_only(a, dx):
    return -1 / np.square(np.asarray(a, dtype=float))


@wrong(
    "reciprocal_backward",
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
def forwards(a, dx):
    return 1 / np.asarray(a, dtype=float)


@wrong(
    "reciprocal_backward",
    pt=(
        "Faltou o quadrado",
        "A inclinação de 1/a cai com o quadrado de a. Você dividiu por a uma vez só.",
    ),
    en=(
        "The square is missing",
        "The slope of 1/a falls with the square of a. You divided by a once.",
    ),
)
def not_squared(a, dx):
    return -dx / np.asarray(a, dtype=float)


@wrong(
    "reciprocal_backward",
    pt=(
        "O logaritmo",
        "1/a é a derivada do logaritmo, e não o contrário: a pergunta aqui é a derivada de 1/a.",
    ),
    en=(
        "The logarithm",
        "1/a is the derivative of the logarithm, not the other way round: what is asked here is the derivative of 1/a.",
    ),
)
def logarithm(a, dx):
    return np.log(np.abs(np.asarray(a, dtype=float))) * dx


@wrong(
    "reciprocal_backward",
    pt=(
        "Multiplicou pelo quadrado",
        "O quadrado de a fica embaixo. Você multiplicou por ele, e a inclinação cresceu onde devia sumir.",
    ),
    en=(
        "Multiplied by the square",
        "The square of a goes below. You multiplied by it, and the slope grew where it should vanish.",
    ),
)
def multiplied(a, dx):
    return -np.square(np.asarray(a, dtype=float)) * dx


@wrong(
    "reciprocal_backward",
    pt=(
        "Dividiu o gradiente por a",
        "A porta divide 1 por a, e você dividiu dx por a. Na volta, dx é multiplicado pela inclinação de 1/a, que é "
        "outra coisa.",
    ),
    en=(
        "Divided the gradient by a",
        "The gate divides 1 by a, and you divided dx by a. On the way back dx is multiplied by the slope of 1/a, which "
        "is something else.",
    ),
)
def quotient_of_gradients(a, dx):
    return dx / np.asarray(a, dtype=float)


@wrong(
    "reciprocal_backward",
    pt=(
        "O gradiente também foi ao quadrado",
        "Só a entrada aparece ao quadrado. O gradiente que chega entra uma vez só, como fator.",
    ),
    en=(
        "The gradient was squared too",
        "Only the input appears squared. The gradient that arrives goes in just once, as a factor.",
    ),
)
def square_of_what_arrives(a, dx):
    return -np.square(dx) / np.square(np.asarray(a, dtype=float))
