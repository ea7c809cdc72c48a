"""Answers to matmul_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("matmul_backward")
def two_products(X, W, dY):
    return dY @ W, dY.T @ X


@right("matmul_backward")
def with_dot(X, W, dY):
    return np.dot(dY, W), np.dot(X.T, dY).T


@right("matmul_backward")
def einstein_sums(X, W, dY):
    return np.einsum("nk,kd->nd", dY, W), np.einsum("nk,nd->kd", dY, X)


@right("matmul_backward")
def plain_loops(X, W, dY):
    n, d, k = len(X), len(X[0]), len(W)
    dX = [[sum(float(dY[i][o]) * float(W[o][j]) for o in range(k)) for j in range(d)] for i in range(n)]
    dW = [[sum(float(dY[i][o]) * float(X[i][j]) for i in range(n)) for j in range(d)] for o in range(k)]
    return dX, dW


@right("matmul_backward")
def outer_products(X, W, dY):
    return dY @ W, sum(np.outer(dy, x) for dy, x in zip(dY, X))


@right("matmul_backward")
def single_precision(X, W, dY):
    X, W, dY = (np.asarray(X, dtype=np.float32), np.asarray(W, dtype=np.float32), np.asarray(dY, dtype=np.float32))
    return dY @ W, dY.T @ X


OVERWRITTEN = {
    "pt": (
        "dY foi sobrescrito",
        "Nos slides A a linha diz dY = dY.dot(W), e o gradiente que chega se perde. O produto por W é o gradiente "
        "de X, e o de W ainda precisa do dY que chegou.",
    ),
    "en": (
        "dY was overwritten",
        "On slides A the line says dY = dY.dot(W), and the gradient that arrives is lost. The product with W is the "
        "gradient of X, and that of W still needs the dY that arrived.",
    ),
}


@wrong("matmul_backward", erratum="E11", **OVERWRITTEN)
def name_of_the_slide(X, W, dY):
    dY = np.dot(dY, W)
    dW = np.dot(dY.T, X)
    return dY, dW


@wrong("matmul_backward", erratum="E11", **OVERWRITTEN)
def name_of_the_slide_transposed(X, W, dY):
    dY = np.dot(dY, W)
    dW = np.dot(X.T, dY)
    return dY, dW


@wrong(
    "matmul_backward",
    pt=(
        "W transposta no lugar errado",
        "Na ida já se usou a transposta, e na volta o gradiente passa por W como ela é. Com W.T os formatos só "
        "combinam se W for quadrada, e mesmo assim o resultado sai errado.",
    ),
    en=(
        "W transposed in the wrong place",
        "The transpose was used on the way forward, and on the way back the gradient goes through W as it is. With W.T "
        "the shapes fit only if W is square, and even then the result is wrong.",
    ),
)
def weights_transposed(X, W, dY):
    return dY @ W.T, dY.T @ X


@wrong(
    "matmul_backward",
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
    return dY @ W, X.T @ dY


@wrong(
    "matmul_backward",
    pt=(
        "Sem o gradiente que chega",
        "Os dois produtos saíram como se dY fosse todo feito de uns. Faltou usar, em cada um, o gradiente que chega.",
    ),
    en=(
        "Without the gradient that arrives",
        "Both products came out as if dY were made of ones. Each of them should use the gradient that arrives.",
    ),
)
def without_what_arrives(X, W, dY):
    ones = np.ones(dY.shape)
    return ones @ W, ones.T @ X


@wrong(
    "matmul_backward",
    pt=(
        "Média dos exemplos",
        "dW foi dividido pelo número de exemplos. Se há uma média, ela já vem dentro de dY.",
    ),
    en=(
        "Mean over the examples",
        "dW was divided by the number of examples. If there is a mean, it comes inside dY already.",
    ),
)
def averaged(X, W, dY):
    return dY @ W, dY.T @ X / len(X)


@wrong(
    "matmul_backward",
    pt=(
        "Na ordem inversa",
        "Os dois gradientes estão certos, mas trocados: primeiro vem o de X.",
    ),
    en=(
        "In the opposite order",
        "Both gradients are right, but swapped: that of X comes first.",
    ),
)
def swapped(X, W, dY):
    return dY.T @ X, dY @ W


@wrong(
    "matmul_backward",
    pt=(
        "Sinal trocado",
        "Os dois gradientes saíram com o sinal oposto. O menos entra só no passo da descida.",
    ),
    en=(
        "Sign flipped",
        "Both gradients came out with the opposite sign. The minus comes in only with the step downhill.",
    ),
)
def sign_flipped(X, W, dY):
    return -dY @ W, -dY.T @ X


@wrong(
    "matmul_backward",
    pt=(
        "X no lugar de W",
        "O gradiente de X passa por W. Você usou o próprio X, e assim os formatos só combinam por acaso.",
    ),
    en=(
        "X in place of W",
        "The gradient of X goes through W. You used X itself, and then the shapes fit only by chance.",
    ),
)
def x_for_w(X, W, dY):
    return dY @ X, dY.T @ X


@wrong(
    "matmul_backward",
    pt=(
        "Produto elemento a elemento",
        "A porta é um produto de matrizes: cada entrada afeta todas as saídas. Multiplicar elemento a elemento perde "
        "essas somas.",
    ),
    en=(
        "Product element by element",
        "The gate is a matrix product: each input touches all outputs. Multiplying element by element loses those "
        "sums.",
    ),
)
def element_by_element(X, W, dY):
    return dY * W, dY * X
