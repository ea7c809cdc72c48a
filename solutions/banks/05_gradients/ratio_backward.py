"""Answers to ratio_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("ratio_backward")
def quotient_rule(a, b, c, d, dx):
    s = np.asarray(c, dtype=float) + d
    top = dx / s
    bottom = -(a + b) / s**2 * dx
    return top, top, bottom, bottom


@right("ratio_backward")
def with_the_other_gates(a, b, c, d, dx):
    p, s = a + b, np.asarray(c, dtype=float) + d
    dp, dr = mul_backward(p, 1 / s, dx)
    ds = reciprocal_backward(s, dr)
    da, db = add_backward(a, b, dp)
    dc, dd = add_backward(c, d, ds)
    return da, db, dc, dd


@right("ratio_backward")
def from_the_output(a, b, c, d, dx):
    s = np.asarray(c, dtype=float) + d
    x = (a + b) / s
    return dx / s, dx / s, -x * dx / s, -x * dx / s


@right("ratio_backward")
def reciprocal_first(a, b, c, d, dx):
    r = 1 / (np.asarray(c, dtype=float) + d)
    return dx * r, dx * r, -dx * (a + b) * r * r, -dx * (a + b) * r * r


@right("ratio_backward")
def single_precision(a, b, c, d, dx):
    a, b, c, d, dx = (
        np.asarray(a, dtype=np.float32),
        np.asarray(b, dtype=np.float32),
        np.asarray(c, dtype=np.float32),
        np.asarray(d, dtype=np.float32),
        np.asarray(dx, dtype=np.float32),
    )
    s = c + d
    return dx / s, dx / s, -(a + b) / (s * s) * dx, -(a + b) / (s * s) * dx


@wrong(
    "ratio_backward",
    erratum="E9",
    pt=(
        "Faltou o menos embaixo",
        "Quando s = c + d cresce, 1/s diminui: a inclinação em relação a c e a d leva um menos. Os slides A esquecem "
        "o menos de 1/a, da = (1/a²)·dx, também aqui.",
    ),
    en=(
        "The minus below is missing",
        "When s = c + d grows, 1/s falls: the slope with respect to c and d takes a minus. Slides A forget the minus "
        "of 1/a, da = (1/a²)·dx, here too.",
    ),
)
def minus_of_the_slide(a, b, c, d, dx):
    s = np.asarray(c, dtype=float) + d
    return dx / s, dx / s, (a + b) / s**2 * dx, (a + b) / s**2 * dx


@wrong(
    "ratio_backward",
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
    s = np.asarray(c, dtype=float) + d
    return 1 / s, 1 / s, -(a + b) / s**2, -(a + b) / s**2


@wrong(
    "ratio_backward",
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
    s = np.asarray(c, dtype=float) + d
    return -dx / s, -dx / s, (a + b) / s**2 * dx, (a + b) / s**2 * dx


@wrong(
    "ratio_backward",
    pt=(
        "Faltou o quadrado embaixo",
        "O gradiente do divisor cai com o quadrado dele. Você dividiu uma vez só.",
    ),
    en=(
        "The square below is missing",
        "The divisor's gradient falls with its square. You divided once.",
    ),
)
def not_squared(a, b, c, d, dx):
    s = np.asarray(c, dtype=float) + d
    return dx / s, dx / s, -(a + b) / s * dx, -(a + b) / s * dx


@wrong(
    "ratio_backward",
    pt=(
        "Faltou o numerador",
        "A inclinação em relação ao divisor é multiplicada por a + b: se o numerador é zero, mexer embaixo não muda "
        "nada.",
    ),
    en=(
        "The numerator was left out",
        "The slope with respect to the divisor is multiplied by a + b: if the numerator is zero, moving the bottom "
        "changes nothing.",
    ),
)
def numerator_forgotten(a, b, c, d, dx):
    s = np.asarray(c, dtype=float) + d
    return dx / s, dx / s, -dx / s**2, -dx / s**2


@wrong(
    "ratio_backward",
    pt=(
        "Embaixo como em cima",
        "c e d receberam o mesmo que a e b. O divisor entra por 1/s, que tem outra inclinação.",
    ),
    en=(
        "The bottom like the top",
        "c and d received the same as a and b. The divisor goes in through 1/s, which has another slope.",
    ),
)
def bottom_like_top(a, b, c, d, dx):
    s = np.asarray(c, dtype=float) + d
    return dx / s, dx / s, dx / s, dx / s


@wrong(
    "ratio_backward",
    pt=(
        "Multiplicou pelo divisor",
        "Em x, as entradas de cima aparecem divididas por c + d. A inclinação em relação a elas também se divide, e "
        "você multiplicou.",
    ),
    en=(
        "Multiplied by the divisor",
        "In x the inputs on top appear divided by c + d. The slope with respect to them is divided too, and you "
        "multiplied.",
    ),
)
def multiplied_by_the_divisor(a, b, c, d, dx):
    s = np.asarray(c, dtype=float) + d
    return dx * s, dx * s, -(a + b) / s**2 * dx, -(a + b) / s**2 * dx


@wrong(
    "ratio_backward",
    erratum="E14",
    pt=(
        "As somas repartiram o gradiente",
        "Cada soma dividiu o gradiente entre as suas duas entradas. Ela passa o gradiente inteiro a cada uma, ao "
        "contrário do que sugerem os slides B (“distribui igualmente o gradiente”).",
    ),
    en=(
        "The sums shared the gradient",
        "Each sum divided the gradient between its two inputs. It passes the whole gradient to each, unlike what "
        "slides B suggest (“distributes its gradient equally”).",
    ),
)
def shared_by_the_sums(a, b, c, d, dx):
    s = np.asarray(c, dtype=float) + d
    return dx / s / 2, dx / s / 2, -(a + b) / s**2 * dx / 2, -(a + b) / s**2 * dx / 2


@wrong(
    "ratio_backward",
    pt=(
        "Dois quocientes separados",
        "Você derivou a/c + b/d. A divisão é uma só, entre as duas somas.",
    ),
    en=(
        "Two separate quotients",
        "You differentiated a/c + b/d. There is one division, between the two sums.",
    ),
)
def two_quotients(a, b, c, d, dx):
    with np.errstate(all="ignore"):
        a, b, c, d = (np.asarray(v, dtype=float) for v in (a, b, c, d))
        return dx / c, dx / d, -a / c**2 * dx, -b / d**2 * dx
