"""Answers to max_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("max_backward")
def first_wins_ties(a, b, dx):
    a, b = np.asarray(a), np.asarray(b)
    return np.where(a >= b, dx, 0.0), np.where(a >= b, 0.0, dx)


@right("max_backward")
def second_wins_ties(a, b, dx):
    a, b = np.asarray(a), np.asarray(b)
    return (a > b) * np.asarray(dx), (a <= b) * np.asarray(dx)


@right("max_backward")
def half_and_half_at_ties(a, b, dx):
    share = 0.5 * (1 + np.sign(np.subtract(a, b, dtype=float)))
    return share * dx, (1 - share) * dx


@right("max_backward")
def one_by_one(a, b, dx):
    a, b, dx = np.asarray(a), np.asarray(b), np.asarray(dx)
    da, db = np.zeros(a.shape), np.zeros(a.shape)
    for i in np.ndindex(a.shape):
        if a[i] > b[i]:
            da[i] = dx[i]
        else:
            db[i] = dx[i]
    return da, db


@right("max_backward")
def what_is_left(a, b, dx):
    da = np.where(np.asarray(a) > b, dx, 0.0)
    return da, dx - da


@right("max_backward")
def single_precision(a, b, dx):
    a, b, dx = (np.asarray(a, dtype=np.float32), np.asarray(b, dtype=np.float32), np.asarray(dx, dtype=np.float32))
    return np.where(a >= b, dx, np.float32(0)), np.where(a >= b, np.float32(0), dx)


@wrong(
    "max_backward",
    erratum="E10",
    pt=(
        "db saiu igual a da",
        "b recebeu o gradiente de a, como nos slides A, em que a segunda linha diz da outra vez, no lugar de db. Cada "
        "entrada só recebe onde é ela a maior.",
    ),
    en=(
        "db came out equal to da",
        "b received a's gradient, as on slides A, where the second line says da again, in place of db. Each input "
        "receives only where it is the larger one.",
    ),
)
def da_twice(a, b, dx):
    a, b = np.asarray(a), np.asarray(b)
    return np.where(a >= b, dx, 0.0), np.where(a >= b, dx, 0.0)


@wrong(
    "max_backward",
    erratum="E10",
    pt=(
        "No empate, os dois recebem tudo",
        "Com a = b cada um recebeu o dx inteiro, como nos slides A, que dão da = dx onde a ≥ b e db = dx onde b ≥ a. "
        "Movendo os dois juntos, o máximo anda uma vez só: as partes somam dx.",
    ),
    en=(
        "At a tie both receive everything",
        "With a = b each received the whole dx, as on slides A, which give da = dx where a ≥ b and db = dx where b ≥ "
        "a. When both move together the maximum moves once: the shares add up to dx.",
    ),
)
def both_at_a_tie(a, b, dx):
    a, b = np.asarray(a), np.asarray(b)
    return np.where(a >= b, dx, 0.0), np.where(b >= a, dx, 0.0)


@wrong(
    "max_backward",
    pt=(
        "No empate, ninguém recebe",
        "Com a = b as duas comparações estritas falham, e o gradiente se perde. Alguém tem de recebê-lo, ou os "
        "dois, em partes.",
    ),
    en=(
        "At a tie nobody receives",
        "With a = b both strict comparisons fail, and the gradient is lost. Somebody must receive it, or both of "
        "them in shares.",
    ),
)
def nobody_at_a_tie(a, b, dx):
    a, b = np.asarray(a), np.asarray(b)
    return np.where(a > b, dx, 0.0), np.where(b > a, dx, 0.0)


@wrong(
    "max_backward",
    pt=(
        "A menor recebeu",
        "O gradiente foi para a entrada que perdeu. É a maior que aparece na saída.",
    ),
    en=(
        "The smaller one received",
        "The gradient went to the input that lost. It is the larger one that shows at the output.",
    ),
)
def to_the_smaller(a, b, dx):
    a, b = np.asarray(a), np.asarray(b)
    return np.where(a < b, dx, 0.0), np.where(a < b, 0.0, dx)


@wrong(
    "max_backward",
    pt=(
        "Passou para os dois",
        "As duas entradas receberam dx, como numa soma. O máximo é uma chave: só um caminho está aberto.",
    ),
    en=(
        "Passed to both",
        "Both inputs received dx, as in a sum. The maximum is a switch: only one way is open.",
    ),
)
def both_always(a, b, dx):
    return dx, dx


@wrong(
    "max_backward",
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
    a, b = np.asarray(a), np.asarray(b)
    return np.where(a >= b, 1.0, 0.0), np.where(a >= b, 0.0, 1.0)


@wrong(
    "max_backward",
    pt=(
        "Vezes o valor da entrada",
        "A entrada maior recebeu o próprio valor vezes dx. A inclinação da chave aberta é 1.",
    ),
    en=(
        "Times the input's value",
        "The larger input received its own value times dx. The slope of the open switch is 1.",
    ),
)
def values_passed_on(a, b, dx):
    a, b = np.asarray(a), np.asarray(b)
    return np.where(a >= b, a * dx, 0.0), np.where(a >= b, 0.0, b * dx)


@wrong(
    "max_backward",
    pt=(
        "Só para um número",
        "Um if decide uma vez só, e comparar arrays dá uma resposta para cada elemento. Escolha elemento por elemento.",
    ),
    en=(
        "For a single number only",
        "An if decides only once, and comparing arrays gives an answer for each element. Choose element by element.",
    ),
)
def one_number_only(a, b, dx):
    if a >= b:
        return dx, 0 * dx
    return 0 * dx, dx


@wrong(
    "max_backward",
    pt=(
        "Comparou sem o sinal",
        "Você comparou as entradas em módulo, e assim −3 ganha de 1. O máximo de −3 e 1 é 1.",
    ),
    en=(
        "Compared without the sign",
        "You compared the absolute values of the inputs, and so −3 beats 1. The maximum of −3 and 1 is 1.",
    ),
)
def absolute_values(a, b, dx):
    a, b = np.asarray(a), np.asarray(b)
    return np.where(np.abs(a) >= np.abs(b), dx, 0.0), np.where(np.abs(a) >= np.abs(b), 0.0, dx)


@wrong(
    "max_backward",
    pt=(
        "Quase igual não é empate",
        "Com isclose, números muito próximos contam como empate, e o gradiente se divide. Quase igual não é "
        "empate: o maior recebe tudo.",
    ),
    en=(
        "Nearly equal is no tie",
        "With isclose, numbers that are very near count as a tie, and the gradient is split. Nearly equal is no "
        "tie: the larger one receives everything.",
    ),
)
def nearly_equal_is_a_tie(a, b, dx):
    tie = np.isclose(a, b)
    first, second = np.where(np.greater(a, b), dx, 0.0), np.where(np.greater(b, a), dx, 0.0)
    return np.where(tie, np.multiply(dx, 0.5), first), np.where(tie, np.multiply(dx, 0.5), second)
