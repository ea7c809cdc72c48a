"""Answers to average_pool2d: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("average_pool2d")
def loops(x, size):
    C, H, W = x.shape
    y = np.zeros((C, H // size, W // size))
    for c, i, j in np.ndindex(y.shape):
        y[c, i, j] = np.mean(x[c, i * size : (i + 1) * size, j * size : (j + 1) * size])
    return y


@right("average_pool2d")
def place_by_place(x, size):
    return sum(x[:, u::size, v::size] for u in range(size) for v in range(size)) / size**2


@right("average_pool2d")
def rows_then_columns(x, size):
    by_rows = np.add.reduceat(x, np.arange(0, x.shape[1], size), axis=1)
    return np.add.reduceat(by_rows, np.arange(0, x.shape[2], size), axis=2) / (size * size)


@right("average_pool2d")
def product(x, size):
    _, H, W = x.shape
    left = np.kron(np.eye(H // size), np.ones(size)) / size
    right = np.kron(np.eye(W // size), np.ones(size)).T / size
    return left @ x @ right


@right("average_pool2d")
def single_precision(x, size):
    C, H, W = x.shape
    return np.float32(x).reshape(C, H // size, size, W // size, size).mean(axis=(2, 4))


@wrong(
    "average_pool2d",
    pt=(
        "A soma",
        "Isto é a soma de cada janela: faltou dividir.",
    ),
    en=(
        "The sum",
        "This is the sum of each window: it was not divided.",
    ),
)
def summed(x, size):
    C, H, W = x.shape
    return x.reshape(C, H // size, size, W // size, size).sum(axis=(2, 4))


@wrong(
    "average_pool2d",
    pt=(
        "Dividida por size",
        "A soma foi dividida por size. A janela tem size vezes size pixels.",
    ),
    en=(
        "Divided by size",
        "The sum was divided by size. The window has size times size pixels.",
    ),
)
def by_the_side(x, size):
    C, H, W = x.shape
    return x.reshape(C, H // size, size, W // size, size).sum(axis=(2, 4)) / size


@wrong(
    "average_pool2d",
    pt=(
        "O maior",
        "Isto é o maior pixel de cada janela. Pede-se a média.",
    ),
    en=(
        "The largest",
        "This is the largest pixel of each window. The mean is asked for.",
    ),
)
def largest(x, size):
    C, H, W = x.shape
    return x.reshape(C, H // size, size, W // size, size).max(axis=(2, 4))


@wrong(
    "average_pool2d",
    pt=(
        "Janelas que se sobrepõem",
        "As janelas andaram de um em um. Aqui elas ficam lado a lado.",
    ),
    en=(
        "Windows that overlap",
        "The windows moved one by one. Here they lie side by side.",
    ),
)
def overlapping(x, size):
    return np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2)).mean(axis=(3, 4))


@wrong(
    "average_pool2d",
    pt=(
        "Eixos misturados",
        "O formato tem o tamanho certo, mas os eixos não são os das janelas: pixels de janelas diferentes entraram na"
        " mesma média.",
    ),
    en=(
        "Axes mixed up",
        "The shape has the right size, but its axes are not those of the windows: pixels of different windows entered"
        " one mean.",
    ),
)
def mixed_axes(x, size):
    C, H, W = x.shape
    return x.reshape(C, H // size, W // size, size, size).mean(axis=(3, 4))


@wrong(
    "average_pool2d",
    pt=(
        "A mediana",
        "Isto é a mediana de cada janela, e não a média.",
    ),
    en=(
        "The median",
        "This is the median of each window, and not the mean.",
    ),
)
def median(x, size):
    C, H, W = x.shape
    return np.median(x.reshape(C, H // size, size, W // size, size), axis=(2, 4))


@wrong(
    "average_pool2d",
    pt=(
        "Arredondada para baixo",
        "A média perdeu a fração: a divisão foi a de inteiros.",
    ),
    en=(
        "Rounded down",
        "The mean lost its fraction: the division was that of integers.",
    ),
)
def rounded_down(x, size):
    C, H, W = x.shape
    return x.reshape(C, H // size, size, W // size, size).sum(axis=(2, 4)) // size**2


@wrong(
    "average_pool2d",
    pt=(
        "A média de todos os canais",
        "Os canais foram juntados. Cada um é resumido por si.",
    ),
    en=(
        "The mean of all channels",
        "The channels were put together. Each is summed up by itself.",
    ),
)
def over_channels(x, size):
    C, H, W = x.shape
    y = x.reshape(C, H // size, size, W // size, size).mean(axis=(0, 2, 4))
    return np.broadcast_to(y, (C, H // size, W // size)).copy()


@wrong(
    "average_pool2d",
    pt=(
        "Só nas linhas",
        "A média foi tomada só ao longo das linhas: a altura não encolheu.",
    ),
    en=(
        "Along the rows only",
        "The mean was taken along the rows only: the height did not shrink.",
    ),
)
def rows_only(x, size):
    C, H, W = x.shape
    return x.reshape(C, H, W // size, size).mean(axis=3)


@wrong(
    "average_pool2d",
    pt=(
        "Dividiu sempre por 4",
        "A soma foi dividida por 4, o que só vale para janelas de 2 por 2. Uma janela tem size² pixels.",
    ),
    en=(
        "Always divided by 4",
        "The sum was divided by 4, which holds for windows of 2 by 2 only. A window has size² pixels.",
    ),
)
def by_four(x, size):
    C, H, W = x.shape
    return x.reshape(C, H // size, size, W // size, size).sum(axis=(2, 4)) / 4


@wrong(
    "average_pool2d",
    pt=(
        "Pixels espalhados em vez de janelas",
        "No reshape, size veio antes do número de janelas: juntaram-se pixels distantes, e não vizinhos.",
    ),
    en=(
        "Scattered pixels in place of windows",
        "In the reshape size came before the number of windows: pixels that lie apart were put together, and not "
        "neighbours.",
    ),
)
def scattered(x, size):
    C, H, W = x.shape
    return x.reshape(C, size, H // size, size, W // size).mean(axis=(1, 3))
