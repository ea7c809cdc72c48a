"""Answers to mul_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("mul_backward")
def the_other_factor(a, b, dx):
    return b * dx, a * dx


@right("mul_backward")
def with_numpy(a, b, dx):
    return np.multiply(dx, b), np.multiply(dx, a)


@right("mul_backward")
def one_by_one(a, b, dx):
    a, b, dx = np.asarray(a), np.asarray(b), np.asarray(dx)
    da, db = np.zeros(a.shape), np.zeros(a.shape)
    for i in np.ndindex(a.shape):
        da[i], db[i] = b[i] * dx[i], a[i] * dx[i]
    return da, db


@right("mul_backward")
def from_the_logarithm_of_two_squares(a, b, dx):
    return ((np.asarray(a) + b) - a) * dx, ((np.asarray(a) + b) - b) * dx


@right("mul_backward")
def single_precision(a, b, dx):
    a, b, dx = (np.asarray(a, dtype=np.float32), np.asarray(b, dtype=np.float32), np.asarray(dx, dtype=np.float32))
    return b * dx, a * dx


@right("mul_backward")
def as_one_array(a, b, dx):
    return np.stack([np.multiply(b, dx), np.multiply(a, dx)])


@wrong(
    "mul_backward",
    pt=(
        "Cada fator recebe o próprio valor",
        "A inclinação do produto em relação a um fator é o outro fator: se b é grande, mexer em a pesa muito. Você "
        "usou o valor do próprio fator.",
    ),
    en=(
        "Each factor gets its own value",
        "The slope of the product with respect to one factor is the other factor: if b is large, moving a weighs a "
        "lot. You used the factor's own value.",
    ),
)
def own_factor(a, b, dx):
    return a * dx, b * dx


@wrong(
    "mul_backward",
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
def local_slopes_only(a, b, dx):
    return b, a


@wrong(
    "mul_backward",
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
def sign_flipped(a, b, dx):
    return -b * dx, -a * dx


@wrong(
    "mul_backward",
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
def forwards(a, b, dx):
    return a * b, a * b


@wrong(
    "mul_backward",
    pt=(
        "O produto inteiro para os dois",
        "Cada fator recebeu a·b·dx. Ao derivar em relação a um fator, é ele que sai do produto.",
    ),
    en=(
        "The whole product to both",
        "Each factor received a·b·dx. When you differentiate by a factor, that factor leaves the product.",
    ),
)
def product_to_both(a, b, dx):
    return a * b * dx, a * b * dx


@wrong(
    "mul_backward",
    pt=(
        "Passou adiante, como a soma",
        "Os dois fatores receberam dx sem mudança. Isso é da porta da soma; a da multiplicação troca os valores.",
    ),
    en=(
        "Passed on, as a sum does",
        "Both factors received dx unchanged. That is the addition gate; the multiplication gate swaps the values.",
    ),
)
def passed_on(a, b, dx):
    return dx, dx


@wrong(
    "mul_backward",
    pt=(
        "Só um foi trocado",
        "O primeiro gradiente está certo, e o segundo repete o mesmo fator.",
    ),
    en=(
        "Only one was swapped",
        "The first gradient is right, and the second repeats the same factor.",
    ),
)
def one_swapped_only(a, b, dx):
    return b * dx, b * dx


@wrong(
    "mul_backward",
    pt=(
        "Metade para cada um",
        "Cada fator recebeu metade do seu gradiente. As inclinações não se repartem entre as entradas.",
    ),
    en=(
        "Half for each",
        "Each factor received half of its gradient. Slopes are not shared out among the inputs.",
    ),
)
def halved(a, b, dx):
    return b * dx / 2, a * dx / 2


@wrong(
    "mul_backward",
    pt=(
        "Dividiu pelo outro fator",
        "Dividir desfaz o produto, e a derivada não é a operação inversa. O que se procura é quanto o produto muda "
        "quando um fator muda.",
    ),
    en=(
        "Divided by the other factor",
        "Dividing undoes the product, and the derivative is not the inverse operation. What is asked is how much the "
        "product changes when one factor does.",
    ),
)
def divided(a, b, dx):
    with np.errstate(all="ignore"):
        return np.divide(dx, b), np.divide(dx, a)
