"""Answers to relu_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("relu_backward")
def where(a, dx):
    return np.where(np.asarray(a) > 0, dx, 0.0)


@right("relu_backward")
def mask(a, dx):
    return (np.asarray(a) > 0) * np.asarray(dx)


@right("relu_backward")
def one_at_zero(a, dx):
    return np.where(np.asarray(a) >= 0, dx, 0.0)


@right("relu_backward")
def half_at_zero(a, dx):
    return np.heaviside(np.asarray(a, dtype=float), 0.5) * dx


@right("relu_backward")
def a_copy_with_zeros(a, dx):
    da = np.array(dx, dtype=float)
    da[np.asarray(a) <= 0] = 0.0
    return da


@right("relu_backward")
def one_by_one(a, dx):
    a, dx = np.asarray(a), np.asarray(dx)
    da = np.zeros(a.shape)
    for i in np.ndindex(a.shape):
        da[i] = dx[i] if a[i] > 0 else 0.0
    return da


@right("relu_backward")
def single_precision(a, dx):
    a, dx = (np.asarray(a, dtype=np.float32), np.asarray(dx, dtype=np.float32))
    return np.where(a > 0, dx, np.float32(0))


@wrong(
    "relu_backward",
    pt=(
        "ReLU do gradiente",
        "Você aplicou a ReLU ao gradiente que chega. O que abre ou fecha a porta é o sinal da entrada a, na ida.",
    ),
    en=(
        "ReLU of the gradient",
        "You applied ReLU to the gradient that arrives. What opens or closes the gate is the sign of the input a, "
        "on the way forward.",
    ),
)
def relu_of_what_arrives(a, dx):
    return np.maximum(0.0, dx)


@wrong(
    "relu_backward",
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
    return np.where(np.asarray(a) > 0, 1.0, 0.0)


@wrong(
    "relu_backward",
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
    return np.maximum(0.0, a)


@wrong(
    "relu_backward",
    pt=(
        "Sempre aberta",
        "O gradiente passou também onde a entrada era negativa. Ali a saída é zero, e mexer na entrada não muda nada.",
    ),
    en=(
        "Always open",
        "The gradient passed where the input was negative, too. There the output is zero, and moving the input "
        "changes nothing.",
    ),
)
def always_open(a, dx):
    return 1.0 * dx


@wrong(
    "relu_backward",
    pt=(
        "Vezes o valor",
        "Onde a porta está aberta a inclinação é 1, e não a.",
    ),
    en=(
        "Times the value",
        "Where the gate is open the slope is 1, not a.",
    ),
)
def times_the_value(a, dx):
    return np.maximum(0.0, a) * dx


@wrong(
    "relu_backward",
    pt=(
        "O lado trocado",
        "O gradiente passou onde a entrada era negativa e parou onde era positiva.",
    ),
    en=(
        "The other side",
        "The gradient passed where the input was negative and stopped where it was positive.",
    ),
)
def the_other_side(a, dx):
    return np.where(np.asarray(a) < 0, dx, 0.0)


@wrong(
    "relu_backward",
    pt=(
        "Mudou o gradiente de quem chamou",
        "Os zeros foram escritos no próprio dx, que pertence a quem chamou. Outra porta pode precisar dele inteiro.",
    ),
    en=(
        "The caller's gradient was changed",
        "The zeros were written into dx itself, which belongs to the caller. Another gate may need it whole.",
    ),
)
def in_place(a, dx):
    if np.ndim(dx) == 0:
        return dx * (a > 0)
    dx[np.asarray(a) <= 0] = 0
    return dx


@wrong(
    "relu_backward",
    pt=(
        "Deixou vazar",
        "À esquerda de zero passou um pouco do gradiente, como na Leaky ReLU. A ReLU fecha de vez.",
    ),
    en=(
        "It leaked",
        "To the left of zero a little of the gradient passed, as in Leaky ReLU. ReLU closes for good.",
    ),
)
def leaky(a, dx):
    return np.where(np.asarray(a) > 0, dx, 0.01 * np.asarray(dx))


@wrong(
    "relu_backward",
    erratum="E5",
    pt=(
        "Sem derivada à esquerda",
        "Para a < 0 você pôs NaN, seguindo os slides A, que dizem que a ReLU não tem derivada para x < 0. Ali a "
        "função é constante, e a derivada de uma constante é 0.",
    ),
    en=(
        "No derivative on the left",
        "For a < 0 you put NaN, following slides A, which say that ReLU has no derivative for x < 0. The function is "
        "constant there, and the derivative of a constant is 0.",
    ),
)
def nan_on_the_left(a, dx):
    return np.where(np.asarray(a) >= 0, dx, np.nan)


@wrong(
    "relu_backward",
    pt=(
        "Só para um número",
        "Um if decide uma vez só, e comparar um array dá uma resposta para cada elemento. Escolha elemento por "
        "elemento.",
    ),
    en=(
        "For a single number only",
        "An if decides only once, and comparing an array gives an answer for each element. Choose element by element.",
    ),
)
def one_number_only(a, dx):
    return dx if a > 0 else 0 * dx
