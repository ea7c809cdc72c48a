"""Answers to embed_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("embed_backward")
def one_hot_product(ids, V, dY):
    return np.eye(V)[ids].T @ dY


@right("embed_backward")
def loop(ids, V, dY):
    dE = np.zeros((V, dY.shape[1]))
    for i, row in zip(ids, dY):
        dE[i] += row
    return dE


@right("embed_backward")
def word_by_word(ids, V, dY):
    return np.array([dY[ids == word].sum(axis=0) for word in range(V)])


@right("embed_backward")
def counted(ids, V, dY):
    return np.stack([np.bincount(ids, weights=column, minlength=V) for column in dY.T], axis=1)


@wrong(
    "embed_backward",
    pt=(
        "A última parcela apaga as outras",
        "A linha de uma palavra repetida ficou com o gradiente de uma só das suas posições. Eles se somam.",
    ),
    en=(
        "The last contribution wipes out the others",
        "The row of a repeated word got the gradient of one of its places only. They add up.",
    ),
)
def overwritten(ids, V, dY):
    dE = np.zeros((V, dY.shape[1]))
    dE[ids] = dY
    return dE


@wrong(
    "embed_backward",
    pt=(
        "O += que soma uma vez só",
        "Com índices repetidos, o += do NumPy soma só uma vez. É preciso um laço, ou np.add.at.",
    ),
    en=(
        "The += that adds only once",
        "With repeated indices NumPy's += adds only once. It takes a loop, or np.add.at.",
    ),
)
def added_once(ids, V, dY):
    dE = np.zeros((V, dY.shape[1]))
    dE[ids] += dY
    return dE


@wrong(
    "embed_backward",
    pt=(
        "A média das posições",
        "Os gradientes de uma palavra repetida foram divididos por quantas vezes ela aparece. Eles se somam.",
    ),
    en=(
        "The mean of the places",
        "The gradients of a repeated word were divided by how often it occurs. They add up.",
    ),
)
def mean(ids, V, dY):
    dE = np.zeros((V, dY.shape[1]))
    np.add.at(dE, ids, dY)
    return dE / np.maximum(np.bincount(ids, minlength=V), 1)[:, None]


@wrong(
    "embed_backward",
    pt=(
        "Só as palavras do texto",
        "A tabela tem linhas só para as palavras que aparecem. As outras também têm gradiente: zero.",
    ),
    en=(
        "Only the words of the text",
        "The table has rows for the words that occur only. The others have a gradient too: zero.",
    ),
)
def occurring_only(ids, V, dY):
    words = np.unique(ids)
    return np.array([dY[ids == word].sum(axis=0) for word in words])


@wrong(
    "embed_backward",
    pt=(
        "O gradiente do texto",
        "Isto ainda é o gradiente de cada posição. Pede-se o de cada palavra da tabela.",
    ),
    en=(
        "The text's gradient",
        "This still is the gradient of each place. That of each word of the table is asked for.",
    ),
)
def not_gathered(ids, V, dY):
    return dY.copy()


@wrong(
    "embed_backward",
    pt=(
        "Dividido pelo comprimento do texto",
        "O gradiente foi dividido por T. A perda que manda dY já decidiu isso; aqui é a soma.",
    ),
    en=(
        "Divided by the text's length",
        "The gradient was divided by T. The loss that sends dY has decided that already; here it is the sum.",
    ),
)
def by_the_length(ids, V, dY):
    dE = np.zeros((V, dY.shape[1]))
    np.add.at(dE, ids, dY)
    return dE / len(ids)


@wrong(
    "embed_backward",
    pt=(
        "Linhas deslocadas",
        "Cada gradiente foi para a linha de cima: os índices começam em 0.",
    ),
    en=(
        "Rows shifted",
        "Each gradient went to the row above: indices start at 0.",
    ),
)
def from_one(ids, V, dY):
    dE = np.zeros((V, dY.shape[1]))
    np.add.at(dE, ids - 1, dY)
    return dE


@wrong(
    "embed_backward",
    pt=(
        "Só a primeira posição",
        "Só a primeira vez que a palavra aparece mandou gradiente.",
    ),
    en=(
        "The first place only",
        "Only the first time that a word occurs sent a gradient.",
    ),
)
def first_place(ids, V, dY):
    dE = np.zeros((V, dY.shape[1]))
    seen = set()
    for i, row in zip(ids.tolist(), dY):
        if i not in seen:
            dE[i] += row
            seen.add(i)
    return dE


@wrong(
    "embed_backward",
    pt=(
        "Deitado",
        "A tabela está deitada: as palavras são as linhas.",
    ),
    en=(
        "On its side",
        "The table lies on its side: the words are its rows.",
    ),
)
def on_its_side(ids, V, dY):
    dE = np.zeros((V, dY.shape[1]))
    np.add.at(dE, ids, dY)
    return dE.T


@wrong(
    "embed_backward",
    pt=(
        "Até a maior palavra do texto",
        "A tabela acaba na maior palavra que apareceu. Ela tem V linhas, haja ou não uma palavra para a última.",
    ),
    en=(
        "Up to the text's largest word",
        "The table ends at the largest word that came. It has V rows, whether or not the last word comes.",
    ),
)
def up_to_the_largest(ids, V, dY):
    dE = np.zeros((ids.max() + 1, dY.shape[1]))
    np.add.at(dE, ids, dY)
    return dE
