"""Answers to embed: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("embed")
def one_hot_product(ids, E):
    return np.eye(len(E))[ids] @ E


@right("embed")
def row_by_row(ids, E):
    return [list(E[i]) for i in ids]


@right("embed")
def taken(ids, E):
    return np.take(E, ids, axis=0)


@right("embed")
def stacked(ids, E):
    return np.stack([E[int(i)] for i in ids])


@wrong(
    "embed",
    pt=(
        "Colunas em vez de linhas",
        "Foram buscadas as colunas da tabela. Cada palavra é uma linha.",
    ),
    en=(
        "Columns instead of rows",
        "The columns of the table were looked up. Each word is a row.",
    ),
)
def columns(ids, E):
    return E[:, ids % E.shape[1]]


@wrong(
    "embed",
    pt=(
        "Deitado",
        "As palavras estão nas colunas do resultado. Elas são as linhas.",
    ),
    en=(
        "On its side",
        "The words are in the columns of the result. They are its rows.",
    ),
)
def on_its_side(ids, E):
    return E[ids].T


@wrong(
    "embed",
    pt=(
        "Índices a partir de 1",
        "O índice foi tomado como se a contagem começasse em 1: cada palavra ganhou a linha de cima.",
    ),
    en=(
        "Indices from 1",
        "The index was taken as if counting started at 1: each word got the row above.",
    ),
)
def from_one(ids, E):
    return E[ids - 1]


@wrong(
    "embed",
    pt=(
        "Cada palavra uma vez só",
        "As palavras repetidas vieram uma vez, e em ordem. O texto tem uma linha por posição.",
    ),
    en=(
        "Each word once only",
        "Repeated words came once, and in order. The text has a row for each place.",
    ),
)
def each_once(ids, E):
    return E[np.unique(ids)]


@wrong(
    "embed",
    pt=(
        "As primeiras linhas",
        "Vieram as primeiras linhas da tabela, e não as das palavras.",
    ),
    en=(
        "The first rows",
        "The first rows of the table came, and not those of the words.",
    ),
)
def first_rows(ids, E):
    return np.array([E[t % len(E)] for t in range(len(ids))])


@wrong(
    "embed",
    pt=(
        "A média do texto",
        "Isto é a média dos vetores. Pede-se o de cada palavra.",
    ),
    en=(
        "The mean of the text",
        "This is the mean of the vectors. Those of each word are asked for.",
    ),
)
def mean(ids, E):
    return E[ids].mean(axis=0)


@wrong(
    "embed",
    pt=(
        "Vetores normalizados",
        "Os vetores foram divididos pelo tamanho. A tabela é lida como está.",
    ),
    en=(
        "Normalised vectors",
        "The vectors were divided by their length. The table is read as it is.",
    ),
)
def normalised(ids, E):
    norms = np.linalg.norm(E, axis=1, keepdims=True)
    return (E / np.where(norms == 0, 1, norms))[ids]


@wrong(
    "embed",
    pt=(
        "De trás para a frente",
        "As palavras vieram na ordem contrária à do texto.",
    ),
    en=(
        "Backwards",
        "The words came in the opposite order.",
    ),
)
def backwards(ids, E):
    return E[ids[::-1]]
