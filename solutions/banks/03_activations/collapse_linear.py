"""Answers to collapse_linear: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("collapse_linear")
def from_the_input_on(weights, biases):
    W, b = np.eye(weights[0].shape[1]), np.zeros(weights[0].shape[1])
    for V, c in zip(weights, biases):
        W, b = V @ W, V @ b + c
    return W, b


@right("collapse_linear")
def from_the_output_back(weights, biases):
    W, b = np.eye(len(biases[-1])) @ weights[-1], 1.0 * biases[-1]
    for V, c in zip(weights[-2::-1], biases[-2::-1]):
        W, b = W @ V, W @ c + b
    return W, b


@right("collapse_linear")
def by_what_it_does(weights, biases):
    def run(x):
        for V, c in zip(weights, biases):
            x = V @ x + c
        return x

    b = run(np.zeros(weights[0].shape[1]))
    W = np.column_stack([run(e) - b for e in np.eye(weights[0].shape[1])])
    return W, b


@right("collapse_linear")
def one_more_input(weights, biases):
    total = np.eye(weights[0].shape[1] + 1)
    for V, c in zip(weights, biases):
        below = np.zeros((1, V.shape[1] + 1))
        below[0, -1] = 1
        total = np.vstack([np.column_stack([V, c]), below]) @ total
    return total[:-1, :-1], total[:-1, -1]


@right("collapse_linear")
def plain_loops(weights, biases):
    W, b = [[float(v) for v in row] for row in weights[0]], [float(v) for v in biases[0]]
    for V, c in zip(weights[1:], biases[1:]):
        b = [sum(float(v) * x for v, x in zip(row, b)) + float(t) for row, t in zip(V, c)]
        W = [[sum(float(v) * W[i][j] for i, v in enumerate(row)) for j in range(len(W[0]))] for row in V]
    return W, b


@right("collapse_linear")
def single_precision(weights, biases):
    W, b = np.float32(weights[0]), np.float32(biases[0])
    for V, c in zip(weights[1:], biases[1:]):
        V = np.float32(V)
        W, b = V @ W, V @ b + np.float32(c)
    return W, b


@wrong(
    "collapse_linear",
    pt=(
        "Produto na ordem inversa",
        "A última camada age por último, e a sua matriz fica à esquerda. Na ordem inversa as dimensões não se "
        "encaixam, ou, em matrizes quadradas, a rede é outra.",
    ),
    en=(
        "Product in the opposite order",
        "The last layer acts last, and its matrix stands on the left. In the opposite order the dimensions do not "
        "meet or, with square matrices, the network is another.",
    ),
)
def product_the_other_way(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = W @ V, V @ b + c
    return W, b


@wrong(
    "collapse_linear",
    pt=(
        "Vieses somados",
        "O viés de uma camada ainda passa pelos pesos das seguintes. Você só os somou.",
    ),
    en=(
        "Biases added up",
        "A layer's bias still goes through the weights of those that follow. You only added them up.",
    ),
)
def biases_added_up(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W = V @ W
        b = b + c
    return W, b


@wrong(
    "collapse_linear",
    pt=(
        "Só o último viés",
        "Os vieses das camadas anteriores também chegam à saída, levados pelos pesos que vêm depois.",
    ),
    en=(
        "The last bias only",
        "The biases of the earlier layers reach the output too, carried by the weights that come after.",
    ),
)
def last_bias_only(weights, biases):
    W = weights[0]
    for V in weights[1:]:
        W = V @ W
    return W, biases[-1]


@wrong(
    "collapse_linear",
    pt=(
        "O viés da camada ficou de fora",
        "Os vieses anteriores são levados adiante, mas cada nova camada deixou de somar o seu.",
    ),
    en=(
        "The layer's own bias was left out",
        "The earlier biases are carried on, but each new layer failed to add its own.",
    ),
)
def no_bias_of_its_own(weights, biases):
    W, b = weights[0], biases[0]
    for V in weights[1:]:
        W, b = V @ W, V @ b
    return W, b


@wrong(
    "collapse_linear",
    pt=(
        "W transposta",
        "O formato pedido é (saídas, entradas), como o de cada camada. A sua matriz é a transposta.",
    ),
    en=(
        "W transposed",
        "The shape asked for is (outputs, inputs), as for each layer. Yours is the transpose.",
    ),
)
def transposed(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = V @ W, V @ b + c
    return W.T, b


@wrong(
    "collapse_linear",
    pt=(
        "Só as duas primeiras camadas",
        "O resultado vale para duas camadas e ignora as demais. A pilha pode ter qualquer altura.",
    ),
    en=(
        "The first two layers only",
        "The result holds for two layers and ignores the others. The stack may have any height.",
    ),
)
def first_two_layers(weights, biases):
    if len(weights) == 1:
        return weights[0], biases[0]
    return weights[1] @ weights[0], weights[1] @ biases[0] + biases[1]


@wrong(
    "collapse_linear",
    pt=(
        "Pesos somados",
        "Passar por duas camadas é multiplicar pelas duas matrizes, uma depois da outra, e não pela soma delas.",
    ),
    en=(
        "Weights added up",
        "To go through two layers is to multiply by both matrices, one after the other, not by their sum.",
    ),
)
def weights_added_up(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        b = V @ b + c
        W = W + V if W.shape == V.shape else V @ W
    return W, b


@wrong(
    "collapse_linear",
    pt=(
        "Com uma ativação no meio",
        "Entre as camadas você passou os vieses pela tanh. Com uma ativação no meio, a pilha já não é uma camada "
        "linear, e é para isso que a ativação existe.",
    ),
    en=(
        "With an activation in between",
        "Between the layers you put the biases through tanh. With an activation in between, the stack is no longer "
        "one linear layer, and that is what the activation is for.",
    ),
)
def with_an_activation(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = V @ W, V @ np.tanh(b) + c
    return W, b


@wrong(
    "collapse_linear",
    pt=(
        "Precisa de duas camadas",
        "Com uma camada só, o seu código procura uma segunda que não existe. Uma pilha de uma camada é ela mesma.",
    ),
    en=(
        "Needs two layers",
        "With a single layer your code looks for a second one that is not there. A stack of one layer is that layer.",
    ),
)
def at_least_two(weights, biases):
    W, b = weights[1] @ weights[0], weights[1] @ biases[0] + biases[1]
    for V, c in zip(weights[2:], biases[2:]):
        W, b = V @ W, V @ b + c
    return W, b


@wrong(
    "collapse_linear",
    pt=(
        "Mudou os dados de quem chamou",
        "A soma foi feita no próprio array recebido, e os vieses de quem chamou mudaram.",
    ),
    en=(
        "The caller's data were changed",
        "The sum was made in the array that was given, and the caller's biases changed.",
    ),
)
def in_place(weights, biases):
    W, b = weights[0], biases[0]
    for i in range(1, len(weights)):
        W = weights[i] @ W
        biases[i] += np.asarray(weights[i] @ b, dtype=biases[i].dtype)
        b = biases[i]
    return W, b


@wrong(
    "collapse_linear",
    pt=(
        "Inteiros que transbordam",
        "Com pesos inteiros os produtos também são inteiros, e com muitas camadas não cabem mais: viram outro "
        "número, sem aviso. Trabalhe com floats.",
    ),
    en=(
        "Integers that overflow",
        "With integer weights the products are integers too, and with many layers they do not fit any more: they"
        " become another number, without a warning. Work with floats.",
    ),
)
def overflowing_integers(weights, biases):
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:]):
        W, b = V @ W, V @ b + c
    return W, b
