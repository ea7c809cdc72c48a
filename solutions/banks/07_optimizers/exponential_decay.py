"""Answers to exponential_decay: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("exponential_decay")
def divided_by_the_exponential(lr, k, epoch):
    return lr / np.exp(k * epoch)


@right("exponential_decay")
def one_epoch_at_a_time(lr, k, epoch):
    rate = float(lr)
    for _ in range(epoch):
        rate *= np.exp(-k)
    return rate


@right("exponential_decay")
def standard_library(lr, k, epoch):
    import math

    return lr * math.e ** (-k * epoch)


@right("exponential_decay")
def single_precision(lr, k, epoch):
    return np.float32(lr) * np.exp(-np.float32(k) * np.float32(epoch))


@right("exponential_decay")
def power_of_the_factor(lr, k, epoch):
    return np.array(lr * np.power(np.exp(-float(k)), epoch))


@right("exponential_decay")
def never_quite_nothing(lr, k, epoch):
    return max(lr * np.exp(-k * epoch), 1e-12)


@wrong(
    "exponential_decay",
    pt=(
        "Faltou o menos",
        "Sem o menos no expoente a taxa cresce a cada época, e o treino diverge. Ela precisa diminuir.",
    ),
    en=(
        "The minus is missing",
        "Without the minus in the exponent the rate grows each epoch, and training diverges. It has to shrink.",
    ),
)
def grows(lr, k, epoch):
    return lr * np.exp(k * epoch)


@wrong(
    "exponential_decay",
    pt=(
        "k elevado à época",
        "Você usou k como base da potência. A base é o número 2,718…, e k fica no expoente, multiplicado pela época.",
    ),
    en=(
        "k to the power of the epoch",
        "You used k as the base of the power. The base is the number 2.718…, and k is in the exponent, multiplied "
        "by the epoch.",
    ),
)
def power_of_k(lr, k, epoch):
    return lr * k**epoch


@wrong(
    "exponential_decay",
    pt=(
        "A época ficou fora do expoente",
        "Só −k foi para o expoente, e a época multiplicou por fora. Assim a taxa cresce com o tempo, e na época 0 é "
        "zero.",
    ),
    en=(
        "The epoch stayed outside the exponent",
        "Only −k went into the exponent, and the epoch multiplied outside. That way the rate grows as time goes by, "
        "and in epoch 0 it is zero.",
    ),
)
def epoch_outside(lr, k, epoch):
    return lr * np.exp(-k) * epoch


@wrong(
    "exponential_decay",
    pt=(
        "Dividiu por k",
        "No seu expoente a época é dividida por k. Um k maior deve fazer a taxa cair mais depressa, e o seu faz o "
        "contrário.",
    ),
    en=(
        "Divided by k",
        "In your exponent the epoch is divided by k. A larger k should make the rate fall faster, and yours does "
        "the opposite.",
    ),
)
def divided_by_k(lr, k, epoch):
    return lr * np.exp(-epoch / k) if k else lr


@wrong(
    "exponential_decay",
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
    return np.exp(-k * epoch)


@wrong(
    "exponential_decay",
    pt=(
        "A taxa entrou no expoente",
        "O expoente leva k e a época, e mais nada. Com lr lá dentro, a queda depende da taxa com que se começa.",
    ),
    en=(
        "The rate went into the exponent",
        "The exponent has k and the epoch, and nothing else. With lr in there, the fall depends on the rate you "
        "start with.",
    ),
)
def rate_in_the_exponent(lr, k, epoch):
    return lr * np.exp(-k * lr * epoch)


@wrong(
    "exponential_decay",
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
    return lr * np.exp(-k * (epoch + 1))


@wrong(
    "exponential_decay",
    pt=(
        "Só o começo da exponencial",
        "1 − k·epoch é a reta que toca a exponencial no começo. Depois de algumas épocas ela se afasta, e acaba "
        "negativa.",
    ),
    en=(
        "The start of the exponential only",
        "1 − k·epoch is the line that touches the exponential at the start. After some epochs it moves away, and "
        "ends up negative.",
    ),
)
def first_terms_only(lr, k, epoch):
    return lr * (1 - k * epoch)


@wrong(
    "exponential_decay",
    pt=(
        "Perda de k a cada época",
        "Você multiplicou por 1 − k a cada época, como nos juros compostos. Para k pequeno quase não se nota, mas a "
        "base é e^(−k).",
    ),
    en=(
        "A loss of k each epoch",
        "You multiplied by 1 − k each epoch, as with compound interest. For a small k it hardly shows, but the base "
        "is e^(−k).",
    ),
)
def compound_decay(lr, k, epoch):
    return lr * (1 - k) ** epoch


@wrong(
    "exponential_decay",
    pt=(
        "Base 2",
        "A sua taxa cai em potências de 2. A base da exponencial aqui é o número e = 2,718…",
    ),
    en=(
        "Base 2",
        "Your rate falls in powers of 2. The base of the exponential here is the number e = 2.718…",
    ),
)
def base_two(lr, k, epoch):
    return lr * 2.0 ** (-k * epoch)


@wrong(
    "exponential_decay",
    pt=(
        "Isto é a queda inversa",
        "Você usou lr/(1 + k·epoch), que cai depressa no começo e depois cada vez mais devagar. A exponencial perde "
        "a mesma proporção a cada época.",
    ),
    en=(
        "This is inverse decay",
        "You used lr/(1 + k·epoch), which falls fast at first and then slower and slower. The exponential loses the "
        "same proportion each epoch.",
    ),
)
def inverse_time(lr, k, epoch):
    return lr / (1 + k * epoch)


@right("exponential_decay")
def divided_by_the_growth(lr, k, epoch):
    import math

    return lr / math.exp(k * epoch)
