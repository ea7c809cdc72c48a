"""Answers to unfold: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("unfold")
def sliding_windows(x, kh, kw):
    windows = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(1, 2))
    return windows.transpose(0, 3, 4, 1, 2).reshape(x.shape[0] * kh * kw, -1)


@right("unfold")
def row_by_row(x, kh, kw):
    C, H, W = x.shape
    height, width = output_size(H, kh), output_size(W, kw)
    rows = []
    for c in range(C):
        for u in range(kh):
            for v in range(kw):
                rows.append(x[c, u : u + height, v : v + width].ravel())
    return np.stack(rows)


@right("unfold")
def by_indices(x, kh, kw):
    C, H, W = x.shape
    p, q = np.indices((H - kh + 1, W - kw + 1)).reshape(2, -1)
    c, u, v = np.indices((C, kh, kw)).reshape(3, -1)
    return x[c[:, None], u[:, None] + p, v[:, None] + q]


@right("unfold")
def lists(x, kh, kw):
    height, width = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    return [
        [x[c, i + u, j + v] for i in range(height) for j in range(width)]
        for c in range(len(x))
        for u in range(kh)
        for v in range(kw)
    ]


@right("unfold")
def column_by_column(x, kh, kw):
    height, width = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    out = np.empty((len(x) * kh * kw, height * width))
    for k in range(height * width):
        i, j = divmod(k, width)
        out[:, k] = x[:, i : i + kh, j : j + kw].flatten()
    return out


@wrong(
    "unfold",
    pt=(
        "Uma janela por linha",
        "As janelas estão nas linhas. Elas são as colunas.",
    ),
    en=(
        "A window in each row",
        "The windows are in the rows. They are the columns.",
    ),
)
def in_rows(x, kh, kw):
    rows, columns = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    windows = [x[:, i : i + kh, j : j + kw].ravel() for i in range(rows) for j in range(columns)]
    return np.array(windows)


@wrong(
    "unfold",
    pt=(
        "Janelas coluna por coluna",
        "As janelas vieram de cima para baixo, uma coluna depois da outra. A ordem é a da leitura: linha por linha.",
    ),
    en=(
        "Windows column by column",
        "The windows came from top to bottom, one column after the other. The order is that of reading: row by row.",
    ),
)
def down_the_columns(x, kh, kw):
    rows, columns = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    windows = [x[:, i : i + kh, j : j + kw].ravel() for j in range(columns) for i in range(rows)]
    return np.array(windows).T


@wrong(
    "unfold",
    pt=(
        "Cada janela coluna por coluna",
        "Dentro da janela, os números vieram coluna por coluna. Eles vêm linha por linha, canal por canal.",
    ),
    en=(
        "Each window column by column",
        "Within the window the numbers came column by column. They come row by row, channel by channel.",
    ),
)
def columns_inside(x, kh, kw):
    rows, columns = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    windows = [x[:, i : i + kh, j : j + kw].transpose(0, 2, 1).ravel() for i in range(rows) for j in range(columns)]
    return np.array(windows).T


@wrong(
    "unfold",
    pt=(
        "Os canais por último",
        "Os números vieram pixel por pixel, com os canais lado a lado. Primeiro vem o canal inteiro, depois o próximo.",
    ),
    en=(
        "The channels last",
        "The numbers came pixel by pixel, with the channels side by side. The whole channel comes first, then the "
        "next one.",
    ),
)
def channels_last(x, kh, kw):
    rows, columns = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    windows = [x[:, i : i + kh, j : j + kw].transpose(1, 2, 0).ravel() for i in range(rows) for j in range(columns)]
    return np.array(windows).T


@wrong(
    "unfold",
    pt=(
        "Janelas que não se sobrepõem",
        "As janelas ficaram lado a lado, como no pooling. Aqui elas andam de um em um.",
    ),
    en=(
        "Windows that do not overlap",
        "The windows lie side by side, as in pooling. Here they move one by one.",
    ),
)
def side_by_side(x, kh, kw):
    rows, columns = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    windows = [x[:, i : i + kh, j : j + kw].ravel() for i in range(0, rows, kh) for j in range(0, columns, kw)]
    return np.array(windows).T


@wrong(
    "unfold",
    pt=(
        "Altura e largura trocadas",
        "A janela ficou deitada: a altura foi tomada pela largura.",
    ),
    en=(
        "Height and width exchanged",
        "The window lies on its side: its height was taken for its width.",
    ),
)
def exchanged(x, kh, kw):
    rows, columns = x.shape[1] - kw + 1, x.shape[2] - kh + 1
    windows = [x[:, i : i + kw, j : j + kh].ravel() for i in range(rows) for j in range(columns)]
    return np.array(windows).T


@wrong(
    "unfold",
    pt=(
        "Uma janela a menos",
        "A última linha e a última coluna de janelas ficaram de fora.",
    ),
    en=(
        "One window too few",
        "The last row and the last column of windows were left out.",
    ),
)
def one_short(x, kh, kw):
    rows, columns = x.shape[1] - kh, x.shape[2] - kw
    windows = [x[:, i : i + kh, j : j + kw].ravel() for i in range(rows) for j in range(columns)]
    return np.array(windows).reshape(len(windows), len(x) * kh * kw).T


@wrong(
    "unfold",
    pt=(
        "Só o primeiro canal",
        "Só o primeiro canal foi desenrolado.",
    ),
    en=(
        "The first channel only",
        "Only the first channel was rolled out.",
    ),
)
def first_channel(x, kh, kw):
    rows, columns = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    windows = [x[0, i : i + kh, j : j + kw].ravel() for i in range(rows) for j in range(columns)]
    return np.array(windows).T


@wrong(
    "unfold",
    pt=(
        "A janela sem desenrolar",
        "As janelas continuam com três eixos cada uma. Cada uma deve virar um vetor.",
    ),
    en=(
        "Windows not rolled out",
        "The windows still have three axes each. Each should become a vector.",
    ),
)
def not_rolled_out(x, kh, kw):
    rows, columns = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    windows = [x[:, i : i + kh, j : j + kw] for i in range(rows) for j in range(columns)]
    return np.array(windows)
