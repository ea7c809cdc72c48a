"""Answers to max_pool2d_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("max_pool2d_backward")
def loops(x, size, dy):
    dx = np.zeros(x.shape)
    for c, i, j in np.ndindex(dy.shape):
        window = x[c, i * size : (i + 1) * size, j * size : (j + 1) * size]
        row, column = np.unravel_index(np.argmax(window), window.shape)
        dx[c, i * size + row, j * size + column] = dy[c, i, j]
    return dx


@right("max_pool2d_backward")
def along_the_axis(x, size, dy):
    C, H, W = x.shape
    parts = x.reshape(C, H // size, size, W // size, size).swapaxes(2, 3).reshape(*dy.shape, size * size)
    back = np.zeros(parts.shape)
    np.put_along_axis(back, parts.argmax(axis=-1)[..., None], dy[..., None], axis=-1)
    return back.reshape(*dy.shape, size, size).swapaxes(2, 3).reshape(x.shape)


@right("max_pool2d_backward")
def last_of_the_largest(x, size, dy):
    C, H, W = x.shape
    dx = [[[0.0] * W for _ in range(H)] for _ in range(C)]
    for c, i, j in np.ndindex(dy.shape):
        places = [(p, q) for p in range(i * size, (i + 1) * size) for q in range(j * size, (j + 1) * size)]
        p, q = max(places, key=lambda place: (x[c][place], place))
        dx[c][p][q] += dy[c, i, j]
    return dx


@right("max_pool2d_backward")
def shared_windows(x, size, dy):
    dx = np.zeros(x.shape)
    for c, i, j in np.ndindex(dy.shape):
        here = (c, slice(i * size, (i + 1) * size), slice(j * size, (j + 1) * size))
        largest = x[here] == x[here].max()
        dx[here] = largest * dy[c, i, j] / largest.sum()
    return dx


@wrong(
    "max_pool2d_backward",
    pt=(
        "A todos os pixels",
        "Todos os pixels da janela receberam dy. Só o que venceu passou o seu valor adiante.",
    ),
    en=(
        "To all pixels",
        "All pixels of the window got dy. Only the one that won passed on its value.",
    ),
)
def to_all(x, size, dy):
    return np.repeat(np.repeat(dy, size, axis=1), size, axis=2) * 1.0


@wrong(
    "max_pool2d_backward",
    pt=(
        "Em partes iguais, como na média",
        "Isto é a volta da média: todos recebem a mesma parte.",
    ),
    en=(
        "In equal shares, as for the mean",
        "This is the way back through the mean: everyone gets the same share.",
    ),
)
def equal_shares(x, size, dy):
    return np.repeat(np.repeat(dy, size, axis=1), size, axis=2) / size**2


@wrong(
    "max_pool2d_backward",
    pt=(
        "No empate, dy inteiro para cada um",
        "Onde vários são o maior, cada um recebeu dy inteiro. Juntos eles devem receber dy.",
    ),
    en=(
        "At a tie, all of dy for each",
        "Where several are the largest, each got all of dy. Together they should get dy.",
    ),
)
def tie_pays_twice(x, size, dy):
    def spread(a):
        return np.repeat(np.repeat(a, size, axis=1), size, axis=2)

    return (x == spread(max_pool2d(x, size))) * spread(dy)


@wrong(
    "max_pool2d_backward",
    pt=(
        "No primeiro pixel",
        "dy foi para o primeiro pixel de cada janela, e não para o maior.",
    ),
    en=(
        "At the first pixel",
        "dy went to the first pixel of each window, and not to the largest.",
    ),
)
def first_pixel(x, size, dy):
    dx = np.zeros(x.shape)
    dx[:, ::size, ::size] = dy
    return dx


@wrong(
    "max_pool2d_backward",
    pt=(
        "Para o menor",
        "dy foi para o menor pixel de cada janela.",
    ),
    en=(
        "To the smallest",
        "dy went to the smallest pixel of each window.",
    ),
)
def smallest(x, size, dy):
    dx = np.zeros(x.shape)
    for c, i, j in np.ndindex(dy.shape):
        window = x[c, i * size : (i + 1) * size, j * size : (j + 1) * size]
        row, column = np.unravel_index(np.argmin(window), window.shape)
        dx[c, i * size + row, j * size + column] = dy[c, i, j]
    return dx


@wrong(
    "max_pool2d_backward",
    pt=(
        "Só onde dy",
        "O gradiente é 1 no pixel que venceu: faltou multiplicar por dy.",
    ),
    en=(
        "Without dy",
        "The gradient is 1 at the pixel that won: it was not multiplied by dy.",
    ),
)
def without_dy(x, size, dy):
    dx = np.zeros(x.shape)
    for c, i, j in np.ndindex(dy.shape):
        window = x[c, i * size : (i + 1) * size, j * size : (j + 1) * size]
        row, column = np.unravel_index(np.argmax(window), window.shape)
        dx[c, i * size + row, j * size + column] = 1
    return dx


@wrong(
    "max_pool2d_backward",
    pt=(
        "Vezes o pixel",
        "O gradiente foi multiplicado pelo pixel. O máximo deixa passar: a inclinação dele é 1.",
    ),
    en=(
        "Times the pixel",
        "The gradient was multiplied by the pixel. The maximum lets through: its slope is 1.",
    ),
)
def times_the_pixel(x, size, dy):
    dx = np.zeros(x.shape)
    for c, i, j in np.ndindex(dy.shape):
        window = x[c, i * size : (i + 1) * size, j * size : (j + 1) * size]
        row, column = np.unravel_index(np.argmax(window), window.shape)
        dx[c, i * size + row, j * size + column] = dy[c, i, j] * window.max()
    return dx


@wrong(
    "max_pool2d_backward",
    pt=(
        "Todo pixel igual ao maior, em qualquer janela",
        "O pixel foi procurado na imagem inteira pelo valor, e não na sua janela.",
    ),
    en=(
        "The largest of the whole channel",
        "The pixel was looked for in the whole channel, and not in its window.",
    ),
)
def of_the_channel(x, size, dy):
    dx = np.zeros(x.shape)
    for c in range(len(x)):
        row, column = np.unravel_index(np.argmax(x[c]), x[c].shape)
        dx[c, row, column] = dy[c].sum()
    return dx


@wrong(
    "max_pool2d_backward",
    pt=(
        "Linha e coluna dentro da janela trocadas",
        "O lugar do maior foi lido deitado: a linha foi tomada pela coluna.",
    ),
    en=(
        "Row and column within the window exchanged",
        "The place of the largest was read on its side: its row was taken for its column.",
    ),
)
def exchanged(x, size, dy):
    dx = np.zeros(x.shape)
    for c, i, j in np.ndindex(dy.shape):
        window = x[c, i * size : (i + 1) * size, j * size : (j + 1) * size]
        row, column = np.unravel_index(np.argmax(window.T), window.shape)
        dx[c, i * size + row, j * size + column] = dy[c, i, j]
    return dx


@wrong(
    "max_pool2d_backward",
    pt=(
        "O maior módulo",
        "dy foi para o pixel de maior módulo.",
    ),
    en=(
        "The largest absolute value",
        "dy went to the pixel of the largest absolute value.",
    ),
)
def largest_in_size(x, size, dy):
    dx = np.zeros(x.shape)
    for c, i, j in np.ndindex(dy.shape):
        window = np.abs(x[c, i * size : (i + 1) * size, j * size : (j + 1) * size])
        row, column = np.unravel_index(np.argmax(window), window.shape)
        dx[c, i * size + row, j * size + column] = dy[c, i, j]
    return dx


@wrong(
    "max_pool2d_backward",
    pt=(
        "Quase iguais como empate",
        "Pixels quase iguais ao maior foram tratados como empate, e receberam uma parte de dy. Só empata quem é igual.",
    ),
    en=(
        "Nearly equal taken for a tie",
        "Pixels nearly as large as the largest were taken for a tie, and got a part of dy. Only what is equal ties.",
    ),
)
def nearly_the_largest(x, size, dy):
    def spread(a):
        return np.repeat(np.repeat(a, size, axis=1), size, axis=2)

    C, H, W = x.shape
    winners = np.isclose(x, spread(max_pool2d(x, size)))
    count = winners.reshape(C, H // size, size, W // size, size).sum(axis=(2, 4))
    return winners * spread(dy / count)


@wrong(
    "max_pool2d_backward",
    pt=(
        "O tipo de x para dx",
        "`np.zeros_like(x)` faz um array do tipo de x: onde a imagem é de inteiros, dx perde as casas decimais.",
    ),
    en=(
        "The type of x for dx",
        "`np.zeros_like(x)` makes an array of the type of x: where the image is of integers, dx loses its decimals.",
    ),
)
def in_the_type_of_x(x, size, dy):
    dx = np.zeros_like(x)
    for c, i, j in np.ndindex(dy.shape):
        window = x[c, i * size : (i + 1) * size, j * size : (j + 1) * size]
        u, v = divmod(int(np.argmax(window)), size)
        dx[c, i * size + u, j * size + v] = dy[c, i, j]
    return dx
