"""Answers to dropout_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("dropout_backward")
def named_product(dY, mask):
    return np.multiply(mask, dY)


@right("dropout_backward")
def plain_loops(dY, mask):
    return [[factor * slope for factor, slope in zip(factors, slopes)] for factors, slopes in zip(mask, dY)]


@right("dropout_backward")
def single_precision(dY, mask):
    return np.asarray(dY, dtype=np.float32) * np.asarray(mask, dtype=np.float32)


@right("dropout_backward")
def zero_where_dropped(dY, mask):
    return np.where(mask == 0, 0.0, dY * mask)


@right("dropout_backward")
def in_a_copy(dY, mask):
    dX = np.array(dY, dtype=float)
    dX *= mask
    return dX


@right("dropout_backward")
def elementwise_einsum(dY, mask):
    return np.einsum("ij,ij->ij", dY, mask)


@wrong(
    "dropout_backward",
    pt=(
        "A máscara ficou de fora",
        "O gradiente passou inteiro, também por onde o número foi apagado. O que não chegou à saída não influiu no "
        "custo, e não recebe gradiente.",
    ),
    en=(
        "The mask was left out",
        "The gradient passed in full, also where the number was dropped. What did not reach the output had no "
        "influence on the cost, and receives no gradient.",
    ),
)
def passes_everything(dY, mask):
    return dY


@wrong(
    "dropout_backward",
    pt=(
        "Faltou o fator",
        "O gradiente foi apagado nos lugares certos, mas onde passa ele precisa do mesmo fator que X levou na ida. "
        "O fator está na máscara.",
    ),
    en=(
        "The factor is missing",
        "The gradient was dropped in the right places, but where it passes it needs the same factor that X was "
        "given on the way there. The factor is in the mask.",
    ),
)
def without_the_factor(dY, mask):
    return dY * (mask > 0)


@wrong(
    "dropout_backward",
    pt=(
        "O fator entrou duas vezes",
        "Você aplicou a máscara duas vezes. Os zeros não notam, mas o que passa fica grande demais.",
    ),
    en=(
        "The factor came in twice",
        "You applied the mask twice. The zeros do not notice, but what passes becomes too large.",
    ),
)
def factor_squared(dY, mask):
    return dY * mask * mask


@wrong(
    "dropout_backward",
    pt=(
        "Dividiu pela máscara",
        "O gradiente foi dividido onde devia ser multiplicado, e onde a máscara é zero a conta explode. A derivada "
        "de X·M em relação a X é o próprio M.",
    ),
    en=(
        "Divided by the mask",
        "The gradient was divided where it should be multiplied, and where the mask is zero the result blows up. "
        "The derivative of X·M in X is M itself.",
    ),
)
def divided_by_the_mask(dY, mask):
    return dY / mask


@wrong(
    "dropout_backward",
    pt=(
        "Desfez o fator",
        "Onde o número ficou, você dividiu pelo fator da máscara, como quem desfaz a ida. A volta não desfaz nada: "
        "ela multiplica pela mesma derivada, que é o fator.",
    ),
    en=(
        "Undid the factor",
        "Where the number stayed you divided by the mask's factor, as if to undo the way there. The way back undoes "
        "nothing: it multiplies by the same derivative, which is the factor.",
    ),
)
def undoes_the_factor(dY, mask):
    return np.divide(dY, mask, out=np.zeros(dY.shape), where=mask > 0)


@wrong(
    "dropout_backward",
    pt=(
        "Passou pelos lugares errados",
        "O gradiente passou por onde o número foi apagado, e parou onde ele ficou. É o contrário.",
    ),
    en=(
        "Passed in the wrong places",
        "The gradient passed where the number was dropped, and stopped where it stayed. It is the other way round.",
    ),
)
def the_dropped_ones(dY, mask):
    return dY * (mask == 0)


@wrong(
    "dropout_backward",
    pt=(
        "O fator perdeu a fração",
        "Você converteu a máscara para inteiros, e 1/(1 − p) quase nunca é inteiro. Com p = 0,25 o fator 1,33… vira 1.",
    ),
    en=(
        "The factor lost its fraction",
        "You turned the mask into integers, and 1/(1 − p) hardly ever is one. With p = 0.25 the factor 1.33… "
        "becomes 1.",
    ),
)
def whole_factor(dY, mask):
    return dY * mask.astype(int)


@wrong(
    "dropout_backward",
    pt=(
        "Produto de matrizes",
        "Você usou o produto de matrizes, que mistura umas entradas com as outras. A máscara age em cada entrada "
        "por si.",
    ),
    en=(
        "Matrix product",
        "You used the matrix product, which mixes entries with one another. The mask acts on each entry by itself.",
    ),
)
def matrix_product(dY, mask):
    return dY @ mask.T


@wrong(
    "dropout_backward",
    pt=(
        "Fator tirado da contagem",
        "Você compensou com a fração que ficou de fato, em vez de usar o fator que está na máscara. A volta usa "
        "exatamente o número que multiplicou X na ida.",
    ),
    en=(
        "A factor from the count",
        "You made up for the fraction that did stay, instead of using the factor in the mask. The way back uses "
        "exactly the number that multiplied X on the way there.",
    ),
)
def rescaled_by_the_count(dY, mask):
    kept = mask > 0
    return dY * kept * (kept.size / max(1, kept.sum()))


@wrong(
    "dropout_backward",
    pt=(
        "Alterou o gradiente recebido",
        "Com *= o resultado foi escrito por cima do gradiente de quem chamou, que talvez ainda precise dele. "
        "Devolva um array novo.",
    ),
    en=(
        "Changed the gradient it was given",
        "With *= the result was written over the gradient of the caller, who may still need it. Return a new array.",
    ),
)
def in_place(dY, mask):
    dY *= mask
    return dY


@wrong(
    "dropout_backward",
    pt=(
        "Zeros no gradiente recebido",
        "Os zeros foram escritos no array de quem chamou, antes da multiplicação. O resultado sai certo, mas o "
        "gradiente que chegou foi estragado.",
    ),
    en=(
        "Zeros in the gradient it was given",
        "The zeros were written into the caller's array, before the multiplication. The result comes out right, but "
        "the gradient that arrived was spoiled.",
    ),
)
def zeros_in_place(dY, mask):
    dY[mask == 0] = 0
    return dY * mask


@wrong(
    "dropout_backward",
    pt=(
        "Devolveu a máscara",
        "Saiu a derivada local, sem o gradiente que chega. A regra da cadeia multiplica as duas coisas.",
    ),
    en=(
        "Returned the mask",
        "What came out is the local derivative, without the gradient that arrives. The chain rule multiplies the two.",
    ),
)
def only_the_mask(dY, mask):
    return mask + 0 * dY
