"""Answers to clip_gradient: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("clip_gradient")
def factor(g, max_norm):
    norm = np.linalg.norm(np.ravel(g))
    return g * min(1.0, max_norm / norm) if norm > 0 else np.zeros_like(g, dtype=float)


@right("clip_gradient")
def as_in_libraries(g, max_norm):
    return g * np.minimum(1.0, max_norm / (np.sqrt(np.sum(g**2)) + 1e-6))


@right("clip_gradient")
def entry_by_entry(g, max_norm):
    norm = sum(v * v for v in np.ravel(g).tolist()) ** 0.5
    if norm <= max_norm:
        return g.tolist()
    return np.reshape([v / norm * max_norm for v in np.ravel(g).tolist()], g.shape)


@right("clip_gradient")
def largest_divisor(g, max_norm):
    return g / max(1.0, np.sqrt((g * g).sum()) / max_norm)


@right("clip_gradient")
def single_precision(g, max_norm):
    g = np.asarray(g, dtype=np.float32)
    norm = np.sqrt(np.sum(g * g, dtype=np.float32))
    return g * np.float32(max_norm / norm) if norm > max_norm else g


@wrong(
    "clip_gradient",
    pt=(
        "Cada entrada em separado",
        "Cada entrada foi cortada por si. O tamanho fica limitado, mas a direção muda; aqui um fator só vale para "
        "todas.",
    ),
    en=(
        "Each entry by itself",
        "Each entry was cut by itself. The size is bounded, but the direction changes; here one factor holds for all.",
    ),
)
def each_entry(g, max_norm):
    return np.clip(g, -max_norm, max_norm)


@wrong(
    "clip_gradient",
    pt=(
        "Sempre com a norma max_norm",
        "O gradiente foi esticado onde era curto. O limite só encolhe; o que já cabe fica como está.",
    ),
    en=(
        "Always of norm max_norm",
        "The gradient was stretched where it was short. The bound only shrinks; what fits already stays as it is.",
    ),
)
def always_scaled(g, max_norm):
    norm = np.sqrt(np.sum(g**2))
    return g * max_norm / norm if norm > 0 else g


@wrong(
    "clip_gradient",
    pt=(
        "A norma da soma dos módulos",
        "O tamanho foi medido pela soma dos módulos. A norma aqui é a raiz da soma dos quadrados.",
    ),
    en=(
        "The norm by absolute values",
        "The size was measured by the sum of the absolute values. The norm here is the root of the sum of the squares.",
    ),
)
def sum_of_absolutes(g, max_norm):
    norm = np.sum(np.abs(g))
    return g * max_norm / norm if norm > max_norm else g


@wrong(
    "clip_gradient",
    pt=(
        "A maior entrada como norma",
        "O tamanho foi medido pela maior entrada. A norma aqui é a raiz da soma dos quadrados de todas.",
    ),
    en=(
        "The largest entry as the norm",
        "The size was measured by the largest entry. The norm here is the root of the sum of the squares of all.",
    ),
)
def largest_entry(g, max_norm):
    norm = np.max(np.abs(g))
    return g * max_norm / norm if norm > max_norm else g


@wrong(
    "clip_gradient",
    pt=(
        "Sem a raiz",
        "A norma foi comparada, e dividida, sem a raiz: é o quadrado dela.",
    ),
    en=(
        "Without the root",
        "The norm was compared, and divided by, without its root: that is its square.",
    ),
)
def squared_norm(g, max_norm):
    norm = np.sum(g**2)
    return g * max_norm / norm if norm > max_norm else g


@wrong(
    "clip_gradient",
    pt=(
        "Norma 1 em vez de max_norm",
        "O gradiente longo ficou com norma 1. Ele deve ficar com a norma max_norm.",
    ),
    en=(
        "Norm 1 instead of max_norm",
        "The long gradient got the norm 1. It should get the norm max_norm.",
    ),
)
def unit_norm(g, max_norm):
    norm = np.sqrt(np.sum(g**2))
    return g / norm if norm > max_norm else g


@wrong(
    "clip_gradient",
    pt=(
        "Cada linha com a sua norma",
        "A norma foi tomada linha por linha. Ela é uma só, de todas as entradas, senão a direção muda.",
    ),
    en=(
        "Each row with its own norm",
        "The norm was taken row by row. There is only one, of all entries, or else the direction changes.",
    ),
)
def row_by_row(g, max_norm):
    norm = np.sqrt(np.sum(g**2, axis=-1, keepdims=True))
    return np.where(norm > max_norm, g * max_norm / np.where(norm == 0, 1, norm), g)


@wrong(
    "clip_gradient",
    pt=(
        "Zeros no lugar do gradiente longo",
        "O gradiente longo foi jogado fora. Ele deve ser encolhido, e continuar a apontar para o mesmo lado.",
    ),
    en=(
        "Zeros in place of a long gradient",
        "The long gradient was thrown away. It should be shrunk, and go on pointing the same way.",
    ),
)
def thrown_away(g, max_norm):
    return g if np.sqrt(np.sum(g**2)) <= max_norm else np.zeros_like(g)


@wrong(
    "clip_gradient",
    pt=(
        "Zero por zero",
        "Um gradiente de zeros foi dividido pela sua norma, que é zero: o resultado não é número. Ele já cabe em "
        "qualquer limite.",
    ),
    en=(
        "Zero over zero",
        "A gradient of zeros was divided by its norm, which is zero: the result is no number. It fits any bound "
        "already.",
    ),
)
def zero_by_zero(g, max_norm):
    norm = np.sqrt(np.sum(g**2))
    return g / norm * min(norm, max_norm)


@wrong(
    "clip_gradient",
    pt=(
        "A média dos quadrados",
        "A norma saiu da média dos quadrados, e não da soma: quanto mais entradas, menos ela limita.",
    ),
    en=(
        "The mean of the squares",
        "The norm came from the mean of the squares, and not from the sum: the more entries, the less it bounds.",
    ),
)
def mean_square(g, max_norm):
    norm = np.sqrt(np.mean(g**2))
    return g * max_norm / norm if norm > max_norm else g


@wrong(
    "clip_gradient",
    pt=(
        "Mudou o gradiente que chegou",
        "O array de quem chamou foi alterado. Devolva um novo.",
    ),
    en=(
        "Changed the gradient that came in",
        "The caller's array was changed. Return a new one.",
    ),
)
def in_place(g, max_norm):
    norm = np.sqrt(np.sum(g**2))
    if norm > max_norm:
        g *= max_norm / norm
    return g


@wrong(
    "clip_gradient",
    pt=(
        "A norma de uma matriz como tal",
        "De uma matriz foi tomado o maior valor singular, o que np.linalg.norm(g, 2) dá. A norma aqui é a raiz da soma "
        "dos quadrados de todas as entradas.",
    ),
    en=(
        "A matrix's own norm",
        "Of a matrix the largest singular value was taken, which np.linalg.norm(g, 2) gives. The norm here is the root "
        "of the sum of the squares of all entries.",
    ),
)
def largest_singular_value(g, max_norm):
    norm = np.linalg.norm(g, 2) if np.ndim(g) == 2 else np.sqrt(np.sum(np.square(g)))
    return g * (max_norm / norm) if norm > max_norm else g
