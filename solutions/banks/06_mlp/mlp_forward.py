"""Answers to mlp_forward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("mlp_forward")
def as_in_the_text(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1.T + b1)
    return H @ W2.T + b2, H


@right("mlp_forward")
def example_by_example(X, W1, b1, W2, b2):
    H = np.array([np.tanh(W1 @ x + b1) for x in X])
    Z = np.array([W2 @ h + b2 for h in H])
    return Z, H


@right("mlp_forward")
def plain_loops(X, W1, b1, W2, b2):
    import math

    H, Z = [], []
    for x in X:
        h = [math.tanh(sum(float(w) * float(v) for w, v in zip(row, x)) + float(b)) for row, b in zip(W1, b1)]
        H.append(h)
        Z.append([sum(float(w) * v for w, v in zip(row, h)) + float(b) for row, b in zip(W2, b2)])
    return Z, H


@right("mlp_forward")
def einstein_sums(X, W1, b1, W2, b2):
    H = np.tanh(np.einsum("ni,hi->nh", X, W1) + b1)
    return np.einsum("nh,kh->nk", H, W2) + b2, H


@right("mlp_forward")
def columns_of_examples(X, W1, b1, W2, b2):
    H = np.tanh(W1 @ X.T + b1[:, None])
    return (W2 @ H + b2[:, None]).T, H.T


@right("mlp_forward")
def bias_as_one_more_input(X, W1, b1, W2, b2):
    ones = np.ones((len(X), 1))
    H = np.tanh(np.hstack([X, ones]) @ np.column_stack([W1, b1]).T)
    return np.hstack([H, ones]) @ np.column_stack([W2, b2]).T, H


@right("mlp_forward")
def single_precision(X, W1, b1, W2, b2):
    X, W1, b1, W2, b2 = (np.asarray(a, dtype=np.float32) for a in (X, W1, b1, W2, b2))
    H = np.tanh(X @ W1.T + b1)
    return H @ W2.T + b2, H


@wrong(
    "mlp_forward",
    pt=(
        "H e Z trocados",
        "Os dois valores estão certos, mas na ordem inversa: quem chama espera primeiro a saída da rede e depois a "
        "camada oculta.",
    ),
    en=(
        "H and Z swapped",
        "Both values are right, but in the opposite order: the caller expects the network's output first and the "
        "hidden layer second.",
    ),
)
def hidden_layer_first(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1.T + b1)
    return H, H @ W2.T + b2


@wrong(
    "mlp_forward",
    pt=(
        "Sem ativação na camada oculta",
        "A camada oculta ficou linear. Duas camadas lineares seguidas valem uma só, e a rede perde justamente o que a "
        "camada oculta lhe dava.",
    ),
    en=(
        "No activation in the hidden layer",
        "The hidden layer stayed linear. Two linear layers in a row are worth a single one, and the network loses just "
        "what the hidden layer gave it.",
    ),
)
def linear_hidden_layer(X, W1, b1, W2, b2):
    H = X @ W1.T + b1
    return H @ W2.T + b2, H


@wrong(
    "mlp_forward",
    pt=(
        "Tanh também na saída",
        "A última camada aqui é linear: ela entrega logits ou valores reais, e é a função de perda que decide o que "
        "fazer com eles. Com a tanh, a resposta fica presa entre −1 e 1.",
    ),
    en=(
        "Tanh at the output too",
        "The last layer is linear here: it hands over logits or real values, and the loss decides what to do with "
        "them. With tanh the answer is trapped between −1 and 1.",
    ),
)
def tanh_at_the_output(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1.T + b1)
    return np.tanh(H @ W2.T + b2), H


@wrong(
    "mlp_forward",
    pt=(
        "Logística no lugar da tanh",
        "As suas unidades ocultas respondem entre 0 e 1. Aqui a ativação é a tanh, que vai de −1 a 1 e vale 0 em 0.",
    ),
    en=(
        "Logistic in place of tanh",
        "Your hidden units answer between 0 and 1. The activation here is tanh, which goes from −1 to 1 and is 0 at 0.",
    ),
)
def logistic_hidden_layer(X, W1, b1, W2, b2):
    H = 1 / (1 + np.exp(-(X @ W1.T + b1)))
    return H @ W2.T + b2, H


@wrong(
    "mlp_forward",
    pt=(
        "ReLU no lugar da tanh",
        "A sua camada oculta zera os negativos e deixa os positivos como estão. A tanh comprime os dois lados, e a "
        "retropropagação desta rede conta com isso.",
    ),
    en=(
        "ReLU in place of tanh",
        "Your hidden layer sets negatives to zero and leaves positives as they are. Tanh squeezes both sides, and this "
        "network's backward pass counts on it.",
    ),
)
def relu_hidden_layer(X, W1, b1, W2, b2):
    H = np.maximum(0, X @ W1.T + b1)
    return H @ W2.T + b2, H


@wrong(
    "mlp_forward",
    pt=(
        "Faltou o viés da camada oculta",
        "As unidades ocultas só levaram em conta os pesos. Sem os vieses, todas as fronteiras delas passam pela "
        "origem.",
    ),
    en=(
        "The hidden layer's bias is missing",
        "The hidden units saw their weights only. Without its bias, each unit's boundary goes through the origin.",
    ),
)
def no_hidden_bias(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1.T)
    return H @ W2.T + b2, H


@wrong(
    "mlp_forward",
    pt=(
        "Faltou o viés da saída",
        "A camada de saída só levou em conta os pesos. Com a camada oculta em zero, a rede responderia zero, o que "
        "quer que o "
        "treino pedisse.",
    ),
    en=(
        "The output's bias is missing",
        "The output layer saw its weights only. With the hidden layer at zero the network would answer zero, whatever "
        "training asked for.",
    ),
)
def no_output_bias(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1.T + b1)
    return H @ W2.T, H


@wrong(
    "mlp_forward",
    pt=(
        "H antes da ativação",
        "A saída está certa, mas o H que você devolve é a soma ponderada, de antes da tanh. Quem vem depois precisa da "
        "saída da camada oculta.",
    ),
    en=(
        "H from before the activation",
        "The output is right, but the H that you return is the weighted sum from before the tanh. What comes next "
        "needs the hidden layer's output.",
    ),
)
def sums_for_the_hidden_layer(X, W1, b1, W2, b2):
    A = X @ W1.T + b1
    return np.tanh(A) @ W2.T + b2, A


@wrong(
    "mlp_forward",
    pt=(
        "Um produto de formatos que não combinam",
        "Neste curso cada linha de W é uma unidade, com formato (saídas, entradas). Na linha do erro, veja se faltou "
        "transpor W, se a ordem está trocada ou se entrou o array de outra camada.",
    ),
    en=(
        "A product of shapes that do not fit",
        "In this course each row of W is a unit, with the shape (outputs, inputs). On the line of the error, see "
        "whether W was not transposed, the order is swapped, or another layer's array went in.",
    ),
)
def weights_not_transposed(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    return H @ W2 + b2, H


@wrong(
    "mlp_forward",
    pt=(
        "Softmax dentro da rede",
        "A saída pedida são os logits, sem softmax. Ela entra junto com a perda, onde as duas contas se simplificam e "
        "ficam estáveis.",
    ),
    en=(
        "Softmax inside the network",
        "What is asked for are the logits, without the softmax. It comes in with the loss, where both computations "
        "simplify and stay stable.",
    ),
)
def probabilities_at_the_output(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1.T + b1)
    Z = H @ W2.T + b2
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True), H


@wrong(
    "mlp_forward",
    pt=(
        "Um só viés para todas as saídas",
        "Você somou a cada saída a média dos vieses. Cada unidade tem o seu próprio viés, e é ele que desloca a "
        "resposta dela.",
    ),
    en=(
        "One bias for all outputs",
        "You added the mean of the biases to every output. Each unit has a bias of its own, and that is what shifts "
        "its answer.",
    ),
)
def mean_of_the_biases(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1.T + b1)
    return H @ W2.T + np.mean(b2), H
