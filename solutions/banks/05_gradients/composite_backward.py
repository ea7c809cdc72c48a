"""Answers to composite_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("composite_backward")
def gate_by_gate(a, b, c, d, dx):
    q = a * b + c
    s = q * d
    ds = 2 * s * dx
    dq, dd = d * ds, q * ds
    return b * dq, a * dq, dq, dd


@right("composite_backward")
def with_the_other_gates(a, b, c, d, dx):
    q = a * b + c
    ds = square_backward(q * d, dx)
    dq, dd = mul_backward(q, d, ds)
    da, db, dc = mul_add_backward(a, b, c, dq)
    return da, db, dc, dd


@right("composite_backward")
def in_closed_form(a, b, c, d, dx):
    q = a * b + c
    return 2 * q * d**2 * b * dx, 2 * q * d**2 * a * dx, 2 * q * d**2 * dx, 2 * q**2 * d * dx


@right("composite_backward")
def both_branches_of_the_square(a, b, c, d, dx):
    s = (a * b + c) * d
    ds = s * dx + s * dx
    return b * d * ds, a * d * ds, d * ds, (a * b + c) * ds


@right("composite_backward")
def single_precision(a, b, c, d, dx):
    a, b, c, d, dx = (
        np.asarray(a, dtype=np.float32),
        np.asarray(b, dtype=np.float32),
        np.asarray(c, dtype=np.float32),
        np.asarray(d, dtype=np.float32),
        np.asarray(dx, dtype=np.float32),
    )
    q = a * b + c
    ds = np.float32(2) * q * d * dx
    return b * d * ds, a * d * ds, d * ds, q * ds


@wrong(
    "composite_backward",
    pt=(
        "Faltou o 2 do quadrado",
        "No quadrado o valor entra duas vezes, e o gradiente que volta dobra.",
    ),
    en=(
        "The 2 of the square is missing",
        "In the square the value goes in twice, and the gradient that comes back doubles.",
    ),
)
def one_branch(a, b, c, d, dx):
    q = a * b + c
    ds = q * d * dx
    return b * d * ds, a * d * ds, d * ds, q * ds


@wrong(
    "composite_backward",
    pt=(
        "Faltou passar por d",
        "O gradiente volta pela multiplicação por d antes de chegar a a, b e c. Nessa porta ele é multiplicado pelo "
        "outro fator, que é d.",
    ),
    en=(
        "d was left out on the way",
        "The gradient comes back through the multiplication by d before it reaches a, b and c. At that gate it is "
        "multiplied by the other factor, which is d.",
    ),
)
def d_forgotten(a, b, c, d, dx):
    q = a * b + c
    ds = 2 * q * d * dx
    return b * ds, a * ds, ds, q * ds


@wrong(
    "composite_backward",
    pt=(
        "Faltou o gradiente que chega",
        "Você devolveu as derivadas de x em relação a cada entrada e deixou de fora o gradiente que chega. A regra da "
        "cadeia multiplica as duas coisas.",
    ),
    en=(
        "The gradient that arrives is missing",
        "You returned the derivatives of x with respect to each input and left out the gradient that arrives. The "
        "chain rule multiplies the two.",
    ),
)
def local_slopes_only(a, b, c, d, dx):
    q = a * b + c
    ds = 2 * q * d
    return b * d * ds, a * d * ds, d * ds, q * ds


@wrong(
    "composite_backward",
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
def sign_flipped(a, b, c, d, dx):
    q = a * b + c
    ds = -2 * q * d * dx
    return b * d * ds, a * d * ds, d * ds, q * ds


@wrong(
    "composite_backward",
    pt=(
        "a e b não foram trocados",
        "No produto a·b, cada fator recebe o outro. Você deu a cada um o seu próprio valor.",
    ),
    en=(
        "a and b were not swapped",
        "In the product a·b each factor receives the other. You gave each its own value.",
    ),
)
def own_factor(a, b, c, d, dx):
    q = a * b + c
    ds = 2 * q * d * dx
    return a * d * ds, b * d * ds, d * ds, q * ds


@wrong(
    "composite_backward",
    pt=(
        "dd recebeu d",
        "No produto (a·b + c)·d, d recebe o outro fator. Você usou o próprio d.",
    ),
    en=(
        "dd received d",
        "In the product (a·b + c)·d, d receives the other factor. You used d itself.",
    ),
)
def dd_with_d(a, b, c, d, dx):
    q = a * b + c
    ds = 2 * q * d * dx
    return b * d * ds, a * d * ds, d * ds, d * ds


@wrong(
    "composite_backward",
    pt=(
        "Não passou pelo quadrado",
        "O gradiente voltou como se a saída fosse (a·b + c)·d, sem o quadrado.",
    ),
    en=(
        "The square was left out",
        "The gradient came back as if the output were (a·b + c)·d, without the square.",
    ),
)
def square_of_the_slope(a, b, c, d, dx):
    q = a * b + c
    return b * d * dx, a * d * dx, d * dx, q * dx


@wrong(
    "composite_backward",
    pt=(
        "c ficou fora de q",
        "Na volta, cada porta usa os valores que entraram nela na ida. O que entra no produto por d é a·b + c, e você "
        "usou só a·b.",
    ),
    en=(
        "c was left out of q",
        "On the way back each gate uses the values that went into it on the way forward. What goes into the product "
        "with d is a·b + c, and you used a·b alone.",
    ),
)
def c_left_out(a, b, c, d, dx):
    q = a * b
    ds = 2 * q * d * dx
    return b * d * ds, a * d * ds, d * ds, q * ds


@wrong(
    "composite_backward",
    erratum="E14",
    pt=(
        "A soma repartiu o gradiente",
        "A porta a·b + c mandou metade para cada lado. A soma passa o gradiente inteiro a cada entrada, ao contrário "
        "do que sugerem os slides B (“distribui igualmente o gradiente”).",
    ),
    en=(
        "The sum shared the gradient",
        "The gate a·b + c sent half to each side. A sum passes the whole gradient to each input, unlike what slides B "
        "suggest (“distributes its gradient equally”).",
    ),
)
def shared_by_the_sum(a, b, c, d, dx):
    q = a * b + c
    ds = 2 * q * d * dx
    dq = d * ds
    return b * dq / 2, a * dq / 2, dq / 2, q * ds
