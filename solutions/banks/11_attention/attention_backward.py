"""Answers to attention_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("attention_backward")
def row_by_row(Q, K, V, A, dY):
    root = np.sqrt(K.shape[1])
    dQ, dK, dV = np.zeros(Q.shape), np.zeros(K.shape), np.zeros(V.shape)
    for i, a in enumerate(A):
        ds = (np.diag(a) - np.outer(a, a)) @ (V @ dY[i]) / root
        dQ[i] = ds @ K
        dK += np.outer(ds, Q[i])
        dV += np.outer(a, dY[i])
    return dQ, dK, dV


@right("attention_backward")
def with_einsum(Q, K, V, A, dY):
    dA = np.einsum("is,js->ij", dY, V)
    dS = (A * dA - A * np.einsum("ij,ij->i", A, dA)[:, None]) * Q.shape[1] ** -0.5
    return [np.einsum("ij,jd->id", dS, K), np.einsum("ij,id->jd", dS, Q), np.einsum("ij,is->js", A, dY)]


@right("attention_backward")
def by_the_output(Q, K, V, A, dY):
    Y = A @ V
    dS = A * (dY @ V.T - np.sum(dY * Y, axis=1, keepdims=True))
    root = np.sqrt(Q.shape[-1])
    return dS @ (K / root), dS.T @ (Q / root), A.T @ dY


@right("attention_backward")
def single_precision(Q, K, V, A, dY):
    Q, K, V, A, dY = (np.asarray(x, dtype=np.float32) for x in (Q, K, V, A, dY))
    dA = dY @ V.T
    dS = A * (dA - (A * dA).sum(axis=1, keepdims=True)) / np.float32(np.sqrt(Q.shape[1]))
    return dS @ K, dS.T @ Q, A.T @ dY


@wrong(
    "attention_backward",
    pt=(
        "Só a diagonal do softmax",
        "Da jacobiana do softmax ficou só a diagonal, A·(1 − A). Subir uma nota baixa os pesos das outras.",
    ),
    en=(
        "Only the softmax's diagonal",
        "Of the softmax's Jacobian only the diagonal was kept, A·(1 − A). Raising one score lowers the others' "
        "weights.",
    ),
)
def diagonal(Q, K, V, A, dY):
    dA = dY @ V.T
    dS = A * (1 - A) * dA
    dS = dS / np.sqrt(Q.shape[1])
    return dS @ K, dS.T @ Q, A.T @ dY


@wrong(
    "attention_backward",
    pt=(
        "Sem o softmax",
        "O gradiente passou pelo softmax como se ele não estivesse lá.",
    ),
    en=(
        "Without the softmax",
        "The gradient went through the softmax as if it were not there.",
    ),
)
def without_softmax(Q, K, V, A, dY):
    dA = dY @ V.T
    dS = dA
    dS = dS / np.sqrt(Q.shape[1])
    return dS @ K, dS.T @ Q, A.T @ dY


@wrong(
    "attention_backward",
    pt=(
        "Sem subtrair a média",
        "dS ficou só com A vezes dA. Falta o que desce quando os outros sobem.",
    ),
    en=(
        "The mean not subtracted",
        "dS is only A times dA. What falls when the others rise is missing.",
    ),
)
def without_mean(Q, K, V, A, dY):
    dA = dY @ V.T
    dS = A * dA
    dS = dS / np.sqrt(Q.shape[1])
    return dS @ K, dS.T @ Q, A.T @ dY


@wrong(
    "attention_backward",
    pt=(
        "Sem a raiz",
        "A raiz da ida não voltou em dQ e dK.",
    ),
    en=(
        "Without the root",
        "The root of the way forward did not come back in dQ and dK.",
    ),
)
def without_root(Q, K, V, A, dY):
    dA = dY @ V.T
    dS = A * (dA - np.sum(A * dA, axis=1, keepdims=True))
    return dS @ K, dS.T @ Q, A.T @ dY


@wrong(
    "attention_backward",
    pt=(
        "A soma nas colunas",
        "A média foi tomada nas colunas. Cada linha de A é um softmax.",
    ),
    en=(
        "The sum over columns",
        "The mean was taken over the columns. Each row of A is a softmax.",
    ),
)
def over_columns(Q, K, V, A, dY):
    dA = dY @ V.T
    dS = A * (dA - np.sum(A * dA, axis=0, keepdims=True))
    dS = dS / np.sqrt(Q.shape[1])
    return dS @ K, dS.T @ Q, A.T @ dY


@wrong(
    "attention_backward",
    pt=(
        "A média sem pesos",
        "Foi subtraída a média simples da linha. Ela é pesada por A.",
    ),
    en=(
        "The mean without weights",
        "The plain mean of the row was subtracted. It is weighed by A.",
    ),
)
def plain_mean(Q, K, V, A, dY):
    dA = dY @ V.T
    dS = A * (dA - dA.mean(axis=1, keepdims=True))
    dS = dS / np.sqrt(Q.shape[1])
    return dS @ K, dS.T @ Q, A.T @ dY


@wrong(
    "attention_backward",
    pt=(
        "dQ e dK trocados",
        "Os gradientes das consultas e das chaves trocaram de lugar.",
    ),
    en=(
        "dQ and dK exchanged",
        "The gradients of the queries and of the keys changed places.",
    ),
)
def exchanged(Q, K, V, A, dY):
    dA = dY @ V.T
    dS = A * (dA - np.sum(A * dA, axis=1, keepdims=True))
    dS = dS / np.sqrt(Q.shape[1])
    return dS.T @ Q, dS @ K, A.T @ dY


@wrong(
    "attention_backward",
    pt=(
        "dV sem os pesos",
        "dV é dY somado, sem os pesos: cada valor entrou com o seu.",
    ),
    en=(
        "dV without the weights",
        "dV is dY summed, without the weights: each value entered with its own.",
    ),
)
def values_without_weights(Q, K, V, A, dY):
    dA = dY @ V.T
    dS = A * (dA - np.sum(A * dA, axis=1, keepdims=True))
    dS = dS / np.sqrt(Q.shape[1])
    return dS @ K, dS.T @ Q, np.ones(A.T.shape) @ dY


@wrong(
    "attention_backward",
    pt=(
        "A raiz só em dQ",
        "A raiz dividiu dQ e não dK. As notas vieram dos dois.",
    ),
    en=(
        "The root in dQ only",
        "The root divided dQ and not dK. The scores came from both.",
    ),
)
def root_in_one(Q, K, V, A, dY):
    dA = dY @ V.T
    dS = A * (dA - np.sum(A * dA, axis=1, keepdims=True))
    dS = dS / np.sqrt(Q.shape[1])
    return dS @ K, dS.T @ Q * np.sqrt(Q.shape[1]), A.T @ dY


@wrong(
    "attention_backward",
    pt=(
        "Dividido por d",
        "Os gradientes foram divididos por d, e não pela raiz dele.",
    ),
    en=(
        "Divided by d",
        "The gradients were divided by d, and not by its root.",
    ),
)
def by_d(Q, K, V, A, dY):
    dA = dY @ V.T
    dS = A * (dA - np.sum(A * dA, axis=1, keepdims=True))
    dS = dS / Q.shape[1]
    return dS @ K, dS.T @ Q, A.T @ dY


@wrong(
    "attention_backward",
    pt=(
        "O sinal",
        "Os gradientes de Q e K têm o sinal contrário.",
    ),
    en=(
        "The sign",
        "The gradients of Q and K have the opposite sign.",
    ),
)
def sign(Q, K, V, A, dY):
    dA = dY @ V.T
    dS = A * (dA - np.sum(A * dA, axis=1, keepdims=True))
    dS = -dS / np.sqrt(Q.shape[1])
    return dS @ K, dS.T @ Q, A.T @ dY


@wrong(
    "attention_backward",
    pt=(
        "A sem máscara",
        "A foi calculada de novo, de Q e K, e a máscara se perdeu. A que chegou já a contém.",
    ),
    en=(
        "A without the mask",
        "A was computed again, from Q and K, and the mask was lost. The one that came has it already.",
    ),
)
def without_mask(Q, K, V, A, dY):
    S = Q @ K.T / np.sqrt(Q.shape[1])
    A = np.exp(S - S.max(axis=1, keepdims=True))
    A = A / A.sum(axis=1, keepdims=True)
    dA = dY @ V.T
    dS = A * (dA - np.sum(A * dA, axis=1, keepdims=True)) / np.sqrt(Q.shape[1])
    return dS @ K, dS.T @ Q, A.T @ dY
