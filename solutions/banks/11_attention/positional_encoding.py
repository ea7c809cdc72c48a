"""Answers to positional_encoding: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("positional_encoding")
def entry_by_entry(n, d):
    P = [[0.0] * d for _ in range(n)]
    for p in range(n):
        for j in range(d):
            angle = p / 10000 ** (2 * (j // 2) / d)
            P[p][j] = np.sin(angle) if j % 2 == 0 else np.cos(angle)
    return P


@right("positional_encoding")
def by_exponentials(n, d):
    rates = np.exp(-np.log(10000.0) * np.arange(0, d, 2) / d)
    angles = np.outer(np.arange(n), rates)
    return np.stack([np.sin(angles), np.cos(angles)], axis=-1).reshape(n, d)


@right("positional_encoding")
def shifted_sines(n, d):
    j = np.arange(d)
    angles = np.arange(n)[:, None] / 10000.0 ** (2 * (j // 2) / d)
    return np.sin(angles + np.pi / 2 * (j % 2))


@right("positional_encoding")
def powers(n, d):
    rate = np.power(10000.0, -2.0 / d) ** np.arange(d // 2)
    P = np.empty((n, d))
    P[:, ::2] = np.sin(np.outer(range(n), rate))
    P[:, 1::2] = np.cos(np.outer(range(n), rate))
    return P


@wrong(
    "positional_encoding",
    pt=(
        "Senos de um lado, cossenos do outro",
        "Os senos ficaram na primeira metade das colunas e os cossenos na segunda. Aqui eles se alternam.",
    ),
    en=(
        "Sines on one side, cosines on the other",
        "The sines are in the first half of the columns and the cosines in the second. Here they alternate.",
    ),
)
def halves(n, d):
    angles = np.arange(n)[:, None] / 10000 ** (np.arange(0, d, 2) / d)
    P = np.zeros((n, d))
    P[:, : d // 2], P[:, d // 2 :] = np.sin(angles), np.cos(angles)
    return P


@wrong(
    "positional_encoding",
    pt=(
        "Senos e cossenos trocados",
        "Os cossenos ficaram nas colunas pares.",
    ),
    en=(
        "Sines and cosines exchanged",
        "The cosines are in the even columns.",
    ),
)
def exchanged(n, d):
    angles = np.arange(n)[:, None] / 10000 ** (np.arange(0, d, 2) / d)
    P = np.zeros((n, d))
    P[:, 0::2], P[:, 1::2] = np.cos(angles), np.sin(angles)
    return P


@wrong(
    "positional_encoding",
    pt=(
        "Posições a partir de 1",
        "A primeira posição é 0: ali os senos são 0 e os cossenos, 1.",
    ),
    en=(
        "Positions from 1",
        "The first position is 0: there the sines are 0 and the cosines 1.",
    ),
)
def from_one(n, d):
    angles = np.arange(1, n + 1)[:, None] / 10000 ** (np.arange(0, d, 2) / d)
    P = np.zeros((n, d))
    P[:, 0::2], P[:, 1::2] = np.sin(angles), np.cos(angles)
    return P


@wrong(
    "positional_encoding",
    pt=(
        "Uma frequência para cada coluna",
        "Cada coluna teve a sua frequência. As duas colunas de um par têm a mesma.",
    ),
    en=(
        "A frequency for each column",
        "Each column got a frequency of its own. The two columns of a pair have the same.",
    ),
)
def each_column(n, d):
    angles = np.arange(n)[:, None] / 10000 ** (np.arange(d) / d)
    P = np.zeros((n, d))
    P[:, 0::2], P[:, 1::2] = np.sin(angles[:, 0::2]), np.cos(angles[:, 1::2])
    return P


@wrong(
    "positional_encoding",
    pt=(
        "Sem o 2 no expoente",
        "O expoente foi i/d. Ele é 2i/d, em que i conta os pares.",
    ),
    en=(
        "Without the 2 in the exponent",
        "The exponent was i/d. It is 2i/d, where i counts the pairs.",
    ),
)
def without_two(n, d):
    angles = np.arange(n)[:, None] / 10000 ** (np.arange(d // 2) / d)
    P = np.zeros((n, d))
    P[:, 0::2], P[:, 1::2] = np.sin(angles), np.cos(angles)
    return P


@wrong(
    "positional_encoding",
    pt=(
        "Multiplicou em vez de dividir",
        "A posição foi multiplicada: as ondas ficam mais rápidas, e não mais lentas.",
    ),
    en=(
        "Multiplied instead of divided",
        "The position was multiplied: the waves get faster, and not slower.",
    ),
)
def multiplied(n, d):
    angles = np.arange(n)[:, None] * 10000 ** (np.arange(0, d, 2) / d)
    P = np.zeros((n, d))
    P[:, 0::2], P[:, 1::2] = np.sin(angles), np.cos(angles)
    return P


@wrong(
    "positional_encoding",
    pt=(
        "1000 no lugar de 10000",
        "A base foi 1000.",
    ),
    en=(
        "1000 in place of 10000",
        "The base was 1000.",
    ),
)
def thousand(n, d):
    angles = np.arange(n)[:, None] / 1000 ** (np.arange(0, d, 2) / d)
    P = np.zeros((n, d))
    P[:, 0::2], P[:, 1::2] = np.sin(angles), np.cos(angles)
    return P


@wrong(
    "positional_encoding",
    pt=(
        "Só senos",
        "As colunas ímpares também são senos.",
    ),
    en=(
        "Sines only",
        "The odd columns are sines too.",
    ),
)
def sines_only(n, d):
    angles = np.arange(n)[:, None] / 10000 ** (np.arange(0, d, 2) / d)
    P = np.zeros((n, d))
    P[:, 0::2], P[:, 1::2] = np.sin(angles), np.sin(angles)
    return P


@wrong(
    "positional_encoding",
    pt=(
        "Deitado",
        "As posições estão nas colunas. Elas são as linhas.",
    ),
    en=(
        "On its side",
        "The positions are in the columns. They are the rows.",
    ),
)
def on_its_side(n, d):
    angles = np.arange(n)[:, None] / 10000 ** (np.arange(0, d, 2) / d)
    P = np.zeros((n, d))
    P[:, 0::2], P[:, 1::2] = np.sin(angles), np.cos(angles)
    return P.T


@wrong(
    "positional_encoding",
    pt=(
        "Em graus",
        "Os ângulos foram tomados por graus.",
    ),
    en=(
        "In degrees",
        "The angles were taken for degrees.",
    ),
)
def degrees(n, d):
    angles = np.arange(n)[:, None] / 10000 ** (np.arange(0, d, 2) / d)
    P = np.zeros((n, d))
    P[:, 0::2], P[:, 1::2] = np.sin(np.deg2rad(angles)), np.cos(np.deg2rad(angles))
    return P


@wrong(
    "positional_encoding",
    pt=(
        "O 2 duas vezes",
        "O expoente cresceu o dobro: as colunas pares já são 2i, e não se multiplica de novo por 2.",
    ),
    en=(
        "The 2 twice",
        "The exponent grew twice as fast: the even columns are 2i already, and are not multiplied by 2 again.",
    ),
)
def twice_the_two(n, d):
    angles = np.arange(n)[:, None] / 10000 ** (2 * np.arange(0, d, 2) / d)
    P = np.zeros((n, d))
    P[:, 0::2], P[:, 1::2] = np.sin(angles), np.cos(angles)
    return P


@wrong(
    "positional_encoding",
    pt=(
        "O número da coluna em lugar de i",
        "O expoente foi 2 vezes o número da coluna, sobre d. O i conta os pares: as colunas 2i e 2i + 1 têm o mesmo.",
    ),
    en=(
        "The column's number in place of i",
        "The exponent was twice the column's number, over d. The i counts the pairs: columns 2i and 2i + 1 have the "
        "same.",
    ),
)
def twice_the_column(n, d):
    angles = np.arange(n)[:, None] / 10000 ** (2 * np.arange(d) / d)
    return np.where(np.arange(d) % 2 == 0, np.sin(angles), np.cos(angles))
