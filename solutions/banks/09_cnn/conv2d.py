"""Answers to conv2d: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("conv2d")
def sliding_windows(x, K, b, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, K.shape[2:], axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    return np.einsum("cijuv,fcuv->fij", windows, K) + b[:, None, None]


@right("conv2d")
def weight_by_weight(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    height = output_size(x.shape[1], kh, stride, padding)
    width = output_size(x.shape[2], kw, stride, padding)
    y = np.zeros((F, height, width)) + b.reshape(-1, 1, 1)
    for u in range(kh):
        for v in range(kw):
            piece = padded[:, u : u + height * stride : stride, v : v + width * stride : stride]
            piece = piece[:, :height, :width]
            y += np.tensordot(K[:, :, u, v], piece, axes=1)
    return y


@right("conv2d")
def seven_loops(x, K, b, stride=1, padding=0):
    F, C, kh, kw = K.shape
    _, H, W = x.shape
    height = (H + 2 * padding - kh) // stride + 1
    width = (W + 2 * padding - kw) // stride + 1
    y = []
    for f in range(F):
        channel = []
        for i in range(height):
            row = []
            for j in range(width):
                total = b[f]
                for c in range(C):
                    for u in range(kh):
                        for v in range(kw):
                            p, q = i * stride + u - padding, j * stride + v - padding
                            if 0 <= p < H and 0 <= q < W:
                                total += K[f, c, u, v] * x[c, p, q]
                row.append(total)
            channel.append(row)
        y.append(channel)
    return y


@right("conv2d")
def product_of_matrices(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, [(0, 0), (padding,) * 2, (padding,) * 2])
    all_windows = K.reshape(F, -1) @ unfold(padded, kh, kw) + b[:, None]
    shape = F, output_size(padded.shape[1], kh), output_size(padded.shape[2], kw)
    return all_windows.reshape(shape)[:, ::stride, ::stride]


@right("conv2d")
def single_precision(x, K, b, stride=1, padding=0):
    x, K, b = (np.asarray(a, dtype=np.float32) for a in (x, K, b))
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, K.shape[2:], axis=(1, 2))[:, ::stride, ::stride]
    return np.einsum("cijuv,fcuv->fij", windows, K) + b[:, None, None]


@right("conv2d")
def by_fourier(x, K, b, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    kh, kw = K.shape[2:]
    H, W = padded.shape[1:]
    turned = np.fft.rfft2(K[:, :, ::-1, ::-1], s=(H + kh, W + kw))
    full = np.fft.irfft2((np.fft.rfft2(padded, s=(H + kh, W + kw)) * turned).sum(axis=1), s=(H + kh, W + kw))
    return full[:, kh - 1 : H, kw - 1 : W][:, ::stride, ::stride] + b[:, None, None]


@wrong(
    "conv2d",
    pt=(
        "O núcleo virado",
        "O núcleo foi virado antes de pousar. Isso é a convolução da matemática; aqui ele pousa como está.",
    ),
    en=(
        "The kernel turned over",
        "The kernel was turned over before it was laid on. That is mathematics' convolution; here it is laid on as it"
        " is.",
    ),
)
def turned_over(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    height = (padded.shape[1] - kh) // stride + 1
    width = (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = np.sum(K[:, :, ::-1, ::-1] * window, axis=(1, 2, 3)) + b
    return y


@wrong(
    "conv2d",
    pt=(
        "Sem o viés",
        "O viés dos filtros não entrou.",
    ),
    en=(
        "Without the bias",
        "The filters' bias did not enter.",
    ),
)
def without_bias(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    height = (padded.shape[1] - kh) // stride + 1
    width = (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = np.sum(K * window, axis=(1, 2, 3))
    return y


@wrong(
    "conv2d",
    pt=(
        "O passo só na conta",
        "O número de saídas está certo, mas as janelas andaram de um em um.",
    ),
    en=(
        "The stride in the count only",
        "The number of outputs is right, but the windows moved one by one.",
    ),
)
def stride_in_the_count(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    height = (padded.shape[1] - kh) // stride + 1
    width = (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i : i + kh, j : j + kw]
            y[:, i, j] = np.sum(K * window, axis=(1, 2, 3)) + b
    return y


@wrong(
    "conv2d",
    pt=(
        "Só o primeiro canal",
        "Só o primeiro canal entrou na soma. Cada filtro olha para todos.",
    ),
    en=(
        "The first channel only",
        "Only the first channel entered the sum. Each filter looks at all of them.",
    ),
)
def first_channel(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    height = (padded.shape[1] - kh) // stride + 1
    width = (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = np.sum(K[:, 0] * window[0], axis=(1, 2)) + b
    return y


@wrong(
    "conv2d",
    pt=(
        "A média no lugar da soma",
        "Os produtos foram divididos pelo número de pesos. A convolução é a soma.",
    ),
    en=(
        "The mean in place of the sum",
        "The products were divided by the number of weights. The convolution is the sum.",
    ),
)
def mean(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    height = (padded.shape[1] - kh) // stride + 1
    width = (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = np.mean(K * window, axis=(1, 2, 3)) + b
    return y


@wrong(
    "conv2d",
    pt=(
        "Zeros em dobro",
        "A imagem ganhou o dobro dos zeros de cada lado.",
    ),
    en=(
        "Twice the zeros",
        "The image got twice the zeros on each side.",
    ),
)
def twice_the_zeros(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (2 * padding, 2 * padding), (2 * padding, 2 * padding)))
    height = (padded.shape[1] - kh) // stride + 1
    width = (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = np.sum(K * window, axis=(1, 2, 3)) + b
    return y


@wrong(
    "conv2d",
    pt=(
        "Zeros só de um lado",
        "Os zeros ficaram só em cima e à esquerda. Eles vão em volta.",
    ),
    en=(
        "Zeros on one side",
        "The zeros are only above and to the left. They go all around.",
    ),
)
def zeros_before(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (2 * padding, 0), (2 * padding, 0)))
    height = (padded.shape[1] - kh) // stride + 1
    width = (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = np.sum(K * window, axis=(1, 2, 3)) + b
    return y


@wrong(
    "conv2d",
    pt=(
        "A borda repetida",
        "Em volta da imagem ficaram os pixels da borda, repetidos. Ali vão zeros.",
    ),
    en=(
        "The border repeated",
        "Around the image are the pixels of its border, repeated. Zeros go there.",
    ),
)
def border_repeated(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)), mode="edge")
    height = (padded.shape[1] - kh) // stride + 1
    width = (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = np.sum(K * window, axis=(1, 2, 3)) + b
    return y


@wrong(
    "conv2d",
    pt=(
        "O viés em cada peso",
        "O viés foi somado antes da soma dos produtos, e por isso entrou uma vez para cada peso. Ele entra uma vez "
        "por saída.",
    ),
    en=(
        "The bias in every weight",
        "The bias was added before the products were summed, and so it entered once for each weight. It enters once "
        "for each output.",
    ),
)
def bias_in_every_weight(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    height = (padded.shape[1] - kh) // stride + 1
    width = (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = np.sum(K * window + b[:, None, None, None], axis=(1, 2, 3))
    return y


@wrong(
    "conv2d",
    pt=(
        "Linhas e colunas trocadas",
        "O passo das linhas foi dado nas colunas, e o das colunas, nas linhas: a saída está deitada.",
    ),
    en=(
        "Rows and columns exchanged",
        "The output lies on its side: its rows are what should be its columns.",
    ),
)
def on_its_side(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    height = (padded.shape[1] - kh) // stride + 1
    width = (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = np.sum(K * window, axis=(1, 2, 3)) + b
    return y.transpose(0, 2, 1)


@wrong(
    "conv2d",
    pt=(
        "Sem os zeros em volta",
        "`padding` foi esquecido: a saída é menor do que deveria.",
    ),
    en=(
        "Without the zeros around",
        "`padding` was forgotten: the output is smaller than it should be.",
    ),
)
def no_padding(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = x
    height = (padded.shape[1] - kh) // stride + 1
    width = (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = np.sum(K * window, axis=(1, 2, 3)) + b
    return y


@wrong(
    "conv2d",
    pt=(
        "Só um filtro",
        "O resultado é a soma de todos os filtros. Cada um tem o seu canal na saída.",
    ),
    en=(
        "A single filter",
        "The result is the sum of all filters. Each has its own channel in the output.",
    ),
)
def filters_added(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    height = (padded.shape[1] - kh) // stride + 1
    width = (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = np.sum(K * window, axis=(1, 2, 3)) + b
    return y.sum(axis=0, keepdims=True)


@wrong(
    "conv2d",
    pt=(
        "Só três canais",
        "Só os três primeiros canais foram somados, como se toda imagem fosse colorida. Depois da primeira camada há "
        "tantos quantos filtros.",
    ),
    en=(
        "Three channels only",
        "Only the first three channels were added, as if every image were one of colours. After the first layer "
        "there are as many as filters.",
    ),
)
def three_channels(x, K, b, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, K.shape[2:], axis=(1, 2))[:3, ::stride, ::stride]
    return np.einsum("chwij,fcij->fhw", windows, K[:, :3]) + b[:, None, None]


@wrong(
    "conv2d",
    pt=(
        "Zeros também nos canais",
        "`np.pad(x, padding)` põe zeros em todos os eixos, e a imagem ganha canais que os filtros não têm. Só a altura "
        "e a largura ganham zeros.",
    ),
    en=(
        "Zeros in the channels, too",
        "`np.pad(x, padding)` puts zeros along every axis, and the image gets channels that the filters have not. "
        "Height and width alone get zeros.",
    ),
)
def padded_channels(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, padding)
    height, width = (padded.shape[1] - kh) // stride + 1, (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            window = padded[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, i, j] = np.sum(K * window, axis=(1, 2, 3)) + b
    return y


@wrong(
    "conv2d",
    pt=(
        "O viés uma vez por canal",
        "O viés foi somado em cada canal. Ele entra uma vez em cada saída, depois da soma sobre os canais.",
    ),
    en=(
        "The bias once for each channel",
        "The bias was added at each channel. It enters each output once, after the sum over the channels.",
    ),
)
def bias_by_channel(x, K, b, stride=1, padding=0):
    F, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    height, width = (padded.shape[1] - kh) // stride + 1, (padded.shape[2] - kw) // stride + 1
    y = np.zeros((F, height, width))
    for channel, kernels in zip(padded, K.swapaxes(0, 1), strict=True):
        for i in range(height):
            for j in range(width):
                window = channel[i * stride : i * stride + kh, j * stride : j * stride + kw]
                y[:, i, j] += np.sum(kernels * window, axis=(1, 2)) + b
    return y
