"""Answers to step_decay: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("step_decay")
def rounded_down(lr, drop, every, epoch):
    return lr * drop ** np.floor(epoch / every)


@right("step_decay")
def one_drop_at_a_time(lr, drop, every, epoch):
    rate = lr
    for passed in range(1, epoch + 1):
        if passed % every == 0:
            rate = rate * drop
    return rate


@right("step_decay")
def whole_number_of_drops(lr, drop, every, epoch):
    drops = int(epoch / every)
    return lr * pow(drop, drops)


@right("step_decay")
def single_precision(lr, drop, every, epoch):
    return np.float32(lr) * np.float32(drop) ** np.float32(epoch // every)


@right("step_decay")
def divmod_in_an_array(lr, drop, every, epoch):
    drops, _ = divmod(epoch, every)
    return np.array(lr * float(drop) ** drops)


@wrong(
    "step_decay",
    pt=(
        "Faltou a parte inteira",
        "A sua taxa cai um pouco a cada época, em uma curva contínua. Em degraus ela fica parada durante todas as "
        "épocas de um degrau e cai de uma vez.",
    ),
    en=(
        "The whole part is missing",
        "Your rate falls a little each epoch, along a smooth curve. In steps it stays where it is for the epochs of "
        "a step and then drops at once.",
    ),
)
def without_the_floor(lr, drop, every, epoch):
    return lr * drop ** (epoch / every)


@wrong(
    "step_decay",
    pt=(
        "Arredondou em vez de cortar",
        "A divisão foi arredondada para o inteiro mais próximo, e a taxa cai no meio do degrau. A parte inteira só "
        "muda quando o degrau termina.",
    ),
    en=(
        "Rounded instead of cut",
        "The division was rounded to the nearest integer, and the rate drops in the middle of the step. The whole "
        "part only changes when the step ends.",
    ),
)
def rounded(lr, drop, every, epoch):
    return lr * drop ** round(epoch / every)


@wrong(
    "step_decay",
    pt=(
        "Arredondou para cima",
        "A taxa já cai na época 1, logo no começo do primeiro degrau. A parte inteira arredonda para baixo.",
    ),
    en=(
        "Rounded up",
        "The rate drops at epoch 1 already, right at the start of the first step. The whole part rounds down.",
    ),
)
def rounded_up(lr, drop, every, epoch):
    return lr * drop ** -(-epoch // every)


@wrong(
    "step_decay",
    pt=(
        "Épocas contadas a partir de 1",
        "Você tirou 1 da época, e cada queda acontece com uma época de atraso. A primeira época aqui é a 0.",
    ),
    en=(
        "Epochs counted from 1",
        "You took 1 away from the epoch, and each drop comes an epoch late. The first epoch here is 0.",
    ),
)
def epochs_from_one(lr, drop, every, epoch):
    return lr * drop ** (max(epoch - 1, 0) // every)


@wrong(
    "step_decay",
    pt=(
        "Uma época adiantada",
        "Você somou 1 à época, e cada queda acontece uma época antes. A primeira época aqui é a 0, e o degrau dura "
        "inteiro a partir dela.",
    ),
    en=(
        "One epoch early",
        "You added 1 to the epoch, and each drop comes an epoch too soon. The first epoch here is 0, and the step "
        "lasts its full length from there.",
    ),
)
def one_epoch_early(lr, drop, every, epoch):
    return lr * drop ** ((epoch + 1) // every)


@wrong(
    "step_decay",
    pt=(
        "Resto em vez de quociente",
        "Você usou o resto da divisão, que volta a zero a cada degrau. O número de quedas é quantos degraus já "
        "passaram.",
    ),
    en=(
        "Remainder instead of quotient",
        "You used the remainder of the division, which goes back to zero at each step. The number of drops is how "
        "many steps have gone by.",
    ),
)
def remainder(lr, drop, every, epoch):
    return lr * drop ** (epoch % every)


@wrong(
    "step_decay",
    pt=(
        "Multiplicou em vez de elevar",
        "O fator foi multiplicado pelo número de quedas, e na época 0 a taxa é zero. Cada queda multiplica de novo: "
        "é uma potência.",
    ),
    en=(
        "Multiplied instead of raised to a power",
        "The factor was multiplied by the number of drops, and in epoch 0 the rate is zero. Each drop multiplies "
        "again: it is a power.",
    ),
)
def multiplied_by_the_count(lr, drop, every, epoch):
    return lr * drop * (epoch // every)


@wrong(
    "step_decay",
    pt=(
        "Subtraiu a cada degrau",
        "A sua taxa perde sempre a mesma quantidade, e um dia fica negativa. Aqui ela perde sempre a mesma proporção.",
    ),
    en=(
        "Subtracted at each step",
        "Your rate always loses the same amount, and one day it is negative. Here it always loses the same proportion.",
    ),
)
def subtracted(lr, drop, every, epoch):
    return lr - drop * (epoch // every)


@wrong(
    "step_decay",
    pt=(
        "Uma queda só",
        "A taxa cai quando o primeiro degrau termina, e nunca mais. Cada degrau que passa traz mais uma queda.",
    ),
    en=(
        "A single drop",
        "The rate drops when the first step ends, and never again. Each step that goes by brings one more drop.",
    ),
)
def only_one_drop(lr, drop, every, epoch):
    return lr * drop if epoch >= every else lr


@wrong(
    "step_decay",
    pt=(
        "Só nas épocas múltiplas",
        "A taxa é menor só na própria época em que o degrau muda, e depois volta ao que era. Cada queda vale também "
        "para as épocas seguintes.",
    ),
    en=(
        "Only at the multiples",
        "The rate is smaller only in the very epoch where the step changes, and then goes back to what it was. Each "
        "drop holds for the epochs after it as well.",
    ),
)
def only_at_the_multiples(lr, drop, every, epoch):
    return lr * drop ** (epoch // every) if epoch % every == 0 else lr


@wrong(
    "step_decay",
    pt=(
        "Tirou a fração drop",
        "Você multiplicou por 1 − drop, como se drop fosse a parte que se perde. Aqui drop é o fator, a parte que "
        "fica.",
    ),
    en=(
        "Took the fraction drop away",
        "You multiplied by 1 − drop, as if drop were the part that is lost. Here drop is the factor, the part that "
        "remains.",
    ),
)
def drops_the_complement(lr, drop, every, epoch):
    return lr * (1 - drop) ** (epoch // every)


@wrong(
    "step_decay",
    pt=(
        "A taxa entrou na potência",
        "Os parênteses estão no lugar errado: a taxa também foi elevada à potência. Só o fator se repete a cada "
        "degrau.",
    ),
    en=(
        "The rate went into the power",
        "The parentheses are in the wrong place: the rate was raised to the power as well. Only the factor is "
        "repeated at each step.",
    ),
)
def rate_raised_too(lr, drop, every, epoch):
    return (lr * drop) ** (epoch // every)


@wrong(
    "step_decay",
    pt=(
        "Só o fator",
        "Você devolveu o fator acumulado, sem a taxa inicial. Multiplique-o por ela.",
    ),
    en=(
        "The factor only",
        "You returned the accumulated factor, without the initial rate. Multiply the two.",
    ),
)
def without_the_rate(lr, drop, every, epoch):
    return drop ** (epoch // every)
