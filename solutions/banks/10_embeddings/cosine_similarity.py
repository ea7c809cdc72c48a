"""Answers to cosine_similarity: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("cosine_similarity")
def unit_vectors(u, v):
    if not np.any(u) or not np.any(v):
        return 0
    return (u / np.linalg.norm(u)) @ (v / np.linalg.norm(v))


@right("cosine_similarity")
def sums(u, v):
    product = sum(a * b for a, b in zip(u, v))
    size = sum(a * a for a in u) ** 0.5 * sum(b * b for b in v) ** 0.5
    return product / size if size else 0.0


@right("cosine_similarity")
def one_root(u, v):
    size = np.sqrt(float(np.dot(u, u)) * float(np.dot(v, v)))
    return np.divide(np.dot(u, v), size, out=np.array(0.0), where=size > 0)


@right("cosine_similarity")
def single_precision(u, v):
    u, v = np.float32(u), np.float32(v)
    norms = np.linalg.norm(u) * np.linalg.norm(v)
    return u.dot(v) / norms if norms > 0 else np.float32(0)


@right("cosine_similarity")
def never_divides_by_zero(u, v):
    norms = np.linalg.norm(u) * np.linalg.norm(v)
    return u @ v / (norms + (norms == 0))


@wrong(
    "cosine_similarity",
    pt=(
        "Só o produto",
        "Isto é o produto escalar, que cresce com os tamanhos. O cosseno os divide.",
    ),
    en=(
        "The product alone",
        "This is the scalar product, which grows with the lengths. The cosine divides by them.",
    ),
)
def product(u, v):
    return float(u @ v)


@wrong(
    "cosine_similarity",
    pt=(
        "Dividido por uma norma só",
        "Só um dos tamanhos dividiu o produto.",
    ),
    en=(
        "Divided by one norm only",
        "Only one of the lengths divided the product.",
    ),
)
def one_norm(u, v):
    norm = np.linalg.norm(u)
    return float(u @ v / norm) if norm > 0 and np.any(v) else 0.0


@wrong(
    "cosine_similarity",
    pt=(
        "Sem as raízes",
        "O produto foi dividido pelos quadrados dos tamanhos.",
    ),
    en=(
        "Without the roots",
        "The product was divided by the squares of the lengths.",
    ),
)
def squares(u, v):
    size = (u @ u) * (v @ v)
    return float(u @ v / size) if size > 0 else 0.0


@wrong(
    "cosine_similarity",
    pt=(
        "A distância",
        "Isto é uma distância: zero para vetores iguais. A parecença vale 1 ali.",
    ),
    en=(
        "The distance",
        "This is a distance: zero for equal vectors. The likeness is 1 there.",
    ),
)
def distance(u, v):
    norms = np.linalg.norm(u) * np.linalg.norm(v)
    return 1 - float(u @ v / norms) if norms > 0 else 0.0


@wrong(
    "cosine_similarity",
    pt=(
        "Sem o sinal",
        "O valor absoluto escondeu o sinal: vetores opostos não são parecidos.",
    ),
    en=(
        "Without the sign",
        "The absolute value hid the sign: opposite vectors are not alike.",
    ),
)
def without_sign(u, v):
    norms = np.linalg.norm(u) * np.linalg.norm(v)
    return abs(float(u @ v / norms)) if norms > 0 else 0.0


@wrong(
    "cosine_similarity",
    pt=(
        "Zero por zero",
        "Com um vetor nulo, a divisão não tem sentido, e o NumPy avisa. Ali a resposta é 0.",
    ),
    en=(
        "Zero over zero",
        "With a zero vector the division makes no sense, and NumPy warns. There the answer is 0.",
    ),
)
def zero_by_zero(u, v):
    return u @ v / (np.linalg.norm(u) * np.linalg.norm(v))


@wrong(
    "cosine_similarity",
    pt=(
        "1 onde um é nulo",
        "Um vetor nulo foi tomado por parecido com todos. Ali a resposta é 0.",
    ),
    en=(
        "1 where either is zero",
        "A zero vector was taken to be like all others. There the answer is 0.",
    ),
)
def one_for_zero(u, v):
    norms = np.linalg.norm(u) * np.linalg.norm(v)
    return float(u @ v / norms) if norms > 0 else 1.0


@wrong(
    "cosine_similarity",
    pt=(
        "A correlação",
        "As médias foram subtraídas antes: isto é a correlação, e não o cosseno.",
    ),
    en=(
        "The correlation",
        "The means were subtracted first: this is the correlation, and not the cosine.",
    ),
)
def correlation(u, v):
    u, v = u - np.mean(u), v - np.mean(v)
    norms = np.linalg.norm(u) * np.linalg.norm(v)
    return float(u @ v / norms) if norms > 0 else 0.0


@wrong(
    "cosine_similarity",
    pt=(
        "O ângulo",
        "Isto é o ângulo, em radianos. Pede-se o cosseno dele.",
    ),
    en=(
        "The angle",
        "This is the angle, in radians. Its cosine is asked for.",
    ),
)
def angle(u, v):
    norms = np.linalg.norm(u) * np.linalg.norm(v)
    return float(np.arccos(np.clip(u @ v / norms, -1, 1))) if norms > 0 else 0.0


@wrong(
    "cosine_similarity",
    pt=(
        "Tamanhos pela soma dos módulos",
        "Os tamanhos foram medidos pela soma dos módulos, e não pela raiz da soma dos quadrados.",
    ),
    en=(
        "Lengths by absolute values",
        "The lengths were measured by the sum of the absolute values, and not by the root of the sum of the squares.",
    ),
)
def sums_of_absolutes(u, v):
    norms = np.sum(np.abs(u)) * np.sum(np.abs(v))
    return float(u @ v / norms) if norms > 0 else 0.0
