"""Answers to average_pool2d_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("average_pool2d_backward")
def loops(dy, size):
    C, h, w = dy.shape
    dx = np.zeros((C, h * size, w * size))
    for c, p, q in np.ndindex(dx.shape):
        dx[c, p, q] = dy[c, p // size, q // size] / size**2
    return dx


@right("average_pool2d_backward")
def kronecker(dy, size):
    return np.kron(dy, np.ones((1, size, size))) / (size * size)


@right("average_pool2d_backward")
def broadcast(dy, size):
    C, h, w = dy.shape
    shares = np.broadcast_to(dy[:, :, None, :, None] / size**2, (C, h, size, w, size))
    return shares.reshape(C, h * size, w * size)


@right("average_pool2d_backward")
def lists(dy, size):
    share = dy / size**2
    return [[[float(v) for v in row for _ in range(size)] for row in channel for _ in range(size)] for channel in share]


@right("average_pool2d_backward")
def by_indices(dy, size):
    rows, columns = np.arange(dy.shape[1] * size) // size, np.arange(dy.shape[2] * size) // size
    return dy[:, rows][:, :, columns] / size / size


@wrong(
    "average_pool2d_backward",
    pt=(
        "Sem dividir",
        "Cada pixel recebeu dy inteiro. Ele entra na média só com a sua parte.",
    ),
    en=(
        "Not divided",
        "Each pixel got all of dy. It enters the mean with its share only.",
    ),
)
def not_divided(dy, size):
    return np.repeat(np.repeat(dy, size, axis=1), size, axis=2) * 1.0


@wrong(
    "average_pool2d_backward",
    pt=(
        "Dividido por size",
        "A parte de cada pixel foi dy por size. A janela tem size vezes size pixels.",
    ),
    en=(
        "Divided by size",
        "Each pixel's share was dy over size. The window has size times size pixels.",
    ),
)
def by_the_side(dy, size):
    return np.repeat(np.repeat(dy, size, axis=1), size, axis=2) / size


@wrong(
    "average_pool2d_backward",
    pt=(
        "Repetido como ladrilhos",
        "dy foi repetido inteiro, como um ladrilho. Cada número dele deve virar um quadrado.",
    ),
    en=(
        "Repeated like tiles",
        "All of dy was repeated, like a tile. Each of its numbers should become a square.",
    ),
)
def tiles(dy, size):
    return np.tile(dy, (1, size, size)) / size**2


@wrong(
    "average_pool2d_backward",
    pt=(
        "Só um pixel de cada janela",
        "Só o primeiro pixel de cada janela recebeu algo. Todos entraram na média.",
    ),
    en=(
        "One pixel of each window",
        "Only the first pixel of each window got something. All of them entered the mean.",
    ),
)
def first_pixel(dy, size):
    C, h, w = dy.shape
    dx = np.zeros((C, h * size, w * size))
    dx[:, ::size, ::size] = dy
    return dx


@wrong(
    "average_pool2d_backward",
    pt=(
        "Só nas colunas",
        "dy foi espalhado só na largura: a altura não cresceu.",
    ),
    en=(
        "In the columns only",
        "dy was spread over the width only: the height did not grow.",
    ),
)
def width_only(dy, size):
    return np.repeat(dy, size, axis=2) / size**2


@wrong(
    "average_pool2d_backward",
    pt=(
        "Vezes os pixels da janela",
        "A parte foi multiplicada em vez de dividida.",
    ),
    en=(
        "Times the window's pixels",
        "The share was multiplied instead of divided.",
    ),
)
def multiplied(dy, size):
    return np.repeat(np.repeat(dy, size, axis=1), size, axis=2) * size**2


@wrong(
    "average_pool2d_backward",
    pt=(
        "Sem espalhar",
        "O que se devolveu tem o formato da saída. O gradiente tem o da imagem.",
    ),
    en=(
        "Not spread",
        "What was returned has the shape of the output. The gradient has that of the image.",
    ),
)
def not_spread(dy, size):
    return dy / size**2


@wrong(
    "average_pool2d_backward",
    pt=(
        "Linhas e colunas trocadas",
        "O resultado está deitado: as linhas são o que deveriam ser as colunas.",
    ),
    en=(
        "Rows and columns exchanged",
        "The result lies on its side: its rows are what should be its columns.",
    ),
)
def on_its_side(dy, size):
    dx = np.repeat(np.repeat(dy, size, axis=1), size, axis=2) / size**2
    return dx.transpose(0, 2, 1)


@wrong(
    "average_pool2d_backward",
    pt=(
        "Os canais também",
        "Os canais também foram repetidos.",
    ),
    en=(
        "The channels too",
        "The channels were repeated too.",
    ),
)
def channels_too(dy, size):
    dx = np.repeat(np.repeat(dy, size, axis=1), size, axis=2) / size**2
    return np.repeat(dx, size, axis=0)


@wrong(
    "average_pool2d_backward",
    pt=(
        "Dividiu sempre por 4",
        "dy foi dividido por 4, o que só vale para janelas de 2 por 2. Uma janela tem size² pixels.",
    ),
    en=(
        "Always divided by 4",
        "dy was divided by 4, which holds for windows of 2 by 2 only. A window has size² pixels.",
    ),
)
def by_four(dy, size):
    return np.repeat(np.repeat(dy, size, axis=1), size, axis=2) / 4
