"""Answers to max_pool2d: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("max_pool2d")
def loops(x, size):
    C, H, W = x.shape
    y = np.zeros((C, H // size, W // size))
    for c, i, j in np.ndindex(y.shape):
        y[c, i, j] = np.max(x[c, i * size : (i + 1) * size, j * size : (j + 1) * size])
    return y


@right("max_pool2d")
def rows_then_columns(x, size):
    by_rows = np.maximum.reduceat(x, np.arange(0, x.shape[1], size), axis=1)
    return np.maximum.reduceat(by_rows, np.arange(0, x.shape[2], size), axis=2)


@right("max_pool2d")
def place_by_place(x, size):
    return np.max([x[:, u::size, v::size] for u in range(size) for v in range(size)], axis=0)


@right("max_pool2d")
def lists(x, size):
    _, H, W = x.shape
    return [
        [
            [max(v for row in channel[i : i + size] for v in row[j : j + size]) for j in range(0, W, size)]
            for i in range(0, H, size)
        ]
        for channel in x.tolist()
    ]


@right("max_pool2d")
def moved_axes(x, size):
    C, H, W = x.shape
    parts = x.reshape(C, H // size, size, W // size, size).swapaxes(2, 3)
    return parts.reshape(C, H // size, W // size, -1).max(axis=-1)


@wrong(
    "max_pool2d",
    pt=(
        "A média",
        "Isto é a média de cada janela. Pede-se o maior.",
    ),
    en=(
        "The mean",
        "This is the mean of each window. The largest is asked for.",
    ),
)
def mean(x, size):
    C, H, W = x.shape
    return x.reshape(C, H // size, size, W // size, size).mean(axis=(2, 4))


@wrong(
    "max_pool2d",
    pt=(
        "O menor",
        "Isto é o menor pixel de cada janela.",
    ),
    en=(
        "The smallest",
        "This is the smallest pixel of each window.",
    ),
)
def smallest(x, size):
    C, H, W = x.shape
    return x.reshape(C, H // size, size, W // size, size).min(axis=(2, 4))


@wrong(
    "max_pool2d",
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
    return np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(1, 2)).max(axis=(3, 4))


@wrong(
    "max_pool2d",
    pt=(
        "Um pixel de cada janela",
        "Isto é o primeiro pixel de cada janela, e não o maior.",
    ),
    en=(
        "One pixel of each window",
        "This is the first pixel of each window, and not the largest.",
    ),
)
def first_pixel(x, size):
    return x[:, ::size, ::size]


@wrong(
    "max_pool2d",
    pt=(
        "Eixos misturados",
        "O formato tem o tamanho certo, mas os eixos não são os das janelas: pixels de janelas diferentes foram "
        "comparados.",
    ),
    en=(
        "Axes mixed up",
        "The shape has the right size, but its axes are not those of the windows: pixels of different windows were "
        "compared.",
    ),
)
def mixed_axes(x, size):
    C, H, W = x.shape
    return x.reshape(C, H // size, W // size, size, size).max(axis=(3, 4))


@wrong(
    "max_pool2d",
    pt=(
        "O maior de todos os canais",
        "Os canais foram juntados. Cada um é resumido por si.",
    ),
    en=(
        "The largest of all channels",
        "The channels were put together. Each is summed up by itself.",
    ),
)
def over_channels(x, size):
    C, H, W = x.shape
    y = x.reshape(C, H // size, size, W // size, size).max(axis=(0, 2, 4))
    return np.broadcast_to(y, (C, H // size, W // size)).copy()


@wrong(
    "max_pool2d",
    pt=(
        "O maior em módulo",
        "O pixel escolhido foi o de maior módulo: um −5 ganhou de um 3.",
    ),
    en=(
        "The largest in absolute value",
        "The pixel chosen was the one of the largest absolute value: a −5 won over a 3.",
    ),
)
def largest_in_size(x, size):
    C, H, W = x.shape
    parts = x.reshape(C, H // size, size, W // size, size).swapaxes(2, 3).reshape(C, H // size, W // size, -1)
    places = np.abs(parts).argmax(axis=-1)
    return np.take_along_axis(parts, places[..., None], axis=-1)[..., 0]


@wrong(
    "max_pool2d",
    pt=(
        "Nunca abaixo de zero",
        "O máximo partiu de zero, e uma janela só de negativos ficou com 0.",
    ),
    en=(
        "Never below zero",
        "The maximum started from zero, and a window of negative numbers alone got 0.",
    ),
)
def never_negative(x, size):
    C, H, W = x.shape
    return np.maximum(x.reshape(C, H // size, size, W // size, size).max(axis=(2, 4)), 0)


@wrong(
    "max_pool2d",
    pt=(
        "Só nas linhas",
        "O máximo foi tomado só ao longo das linhas: a altura não encolheu.",
    ),
    en=(
        "Along the rows only",
        "The maximum was taken along the rows only: the height did not shrink.",
    ),
)
def rows_only(x, size):
    C, H, W = x.shape
    return x.reshape(C, H, W // size, size).max(axis=3)


@wrong(
    "max_pool2d",
    pt=(
        "Começou em −9999",
        "A busca começou em −9999, e uma janela de pixels ainda menores ficou com isso. Comece com o primeiro pixel "
        "da janela, ou com −inf.",
    ),
    en=(
        "Started at −9999",
        "The search began at −9999, and a window of even smaller pixels kept that. Begin with the window's first "
        "pixel, or with −inf.",
    ),
)
def from_a_small_number(x, size):
    C, H, W = x.shape
    y = np.full((C, H // size, W // size), -9999.0)
    for p in range(size):
        for q in range(size):
            y = np.maximum(y, x[:, p::size, q::size])
    return y


@wrong(
    "max_pool2d",
    pt=(
        "Janelas que andam um pixel por vez",
        "A janela anda um pixel por vez, e as janelas se sobrepõem. Elas ficam lado a lado: cada uma começa onde a de "
        "antes termina.",
    ),
    en=(
        "Windows that move pixel by pixel",
        "The window moves by one pixel at a time, and the windows overlap. They lie side by side: each begins where "
        "the one before it ends.",
    ),
)
def pixel_by_pixel(x, size):
    C, H, W = x.shape
    y = np.zeros((C, H // size, W // size))
    for i in range(H // size):
        for j in range(W // size):
            y[:, i, j] = x[:, i : i + size, j : j + size].max(axis=(1, 2))
    return y


@wrong(
    "max_pool2d",
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
    return x.reshape(C, size, H // size, size, W // size).max(axis=(1, 3))
