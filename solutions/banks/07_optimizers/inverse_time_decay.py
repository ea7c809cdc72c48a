"""Answers to inverse_time_decay: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("inverse_time_decay")
def product_with_the_inverse(lr, k, epoch):
    return lr * (1.0 + k * epoch) ** -1


@right("inverse_time_decay")
def inverse_of_the_rate(lr, k, epoch):
    return 1.0 / (1.0 / lr + k * epoch / lr)


@right("inverse_time_decay")
def single_precision(lr, k, epoch):
    return np.float32(lr) / (np.float32(1) + np.float32(k) * np.float32(epoch))


@right("inverse_time_decay")
def denominator_counted(lr, k, epoch):
    denominator = 1.0
    for _ in range(epoch):
        denominator += k
    return np.array(lr / denominator)


@right("inverse_time_decay")
def named_division(lr, k, epoch):
    return np.divide(lr, np.add(1, np.multiply(k, epoch)))


@wrong(
    "inverse_time_decay",
    pt=(
        "Parênteses no denominador",
        "lr / 1 + k·epoch divide por 1 e depois soma, e a taxa cresce. O 1 + k·epoch inteiro fica embaixo.",
    ),
    en=(
        "Parentheses in the denominator",
        "lr / 1 + k·epoch divides by 1 and then adds, and the rate grows. The whole of 1 + k·epoch goes below.",
    ),
)
def precedence(lr, k, epoch):
    return lr / 1 + k * epoch


@wrong(
    "inverse_time_decay",
    pt=(
        "Multiplicou em vez de dividir",
        "A sua taxa cresce a cada época, e o treino diverge. Ela precisa ser dividida por 1 + k·epoch.",
    ),
    en=(
        "Multiplied instead of divided",
        "Your rate grows each epoch, and training diverges. It has to be divided by 1 + k·epoch.",
    ),
)
def grows(lr, k, epoch):
    return lr * (1 + k * epoch)


@wrong(
    "inverse_time_decay",
    pt=(
        "Faltou o 1",
        "Sem o 1 no denominador, a época 0 divide por zero. O 1 garante que a primeira taxa é a própria lr.",
    ),
    en=(
        "The 1 is missing",
        "Without the 1 in the denominator, epoch 0 divides by zero. The 1 makes sure that the first rate is lr itself.",
    ),
)
def without_the_one(lr, k, epoch):
    return lr / (k * epoch) if k * epoch else np.inf


@wrong(
    "inverse_time_decay",
    pt=(
        "A época virou expoente",
        "Você elevou 1 + k à época, e a taxa cai como uma exponencial. Aqui o denominador cresce em linha reta.",
    ),
    en=(
        "The epoch became an exponent",
        "You raised 1 + k to the power of the epoch, and the rate falls like an exponential. Here the denominator "
        "grows along a straight line.",
    ),
)
def power_of_the_epoch(lr, k, epoch):
    return lr / (1 + k) ** epoch


@wrong(
    "inverse_time_decay",
    pt=(
        "A época ficou fora do denominador",
        "Só 1 + k ficou embaixo, e a época multiplicou por fora. Assim a taxa cresce com o tempo, e na época 0 é zero.",
    ),
    en=(
        "The epoch stayed outside the denominator",
        "Only 1 + k went below, and the epoch multiplied outside. That way the rate grows as time goes by, and in "
        "epoch 0 it is zero.",
    ),
)
def epoch_outside(lr, k, epoch):
    return lr / (1 + k) * epoch


@wrong(
    "inverse_time_decay",
    pt=(
        "Raiz da época",
        "O seu denominador cresce com a raiz da época, e a taxa cai devagar demais. Aqui é a própria época que conta.",
    ),
    en=(
        "Root of the epoch",
        "Your denominator grows with the root of the epoch, and the rate falls too slowly. Here the epoch itself "
        "counts.",
    ),
)
def square_root(lr, k, epoch):
    return lr / (1 + k * np.sqrt(epoch))


@wrong(
    "inverse_time_decay",
    pt=(
        "Raiz do denominador",
        "Você tirou a raiz de 1 + k·epoch antes de dividir. Sem ela a taxa cai mais depressa.",
    ),
    en=(
        "Root of the denominator",
        "You took the root of 1 + k·epoch before dividing. Without it the rate falls faster.",
    ),
)
def root_of_the_denominator(lr, k, epoch):
    return lr / np.sqrt(1 + k * epoch)


@wrong(
    "inverse_time_decay",
    pt=(
        "Faltou a taxa inicial",
        "Você devolveu só o fator, que na época 0 vale 1. A taxa começa em lr.",
    ),
    en=(
        "The initial rate is missing",
        "You returned the factor only, which is 1 in epoch 0. The rate starts at lr.",
    ),
)
def without_the_rate(lr, k, epoch):
    return 1 / (1 + k * epoch)


@wrong(
    "inverse_time_decay",
    pt=(
        "Uma época adiantada",
        "Você somou 1 à época, e a taxa já cai na primeira. A época começa em 0, e nela a taxa é a própria lr.",
    ),
    en=(
        "One epoch early",
        "You added 1 to the epoch, and the rate falls in the first one already. The epoch starts at 0, and there "
        "the rate is lr itself.",
    ),
)
def one_epoch_early(lr, k, epoch):
    return lr / (1 + k * (epoch + 1))


@wrong(
    "inverse_time_decay",
    pt=(
        "Dividiu por k",
        "No seu denominador a época é dividida por k. Um k maior deve fazer a taxa cair mais depressa, e o seu faz "
        "o contrário.",
    ),
    en=(
        "Divided by k",
        "In your denominator the epoch is divided by k. A larger k should make the rate fall faster, and yours does "
        "the opposite.",
    ),
)
def divided_by_k(lr, k, epoch):
    return lr / (1 + epoch / k) if k else lr


@wrong(
    "inverse_time_decay",
    pt=(
        "Isto é a queda exponencial",
        "Você usou e^(−k·epoch), que perde a mesma proporção a cada época. A queda inversa é cada vez mais lenta.",
    ),
    en=(
        "This is exponential decay",
        "You used e^(−k·epoch), which loses the same proportion each epoch. Inverse decay gets slower and slower.",
    ),
)
def exponential(lr, k, epoch):
    return lr * np.exp(-k * epoch)


@wrong(
    "inverse_time_decay",
    pt=(
        "Dividiu a taxa já diminuída",
        "Você partiu da taxa da época anterior e dividiu de novo, e as quedas se acumulam. A fórmula parte sempre "
        "da taxa inicial.",
    ),
    en=(
        "Divided the rate already lowered",
        "You started from the previous epoch's rate and divided again, and the falls pile up. The formula always "
        "starts from the initial rate.",
    ),
)
def compound(lr, k, epoch):
    rate = lr
    for e in range(epoch + 1):
        rate = rate / (1 + k * e)
    return rate


@wrong(
    "inverse_time_decay",
    pt=(
        "Divisão inteira",
        "Com // a divisão perde a fração, e uma taxa menor que 1 vira zero. Use a divisão comum.",
    ),
    en=(
        "Integer division",
        "With // the division loses its fraction, and a rate below 1 becomes zero. Use ordinary division.",
    ),
)
def whole_denominator(lr, k, epoch):
    return lr // (1 + k * epoch)
