"""Answers to softmax_jacobian: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("softmax_jacobian")
def diagonal_minus_product(z):
    p = softmax(z)
    return np.diag(p) - np.outer(p, p)


@right("softmax_jacobian")
def entry_by_entry(z):
    p, k = softmax(z), len(z)
    J = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            J[i, j] = p[i] * ((i == j) - p[j])
    return J


@right("softmax_jacobian")
def lists(z):
    p = [float(v) for v in softmax(z)]
    return [[a * ((1.0 if i == j else 0.0) - b) for j, b in enumerate(p)] for i, a in enumerate(p)]


@right("softmax_jacobian")
def identity_minus_rows(z):
    p = softmax(z)
    return p[:, None] * (np.eye(p.size) - p)


@right("softmax_jacobian")
def filled_diagonal(z):
    p = np.asarray(softmax(z), dtype=float)
    J = -np.outer(p, p)
    np.fill_diagonal(J, p * (1 - p))
    return J


@right("softmax_jacobian")
def single_precision(z):
    p = np.asarray(softmax(np.asarray(z, dtype=np.float32)), dtype=np.float32)
    return np.diag(p) - np.outer(p, p)


@wrong(
    "softmax_jacobian",
    erratum="E6",
    pt=(
        "Só a diagonal",
        "A fórmula p(1 − p) dos slides A é a da sigmoide: cada saída dependeria só da sua nota. Na softmax as "
        "saídas têm o mesmo denominador, e mexer numa nota mexe em todas.",
    ),
    en=(
        "The diagonal only",
        "The formula p(1 − p) of slides A is the sigmoid's: each output would depend on its own score only. In "
        "softmax the outputs share the denominator, and moving one score moves them all.",
    ),
)
def diagonal_only(z):
    p = softmax(z)
    return np.diag(p * (1 - p))


@wrong(
    "softmax_jacobian",
    erratum="E6",
    pt=(
        "Um vetor no lugar da matriz",
        "Você devolveu p(1 − p), um por saída, como nos slides A. A derivada de k saídas em relação a k notas é uma "
        "matriz (k, k).",
    ),
    en=(
        "A vector in place of the matrix",
        "You returned p(1 − p), one number for each output, as on slides A. The derivative of k outputs by k scores "
        "is a (k, k) matrix.",
    ),
)
def a_vector(z):
    p = softmax(z)
    return p * (1 - p)


@wrong(
    "softmax_jacobian",
    pt=(
        "Sinal trocado fora da diagonal",
        "Fora da diagonal os seus valores são positivos. Quando a nota de uma classe sobe, as outras perdem "
        "probabilidade.",
    ),
    en=(
        "The sign off the diagonal is swapped",
        "Off the diagonal your values are positive. When one class's score rises, the others lose probability.",
    ),
)
def plus_off_the_diagonal(z):
    p = softmax(z)
    J = np.outer(p, p)
    J[np.diag_indices(len(p))] = p * (1 - p)
    return J


@wrong(
    "softmax_jacobian",
    pt=(
        "Faltou a diagonal",
        "Você calculou só o efeito do denominador. Na diagonal entra também o do numerador: a própria nota.",
    ),
    en=(
        "The diagonal is missing",
        "You computed the effect of the denominator only. On the diagonal that of the numerator comes in too: the "
        "class's own score.",
    ),
)
def product_only(z):
    p = softmax(z)
    return -np.outer(p, p)


@wrong(
    "softmax_jacobian",
    pt=(
        "Faltou um fator em cada linha",
        "Em cada linha faltou multiplicar pela probabilidade daquela saída: na diagonal ficou 1 − p. O que você "
        "calculou é a derivada do logaritmo da softmax.",
    ),
    en=(
        "A factor is missing in each row",
        "Each row still has to be multiplied by the probability of its output: the diagonal has 1 − p. What you "
        "computed is the derivative of the logarithm of softmax.",
    ),
)
def diagonal_minus_one(z):
    p = softmax(z)
    return np.eye(len(p)) - p


@wrong(
    "softmax_jacobian",
    pt=(
        "Sinal trocado",
        "A matriz inteira está com o sinal oposto: a própria nota faria a probabilidade cair.",
    ),
    en=(
        "Sign flipped",
        "The whole matrix has the opposite sign: a class's own score would lower its probability.",
    ),
)
def sign(z):
    p = softmax(z)
    return np.outer(p, p) - np.diag(p)


@wrong(
    "softmax_jacobian",
    erratum="E6",
    pt=(
        "Derivada da Leaky ReLU",
        "Um dos slides A sobre a softmax mostra a derivada da Leaky ReLU, 1 ou α. A softmax tem a sua própria "
        "derivada, que depende de todas as notas.",
    ),
    en=(
        "Leaky ReLU's derivative",
        "One of the slides A on softmax shows the derivative of Leaky ReLU, 1 or α. Softmax has a derivative of its "
        "own, which depends on all scores.",
    ),
)
def leaky_slope(z):
    return np.diag(np.where(np.asarray(z) > 0, 1.0, 0.01))


@wrong(
    "softmax_jacobian",
    pt=(
        "Com as notas no lugar das probabilidades",
        "A fórmula está certa, mas usa p, a saída da softmax, e você pôs nela as notas z.",
    ),
    en=(
        "With the scores in place of the probabilities",
        "The formula is right, but it uses p, the output of softmax, and you put the scores z there.",
    ),
)
def scores_for_probabilities(z):
    z = np.asarray(z, dtype=float)
    return np.diag(z) - np.outer(z, z)


@wrong(
    "softmax_jacobian",
    pt=(
        "A soma de cada linha",
        "Você somou a jacobiana numa direção, e o resultado é sempre zero, porque as probabilidades somam 1. É a "
        "matriz que se pede.",
    ),
    en=(
        "The sum of each row",
        "You added the Jacobian up in one direction, and the result is always zero, since the probabilities add up "
        "to 1. What is asked for is the matrix.",
    ),
)
def row_sums(z):
    p = softmax(z)
    return (np.diag(p) - np.outer(p, p)).sum(axis=1)


@wrong(
    "softmax_jacobian",
    pt=(
        "Sem tirar o maior",
        "A exponencial das notas transborda (ou some) quando elas são grandes, e tudo vira nan. Tire antes a "
        "maior nota, como em softmax.",
    ),
    en=(
        "Without taking the largest off",
        "The exponential of the scores overflows (or vanishes) where they are large, and everything becomes nan."
        " Take the largest score off first, as in softmax.",
    ),
)
def without_the_shift(z):
    with np.errstate(all="ignore"):
        e = np.exp(z)
        p = e / e.sum()
    return np.diag(p) - np.outer(p, p)
