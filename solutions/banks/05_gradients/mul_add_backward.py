"""Answers to mul_add_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("mul_add_backward")
def through_the_sum_first(a, b, c, dx):
    return b * dx, a * dx, dx


@right("mul_add_backward")
def with_the_other_gates(a, b, c, dx):
    dq, dc = add_backward(a * b, c, dx)
    da, db = mul_backward(a, b, dq)
    return da, db, dc


@right("mul_add_backward")
def with_numpy(a, b, c, dx):
    return np.multiply(b, dx), np.multiply(a, dx), np.multiply(1.0, dx)


@right("mul_add_backward")
def one_by_one(a, b, c, dx):
    a, b, dx = np.asarray(a), np.asarray(b), np.asarray(dx)
    da, db, dc = np.zeros(a.shape), np.zeros(a.shape), np.zeros(a.shape)
    for i in np.ndindex(a.shape):
        da[i], db[i], dc[i] = b[i] * dx[i], a[i] * dx[i], dx[i]
    return da, db, dc


@right("mul_add_backward")
def single_precision(a, b, c, dx):
    a, b, dx = (np.asarray(a, dtype=np.float32), np.asarray(b, dtype=np.float32), np.asarray(dx, dtype=np.float32))
    return b * dx, a * dx, dx


@wrong(
    "mul_add_backward",
    pt=(
        "Cada fator recebe o próprio valor",
        "No produto a·b, a inclinação em relação a um fator é o outro. Você usou o valor do próprio fator.",
    ),
    en=(
        "Each factor gets its own value",
        "In the product a·b the slope with respect to one factor is the other. You used the factor's own value.",
    ),
)
def own_factor(a, b, c, dx):
    return a * dx, b * dx, dx


@wrong(
    "mul_add_backward",
    pt=(
        "c recebeu o próprio valor",
        "c entra numa soma, e a inclinação ali é 1. O valor dele não importa.",
    ),
    en=(
        "c received its own value",
        "c goes into a sum, where the slope is 1. Its value does not matter.",
    ),
)
def c_times_itself(a, b, c, dx):
    return b * dx, a * dx, c * dx


@wrong(
    "mul_add_backward",
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
    return b, a, np.ones(np.shape(dx))


@wrong(
    "mul_add_backward",
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
    return -b * dx, -a * dx, -dx


@wrong(
    "mul_add_backward",
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
    x = a * b + c
    return x, x, x


@wrong(
    "mul_add_backward",
    erratum="E14",
    pt=(
        "A soma repartiu o gradiente",
        "A porta da soma mandou metade para o produto e metade para c. Ela passa o gradiente inteiro a cada uma das "
        "entradas, ao contrário do que sugerem os slides B (“distribui igualmente o gradiente”).",
    ),
    en=(
        "The sum shared the gradient",
        "The addition gate sent half to the product and half to c. It passes the whole gradient to each of its "
        "inputs, unlike what slides B suggest (“distributes its gradient equally”).",
    ),
)
def shared(a, b, c, dx):
    return b * dx / 2, a * dx / 2, dx / 2


@wrong(
    "mul_add_backward",
    pt=(
        "Todas como soma",
        "As três entradas receberam dx, mas a e b passam antes por uma multiplicação.",
    ),
    en=(
        "All as in a sum",
        "All three inputs received dx, but a and b go through a multiplication first.",
    ),
)
def only_sums(a, b, c, dx):
    return dx, dx, dx


@wrong(
    "mul_add_backward",
    pt=(
        "c ficou sem gradiente",
        "c não é uma constante: a saída muda tanto quanto ele.",
    ),
    en=(
        "c got no gradient",
        "c is no constant: the output changes as much as it does.",
    ),
)
def c_forgotten(a, b, c, dx):
    return b * dx, a * dx, 0 * dx


@wrong(
    "mul_add_backward",
    pt=(
        "c entrou no produto",
        "Você derivou a·(b + c). Na expressão, c é somado depois do produto.",
    ),
    en=(
        "c went into the product",
        "You differentiated a·(b + c). In the expression c is added after the product.",
    ),
)
def c_in_the_product(a, b, c, dx):
    return (b + c) * dx, a * dx, a * dx
