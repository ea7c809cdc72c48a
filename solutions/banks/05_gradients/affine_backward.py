"""Answers to affine_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("affine_backward")
def three_lines(X, W, dY):
    return dY @ W, dY.T @ X, dY.sum(axis=0)


@right("affine_backward")
def with_the_other_gate(X, W, dY):
    dX, dW = matmul_backward(X, W, dY)
    return dX, dW, np.sum(dY, axis=0)


@right("affine_backward")
def bias_as_one_more_input(X, W, dY):
    whole = dY.T @ np.column_stack([X, np.ones(len(X))])
    return dY @ W, whole[:, :-1], whole[:, -1]


@right("affine_backward")
def example_by_example(X, W, dY):
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(len(W))
    for i in range(len(X)):
        dX[i] = dY[i] @ W
        dW += np.outer(dY[i], X[i])
        db += dY[i]
    return dX, dW, db


@right("affine_backward")
def plain_loops(X, W, dY):
    n, d, k = len(X), len(X[0]), len(W)
    dX = [[sum(float(dY[i][o]) * float(W[o][j]) for o in range(k)) for j in range(d)] for i in range(n)]
    dW = [[sum(float(dY[i][o]) * float(X[i][j]) for i in range(n)) for j in range(d)] for o in range(k)]
    return dX, dW, [sum(float(dY[i][o]) for i in range(n)) for o in range(k)]


@right("affine_backward")
def single_precision(X, W, dY):
    X, W, dY = (np.asarray(X, dtype=np.float32), np.asarray(W, dtype=np.float32), np.asarray(dY, dtype=np.float32))
    return dY @ W, dY.T @ X, dY.sum(axis=0)


@right("affine_backward")
def as_a_named_tuple(X, W, dY):
    from collections import namedtuple

    gradients = namedtuple("Gradients", ["dX", "dW", "db"])
    return gradients(dY @ W, dY.T @ X, dY.sum(axis=0))


@wrong(
    "affine_backward",
    pt=(
        "db sem somar os exemplos",
        "O mesmo b foi somado a todas as linhas, e recebe o gradiente de todas. Você devolveu um gradiente por "
        "exemplo.",
    ),
    en=(
        "db not summed over the examples",
        "The same b was added to all rows, and receives the gradient of all. You returned one gradient for each "
        "example.",
    ),
)
def bias_not_summed(X, W, dY):
    return dY @ W, dY.T @ X, dY


@wrong(
    "affine_backward",
    pt=(
        "Média em db",
        "db é a soma das linhas de dY. Se há uma média, ela já vem dentro de dY.",
    ),
    en=(
        "Mean in db",
        "db is the sum of the rows of dY. If there is a mean, it comes inside dY already.",
    ),
)
def bias_averaged(X, W, dY):
    return dY @ W, dY.T @ X, dY.mean(axis=0)


@wrong(
    "affine_backward",
    pt=(
        "db somou o outro eixo",
        "A soma percorreu as saídas de cada exemplo. Há um viés por saída: o que se soma são os exemplos.",
    ),
    en=(
        "db summed the other axis",
        "The sum went over the outputs of each example. There is one bias for each output: what is summed are the "
        "examples.",
    ),
)
def bias_summed_the_other_way(X, W, dY):
    return dY @ W, dY.T @ X, dY.sum(axis=1)


@wrong(
    "affine_backward",
    pt=(
        "db é uma matriz de uma linha",
        "Os números estão certos, mas o formato é (1, k), e b tem o formato (k,). O eixo dos exemplos ficou com "
        "tamanho 1, e devia desaparecer na soma.",
    ),
    en=(
        "db is a matrix with one row",
        "The numbers are right, but the shape is (1, k), and b has the shape (k,). The axis of the examples stayed "
        "with length 1, and should disappear in the sum.",
    ),
)
def bias_kept_its_row(X, W, dY):
    return dY @ W, dY.T @ X, dY.sum(axis=0, keepdims=True)


@wrong(
    "affine_backward",
    pt=(
        "db é um número só",
        "Você somou tudo. Cada saída tem o seu viés, e o seu gradiente.",
    ),
    en=(
        "db is a single number",
        "You summed everything. Each output has a bias of its own, and its own gradient.",
    ),
)
def bias_as_one_number(X, W, dY):
    return dY @ W, dY.T @ X, dY.sum()


@wrong(
    "affine_backward",
    pt=(
        "dW transposto",
        "O gradiente de W tem o formato de W, saídas por entradas. O seu é a transposta.",
    ),
    en=(
        "dW transposed",
        "The gradient of W has the shape of W, outputs by inputs. Yours is the transpose.",
    ),
)
def dw_transposed(X, W, dY):
    return dY @ W, X.T @ dY, dY.sum(axis=0)


@wrong(
    "affine_backward",
    pt=(
        "W transposta no lugar errado",
        "Na volta o gradiente passa por W como ela é. Com a transposta os formatos só combinam se W for quadrada, e "
        "mesmo assim o resultado sai errado.",
    ),
    en=(
        "W transposed in the wrong place",
        "On the way back the gradient goes through W as it is. With the transpose the shapes fit only if W is square, "
        "and even then the result is wrong.",
    ),
)
def weights_transposed(X, W, dY):
    return dY @ W.T, dY.T @ X, dY.sum(axis=0)


@wrong(
    "affine_backward",
    pt=(
        "Média em dW e db",
        "dW e db foram divididos pelo número de exemplos. A média, se há, está na perda, e já chegou dentro de dY.",
    ),
    en=(
        "Mean in dW and db",
        "dW and db were divided by the number of examples. The mean, if any, is in the loss, and has arrived inside "
        "dY.",
    ),
)
def averaged(X, W, dY):
    return dY @ W, dY.T @ X / len(X), dY.mean(axis=0)


@wrong(
    "affine_backward",
    pt=(
        "Média só em dW",
        "db soma os exemplos e dW tira a média. Os dois devem somar: a média, se há, já está dentro de dY.",
    ),
    en=(
        "Mean for dW only",
        "db adds up the examples and dW averages them. Both should add up: the mean, if any, is inside dY already.",
    ),
)
def weights_averaged(X, W, dY):
    return dY @ W, dY.T @ X / len(X), dY.sum(axis=0)


@wrong(
    "affine_backward",
    pt=(
        "Sinal trocado",
        "Os três gradientes saíram com o sinal oposto. O menos entra só no passo da descida.",
    ),
    en=(
        "Sign flipped",
        "All three gradients came out with the opposite sign. The minus comes in only with the step downhill.",
    ),
)
def sign_flipped(X, W, dY):
    return -dY @ W, -dY.T @ X, -dY.sum(axis=0)
