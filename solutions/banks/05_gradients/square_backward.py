"""Answers to square_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("square_backward")
def twice_a(a, dx):
    return 2 * a * dx


@right("square_backward")
def both_branches(a, dx):
    return a * dx + a * dx


@right("square_backward")
def as_a_product(a, dx):
    da, db = mul_backward(a, a, dx)
    return da + db


@right("square_backward")
def one_by_one(a, dx):
    a, dx = np.asarray(a), np.asarray(dx)
    da = np.zeros(a.shape)
    for i in np.ndindex(a.shape):
        da[i] = 2.0 * a[i] * dx[i]
    return da


@right("square_backward")
def single_precision(a, dx):
    a, dx = (np.asarray(a, dtype=np.float32), np.asarray(dx, dtype=np.float32))
    return np.float32(2) * a * dx


@wrong(
    "square_backward",
    pt=(
        "Só um dos ramos",
        "a entra duas vezes no produto, e você contou uma. Quando um valor é usado em dois lugares, os gradientes "
        "se somam.",
    ),
    en=(
        "One of the branches only",
        "a goes into the product twice, and you counted once. When a value is used in two places its gradients add up.",
    ),
)
def one_branch(a, dx):
    return a * dx


@wrong(
    "square_backward",
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
    return 2 * np.asarray(a)


@wrong(
    "square_backward",
    pt=(
        "Sinal trocado",
        "O gradiente saiu com o sinal oposto, como quem já dá o passo da descida. Aqui só se propaga a inclinação.",
    ),
    en=(
        "Sign flipped",
        "The gradient came out with the opposite sign, as if the step downhill were taken already. Here the slope is "
        "only passed on.",
    ),
)
def sign_flipped(a, dx):
    return -2 * a * dx


@wrong(
    "square_backward",
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
    return a * a


@wrong(
    "square_backward",
    pt=(
        "O quadrado do gradiente",
        "Você elevou ao quadrado o gradiente que chega. Ele entra uma vez só, multiplicado pela inclinação.",
    ),
    en=(
        "The square of the gradient",
        "You squared the gradient that arrives. It goes in just once, multiplied by the slope.",
    ),
)
def square_of_what_arrives(a, dx):
    return 2 * a * dx**2


@wrong(
    "square_backward",
    pt=(
        "O expoente não diminuiu",
        "O 2 desceu multiplicando, mas o expoente ficou como estava. Na derivada da potência ele também diminui de 1.",
    ),
    en=(
        "The exponent was not lowered",
        "The 2 came down as a factor, but the exponent stayed. In the derivative of a power it also falls by 1.",
    ),
)
def power_not_lowered(a, dx):
    return 2 * a**2 * dx


@wrong(
    "square_backward",
    pt=(
        "Inclinação constante",
        "A inclinação do quadrado não é 2 em todo lugar: ela cresce com a.",
    ),
    en=(
        "A constant slope",
        "The slope of the square is not 2 everywhere: it grows with a.",
    ),
)
def constant_slope(a, dx):
    return 2 * dx


@wrong(
    "square_backward",
    pt=(
        "Sem o sinal de a",
        "À esquerda de zero o quadrado desce, e a inclinação é negativa. Você perdeu o sinal.",
    ),
    en=(
        "Without the sign of a",
        "To the left of zero the square goes down, and the slope is negative. You lost the sign.",
    ),
)
def absolute(a, dx):
    return 2 * np.abs(a) * dx
