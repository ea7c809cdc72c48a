"""Answers to one_hot: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("one_hot")
def rows_of_the_identity(y, k):
    return np.eye(k)[y]


@right("one_hot")
def compared_with_each_class(y, k):
    return (np.asarray(y)[:, None] == np.arange(k)).astype(float)


@right("one_hot")
def filled_in(y, k):
    out = np.zeros((len(y), k))
    out[np.arange(len(y)), y] = 1
    return out


@right("one_hot")
def lists_of_integers(y, k):
    return [[int(j == label) for j in range(k)] for label in y]


@right("one_hot")
def booleans(y, k):
    return np.equal.outer(np.asarray(y), np.arange(k))


@right("one_hot")
def single_precision(y, k):
    return np.eye(k, dtype=np.float32)[y]


@wrong(
    "one_hot",
    pt=(
        "Só até a maior classe que apareceu",
        "O número de colunas saiu dos dados, e não de k. Se as últimas classes não aparecem neste lote, as colunas "
        "delas somem.",
    ),
    en=(
        "Only up to the largest class that occurred",
        "The number of columns came from the data, not from k. If the last classes do not occur in this batch, their "
        "columns vanish.",
    ),
)
def as_many_classes_as_occur(y, k):
    return np.eye(int(np.max(y)) + 1)[y]


@wrong(
    "one_hot",
    pt=(
        "Classes nas linhas",
        "A matriz saiu transposta: cada exemplo é uma linha, e cada classe uma coluna.",
    ),
    en=(
        "Classes in rows",
        "The matrix came out transposed: each example is a row, and each class a column.",
    ),
)
def classes_in_rows(y, k):
    return np.eye(k)[y].T


@wrong(
    "one_hot",
    pt=(
        "Classes contadas a partir de 1",
        "O 1 caiu uma coluna antes, e o da classe 0 foi parar na última: as classes deste curso começam em 0.",
    ),
    en=(
        "Classes counted from 1",
        "The 1 fell one column too early, and that of class 0 ended up in the last one: the classes of this course "
        "start at 0.",
    ),
)
def counted_from_one(y, k):
    return np.eye(k)[np.asarray(y) - 1]


@wrong(
    "one_hot",
    pt=(
        "O rótulo no lugar do 1",
        "Na posição certa você escreveu o número da classe. Um vetor one-hot só tem 0 e 1; senão, a classe 3 valeria "
        "três vezes a 1.",
    ),
    en=(
        "The label in place of the 1",
        "At the right place you wrote the number of the class. A one-hot vector holds 0 and 1 only; otherwise class 3 "
        "would count three times class 1.",
    ),
)
def label_for_one(y, k):
    return np.eye(k)[y] * np.asarray(y)[:, None]


@wrong(
    "one_hot",
    pt=(
        "Zeros e uns trocados",
        "A classe certa ficou com 0 e as outras com 1.",
    ),
    en=(
        "Zeros and ones swapped",
        "The right class got 0 and the others 1.",
    ),
)
def zeros_and_ones_swapped(y, k):
    return 1 - np.eye(k)[y]


@wrong(
    "one_hot",
    pt=(
        "Uns até a classe",
        "Você marcou todas as classes até a do exemplo, como num termômetro. Só uma coluna recebe 1.",
    ),
    en=(
        "Ones up to the class",
        "You marked all classes up to the example's, as on a thermometer. Only one column receives a 1.",
    ),
)
def up_to_the_class(y, k):
    return (np.arange(k) <= np.asarray(y)[:, None]).astype(float)


@wrong(
    "one_hot",
    pt=(
        "Colunas inteiras",
        "O índice marcou a coluna em todas as linhas. Cada linha recebe o seu próprio 1.",
    ),
    en=(
        "Whole columns",
        "The index marked the column in all rows. Each row receives a 1 of its own.",
    ),
)
def whole_columns(y, k):
    out = np.zeros((len(y), k))
    out[:, y] = 1
    return out


@wrong(
    "one_hot",
    pt=(
        "Menos 1 nas outras",
        "As outras classes ficaram com −1. Uma linha one-hot é uma distribuição: soma 1.",
    ),
    en=(
        "Minus 1 elsewhere",
        "The other classes got −1. A one-hot row is a distribution: it adds up to 1.",
    ),
)
def minus_one_elsewhere(y, k):
    return 2 * np.eye(k)[y] - 1


@wrong(
    "one_hot",
    pt=(
        "Os rótulos como vieram",
        "Você devolveu os rótulos sem transformá-los. O que se pede é uma linha de k números para cada um.",
    ),
    en=(
        "Labels as they came",
        "You returned the labels untransformed. What is asked for is a row of k numbers for each.",
    ),
)
def labels_as_they_are(y, k):
    return y
