"""Answers to mlp_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("mlp_backward")
def as_in_the_text(X, H, W2, dZ):
    dA = (dZ @ W2) * (1 - H**2)
    return dA.T @ X, dA.sum(axis=0), dZ.T @ H, dZ.sum(axis=0)


@right("mlp_backward")
def example_by_example(X, H, W2, dZ):
    h, d, k = H.shape[1], X.shape[1], dZ.shape[1]
    dW1, db1, dW2, db2 = np.zeros((h, d)), np.zeros(h), np.zeros((k, h)), np.zeros(k)
    for x, hidden, delta in zip(X, H, dZ):
        back = (W2.T @ delta) * (1 + hidden) * (1 - hidden)
        dW1 += np.outer(back, x)
        db1 += back
        dW2 += np.outer(delta, hidden)
        db2 += delta
    return dW1, db1, dW2, db2


@right("mlp_backward")
def plain_loops(X, H, W2, dZ):
    n, d, h, k = len(X), X.shape[1], H.shape[1], dZ.shape[1]
    back = [
        [sum(float(dZ[i, o]) * float(W2[o, j]) for o in range(k)) * (1 - float(H[i, j]) ** 2) for j in range(h)]
        for i in range(n)
    ]
    dW1 = [[sum(back[i][j] * float(X[i, c]) for i in range(n)) for c in range(d)] for j in range(h)]
    db1 = [sum(back[i][j] for i in range(n)) for j in range(h)]
    dW2 = [[sum(float(dZ[i, o]) * float(H[i, j]) for i in range(n)) for j in range(h)] for o in range(k)]
    db2 = [sum(float(dZ[i, o]) for i in range(n)) for o in range(k)]
    return dW1, db1, dW2, db2


@right("mlp_backward")
def einstein_sums(X, H, W2, dZ):
    dA = np.einsum("nk,kh->nh", dZ, W2) * (1 - H * H)
    return np.einsum("nh,nd->hd", dA, X), np.einsum("nh->h", dA), np.einsum("nk,nh->kh", dZ, H), np.einsum("nk->k", dZ)


@right("mlp_backward")
def columns_of_examples(X, H, W2, dZ):
    D = dZ.T
    back = W2.T @ D
    back = back - back * H.T * H.T
    return back @ X, back @ np.ones(len(X)), D @ H, D @ np.ones(len(X))


@right("mlp_backward")
def single_precision(X, H, W2, dZ):
    X, H, W2, dZ = (np.asarray(a, dtype=np.float32) for a in (X, H, W2, dZ))
    dA = (dZ @ W2) * (np.float32(1) - H * H)
    return dA.T @ X, dA.sum(axis=0), dZ.T @ H, dZ.sum(axis=0)


@wrong(
    "mlp_backward",
    pt=(
        "Faltou a derivada da tanh",
        "O gradiente passou pela camada oculta como se ela fosse linear. No caminho de volta, cada unidade multiplica "
        "pela sua inclinação, que é pequena onde a tanh está saturada.",
    ),
    en=(
        "The derivative of tanh is missing",
        "The gradient went through the hidden layer as if it were linear. On the way back each unit multiplies by its "
        "slope, which is small where tanh is saturated.",
    ),
)
def through_a_linear_layer(X, H, W2, dZ):
    dA = dZ @ W2
    return dA.T @ X, dA.sum(axis=0), dZ.T @ H, dZ.sum(axis=0)


@wrong(
    "mlp_backward",
    pt=(
        "Derivada da logística",
        "A inclinação H(1 − H) é a da logística. As unidades ocultas desta rede usam a tanh, cuja derivada, escrita "
        "com a saída, é outra.",
    ),
    en=(
        "Derivative of the logistic",
        "The slope H(1 − H) is that of the logistic. This network's hidden units use tanh, whose derivative, written "
        "with the output, is another.",
    ),
)
def slope_of_the_logistic(X, H, W2, dZ):
    dA = (dZ @ W2) * H * (1 - H)
    return dA.T @ X, dA.sum(axis=0), dZ.T @ H, dZ.sum(axis=0)


@wrong(
    "mlp_backward",
    pt=(
        "Tanh aplicada outra vez",
        "H já é a saída da tanh. Você tratou H como se fosse a soma ponderada e calculou a inclinação de tanh(H), num "
        "ponto que não é o da rede.",
    ),
    en=(
        "Tanh applied once more",
        "H already is the output of tanh. You treated H as the weighted sum and took the slope of tanh(H), at a point "
        "that is not the network's.",
    ),
)
def tanh_of_the_output(X, H, W2, dZ):
    dA = (dZ @ W2) * (1 - np.tanh(H) ** 2)
    return dA.T @ X, dA.sum(axis=0), dZ.T @ H, dZ.sum(axis=0)


@wrong(
    "mlp_backward",
    pt=(
        "Esqueceu o quadrado",
        "A inclinação da tanh usa o quadrado da saída: é a mesma dos dois lados de zero. Com 1 − H, ela muda com o "
        "sinal da unidade e passa de 1 quando H é negativo.",
    ),
    en=(
        "The square was forgotten",
        "The slope of tanh uses the square of the output: it is the same on both sides of zero. With 1 − H it changes "
        "with the unit's sign, and exceeds 1 where H is negative.",
    ),
)
def slope_without_the_square(X, H, W2, dZ):
    dA = (dZ @ W2) * (1 - H)
    return dA.T @ X, dA.sum(axis=0), dZ.T @ H, dZ.sum(axis=0)


@wrong(
    "mlp_backward",
    pt=(
        "Média em vez de soma",
        "Você dividiu pelo número de exemplos. A média já está na perda, e chega aqui dentro de dZ: dividir de novo "
        "encolhe o passo.",
    ),
    en=(
        "Mean instead of sum",
        "You divided by the number of examples. The mean is in the loss already and arrives here inside dZ: dividing "
        "once more shrinks the step.",
    ),
)
def divided_by_n(X, H, W2, dZ):
    n = len(X)
    dA = (dZ @ W2) * (1 - H**2)
    return dA.T @ X / n, dA.mean(axis=0), dZ.T @ H / n, dZ.mean(axis=0)


@wrong(
    "mlp_backward",
    pt=(
        "Média só nos vieses",
        "Os pesos somam os exemplos e os vieses tiram a média. Os dois vêm da mesma perda e precisam da mesma soma.",
    ),
    en=(
        "Mean for the biases only",
        "The weights add up the examples and the biases average them. Both come from the same loss and need the same "
        "sum.",
    ),
)
def biases_averaged(X, H, W2, dZ):
    dA = (dZ @ W2) * (1 - H**2)
    return dA.T @ X, dA.mean(axis=0), dZ.T @ H, dZ.mean(axis=0)


@wrong(
    "mlp_backward",
    pt=(
        "dW transpostos",
        "Os gradientes dos pesos saíram com entradas nas linhas e unidades nas colunas. O gradiente de W tem o formato "
        "de W.",
    ),
    en=(
        "dW transposed",
        "The weights' gradients came out with inputs in rows and units in columns. The gradient of W has the shape of "
        "W.",
    ),
)
def weights_transposed(X, H, W2, dZ):
    dA = (dZ @ W2) * (1 - H**2)
    return X.T @ dA, dA.sum(axis=0), H.T @ dZ, dZ.sum(axis=0)


@wrong(
    "mlp_backward",
    pt=(
        "Vieses sem somar os exemplos",
        "Há um viés para cada unidade, e todos os exemplos o usam: os gradientes deles se somam. Você devolveu um "
        "gradiente para cada exemplo.",
    ),
    en=(
        "Biases not summed over the examples",
        "There is one bias for each unit, and all examples use it: their gradients add up. You returned one gradient "
        "for each example.",
    ),
)
def biases_for_each_example(X, H, W2, dZ):
    dA = (dZ @ W2) * (1 - H**2)
    return dA.T @ X, dA, dZ.T @ H, dZ


@wrong(
    "mlp_backward",
    pt=(
        "Os pesos ficaram de fora na volta",
        "Ao voltar pela camada de saída, o gradiente passa pelos pesos dela. Você espalhou o erro pelas unidades "
        "ocultas sem esses pesos, e nenhuma recebeu a sua própria parte.",
    ),
    en=(
        "The weights were left out on the way back",
        "On its way back through the output layer the gradient uses that layer's weights. You spread the error over "
        "the hidden units without them, so none gets its own share of it.",
    ),
)
def error_spread_evenly(X, H, W2, dZ):
    dA = dZ.sum(axis=1, keepdims=True) * (1 - H**2)
    return dA.T @ X, dA.sum(axis=0), dZ.T @ H, dZ.sum(axis=0)


@wrong(
    "mlp_backward",
    pt=(
        "Camadas na ordem inversa",
        "Os quatro gradientes estão certos, mas os da camada de saída vieram primeiro. A ordem pedida é a da rede: "
        "dW1, db1, dW2, db2.",
    ),
    en=(
        "Layers in the opposite order",
        "All four gradients are right, but those of the output layer came first. The order asked for is the network's: "
        "dW1, db1, dW2, db2.",
    ),
)
def output_layer_first(X, H, W2, dZ):
    dA = (dZ @ W2) * (1 - H**2)
    return dZ.T @ H, dZ.sum(axis=0), dA.T @ X, dA.sum(axis=0)


@wrong(
    "mlp_backward",
    pt=(
        "Inclinação contada na camada errada",
        "A derivada da tanh entrou no gradiente de W2, cuja camada é linear. Ela só pertence ao caminho da camada "
        "oculta.",
    ),
    en=(
        "Slope counted in the wrong layer",
        "The derivative of tanh went into the gradient of W2, whose layer is linear. It belongs only on the way "
        "through the hidden layer.",
    ),
)
def slope_in_the_output_layer(X, H, W2, dZ):
    dA = (dZ @ W2) * (1 - H**2)
    return dA.T @ X, dA.sum(axis=0), dZ.T @ (H * (1 - H**2)), dZ.sum(axis=0)


@wrong(
    "mlp_backward",
    pt=(
        "Sinal trocado",
        "Você devolveu a direção da descida, e não o gradiente. O menos entra uma vez só, na atualização dos pesos.",
    ),
    en=(
        "Sign flipped",
        "You returned the direction of descent, not the gradient. The minus comes in once, when the weights are "
        "updated.",
    ),
)
def direction_of_descent(X, H, W2, dZ):
    dA = (dZ @ W2) * (1 - H**2)
    return -dA.T @ X, -dA.sum(axis=0), -dZ.T @ H, -dZ.sum(axis=0)
