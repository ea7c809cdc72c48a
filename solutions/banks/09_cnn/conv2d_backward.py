"""Answers to conv2d_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("conv2d_backward")
def weight_by_weight(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    _, height, width = dy.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for u in range(kh):
        for v in range(kw):
            rows = u + stride * np.arange(height)[:, None]
            columns = v + stride * np.arange(width)
            dK[:, :, u, v] = np.einsum("fij,cij->fc", dy, padded[:, rows, columns])
            dpadded[:, rows, columns] += np.einsum("fij,fc->cij", dy, K[:, :, u, v])
    H, W = x.shape[1:]
    return dpadded[:, padding : H + padding, padding : W + padding], dK, np.einsum("fij->f", dy)


@right("conv2d_backward")
def seven_loops(x, K, dy, stride=1, padding=0):
    F, C, kh, kw = K.shape
    _, H, W = x.shape
    dx, dK, db = np.zeros((C, H, W)), np.zeros(K.shape), np.zeros(F)
    for f, i, j in np.ndindex(dy.shape):
        db[f] += dy[f, i, j]
        for c, u, v in np.ndindex(C, kh, kw):
            p, q = i * stride + u - padding, j * stride + v - padding
            if 0 <= p < H and 0 <= q < W:
                dK[f, c, u, v] += dy[f, i, j] * x[c, p, q]
                dx[c, p, q] += dy[f, i, j] * K[f, c, u, v]
    return [dx, dK, db]


@right("conv2d_backward")
def by_windows(x, K, dy, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, K.shape[2:], axis=(1, 2))[:, ::stride, ::stride]
    dpadded = np.zeros_like(padded, dtype=float)
    back = np.tensordot(dy, K, axes=(0, 0))
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            top, left = i * stride, j * stride
            dpadded[:, top : top + K.shape[2], left : left + K.shape[3]] += back[i, j]
    cut = slice(padding, -padding or None)
    return dpadded[:, cut, cut], np.einsum("fij,cijuv->fcuv", dy, windows), dy.sum((1, 2))


@right("conv2d_backward")
def single_precision(x, K, dy, stride=1, padding=0):
    x, K, dy = (np.asarray(a, dtype=np.float32) for a in (x, K, dy))
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros_like(padded), np.zeros_like(K)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows, columns = slice(i * stride, i * stride + K.shape[2]), slice(j * stride, j * stride + K.shape[3])
            for f in range(len(K)):
                dK[f] += dy[f, i, j] * padded[:, rows, columns]
                dpadded[:, rows, columns] += dy[f, i, j] * K[f]
    H, W = x.shape[1:]
    return dpadded[:, padding : padding + H, padding : padding + W], dK, dy.sum(axis=(1, 2))


@wrong(
    "conv2d_backward",
    pt=(
        "A última janela ganha",
        "O que uma janela manda a um pixel apagou o que as de antes tinham mandado. Um pixel que está em várias "
        "janelas recebe de todas.",
    ),
    en=(
        "The last window wins",
        "What one window sends to a pixel wiped out what earlier ones had sent. A pixel that lies in several windows "
        "gets something from all.",
    ),
)
def overwritten(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dpadded[:, rows, columns] = np.sum(g * K, axis=0)
    dx = dpadded[:, padding : padding + x.shape[1], padding : padding + x.shape[2]]
    return dx, dK, dy.sum(axis=(1, 2))


@wrong(
    "conv2d_backward",
    pt=(
        "Só a última janela em dK",
        "dK ficou só com a última janela. Um peso serviu a todas, e recebe de todas.",
    ),
    en=(
        "dK of the last window",
        "dK has only the last window. A weight served all of them, and gets something from all.",
    ),
)
def last_window(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK = g * padded[:, rows, columns]
            dpadded[:, rows, columns] += np.sum(g * K, axis=0)
    dx = dpadded[:, padding : padding + x.shape[1], padding : padding + x.shape[2]]
    return dx, dK, dy.sum(axis=(1, 2))


@wrong(
    "conv2d_backward",
    pt=(
        "O núcleo virado",
        "dx usou o núcleo virado. Cada pixel recebe o peso que o multiplicou na ida.",
    ),
    en=(
        "The kernel turned over",
        "dx used the kernel turned over. Each pixel gets the weight that multiplied it on the way forward.",
    ),
)
def turned_over(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dpadded[:, rows, columns] += np.sum(g * K[:, :, ::-1, ::-1], axis=0)
    dx = dpadded[:, padding : padding + x.shape[1], padding : padding + x.shape[2]]
    return dx, dK, dy.sum(axis=(1, 2))


@wrong(
    "conv2d_backward",
    pt=(
        "dx com os zeros em volta",
        "dx ainda tem as bordas de zeros, que não são da imagem.",
    ),
    en=(
        "dx with the zeros around",
        "dx still has the border of zeros, which is not part of the image.",
    ),
)
def not_cut(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dpadded[:, rows, columns] += np.sum(g * K, axis=0)
    dx = dpadded
    return dx, dK, dy.sum(axis=(1, 2))


@wrong(
    "conv2d_backward",
    pt=(
        "Cortado do lado errado",
        "O pedaço que sobrou de dx não é o da imagem: os zeros estavam em volta, e foram cortados de um lado só.",
    ),
    en=(
        "Cut on the wrong side",
        "The piece of dx that was kept is not that of the image: the zeros were all around, and were cut off on one "
        "side only.",
    ),
)
def cut_on_one_side(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dpadded[:, rows, columns] += np.sum(g * K, axis=0)
    dx = dpadded[:, : x.shape[1], : x.shape[2]]
    return dx, dK, dy.sum(axis=(1, 2))


@wrong(
    "conv2d_backward",
    pt=(
        "A média em dK",
        "dK foi dividido pelo número de janelas. Ele é a soma do que todas mandam.",
    ),
    en=(
        "The mean in dK",
        "dK was divided by the number of windows. It is the sum of what all of them send.",
    ),
)
def mean(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dpadded[:, rows, columns] += np.sum(g * K, axis=0)
    dx = dpadded[:, padding : padding + x.shape[1], padding : padding + x.shape[2]]
    return dx, dK / dy[0].size, dy.sum(axis=(1, 2))


@wrong(
    "conv2d_backward",
    pt=(
        "db é a média",
        "db foi dividido pelo número de saídas. O viés entrou em cada uma, e recebe de todas.",
    ),
    en=(
        "db is the mean",
        "db was divided by the number of outputs. The bias entered each of them, and gets something from all.",
    ),
)
def mean_bias(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dpadded[:, rows, columns] += np.sum(g * K, axis=0)
    dx = dpadded[:, padding : padding + x.shape[1], padding : padding + x.shape[2]]
    return dx, dK, dy.mean(axis=(1, 2))


@wrong(
    "conv2d_backward",
    pt=(
        "db sem somar",
        "O gradiente do viés ficou com um número por saída. O viés é um por filtro.",
    ),
    en=(
        "db not summed",
        "The bias's gradient has a number for each output. There is one bias for each filter.",
    ),
)
def bias_not_summed(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dpadded[:, rows, columns] += np.sum(g * K, axis=0)
    dx = dpadded[:, padding : padding + x.shape[1], padding : padding + x.shape[2]]
    return dx, dK, dy


@wrong(
    "conv2d_backward",
    pt=(
        "dK e dx trocados",
        "Os gradientes vieram em outra ordem: primeiro dx, depois dK e db.",
    ),
    en=(
        "dK and dx exchanged",
        "The gradients came in another order: dx first, then dK and db.",
    ),
)
def exchanged(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dpadded[:, rows, columns] += np.sum(g * K, axis=0)
    dx = dpadded[:, padding : padding + x.shape[1], padding : padding + x.shape[2]]
    return dK, dx, dy.sum(axis=(1, 2))


@wrong(
    "conv2d_backward",
    pt=(
        "Um passo de 1 na volta",
        "Na volta, as janelas andaram de um em um. São as mesmas janelas da ida, com o mesmo passo.",
    ),
    en=(
        "A stride of 1 on the way back",
        "On the way back the windows moved one by one. They are the same windows as on the way forward, with the same"
        " stride.",
    ),
)
def stride_of_one(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i, i + kh)
            columns = slice(j, j + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dpadded[:, rows, columns] += np.sum(g * K, axis=0)
    dx = dpadded[:, padding : padding + x.shape[1], padding : padding + x.shape[2]]
    return dx, dK, dy.sum(axis=(1, 2))


@wrong(
    "conv2d_backward",
    pt=(
        "db somado até o fim",
        "db somou também os filtros: ficou um número só.",
    ),
    en=(
        "db summed to the end",
        "db summed over the filters too: a single number is left.",
    ),
)
def one_bias(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dpadded[:, rows, columns] += np.sum(g * K, axis=0)
    dx = dpadded[:, padding : padding + x.shape[1], padding : padding + x.shape[2]]
    return dx, dK, dy.sum()


@wrong(
    "conv2d_backward",
    pt=(
        "dx só do primeiro filtro",
        "Só o primeiro filtro mandou gradiente para a imagem. Todos a olharam.",
    ),
    en=(
        "dx of the first filter",
        "Only the first filter sent a gradient to the image. All of them looked at it.",
    ),
)
def first_filter(x, K, dy, stride=1, padding=0):
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dpadded[:, rows, columns] += (g * K)[0]
    dx = dpadded[:, padding : padding + x.shape[1], padding : padding + x.shape[2]]
    return dx, dK, dy.sum(axis=(1, 2))
