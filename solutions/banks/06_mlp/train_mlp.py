"""Answers to train_mlp: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("train_mlp")
def with_the_course_functions(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for X_batch, y_batch in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(X_batch, W1, b1, W2, b2)
            _, dZ = loss(Z, y_batch)
            dW1, db1, dW2, db2 = mlp_backward(X_batch, H, W2, dZ)
            W1, b1 = W1 - lr * dW1, b1 - lr * db1
            W2, b2 = W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@right("train_mlp")
def all_by_hand(X, y, loss, hidden, epochs, batch_size, lr, rng):
    n, d = X.shape
    k = int(y.max()) + 1 if y.ndim == 1 else y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / d), (hidden, d)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), (k, hidden)), np.zeros(k)
    for _ in range(epochs):
        order = rng.permutation(n)
        for start in range(0, n, batch_size):
            rows = order[start : start + batch_size]
            x = X[rows]
            H = np.tanh(x @ W1.T + b1)
            dZ = loss(H @ W2.T + b2, y[rows])[1]
            dA = (dZ @ W2) * (1 - H * H)
            W2 = W2 - lr * dZ.T @ H
            b2 = b2 - lr * dZ.sum(axis=0)
            W1 = W1 - lr * dA.T @ x
            b1 = b1 - lr * dA.sum(axis=0)
    return W1, b1, W2, b2


@right("train_mlp")
def first_weights_after_xavier(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(np.max(y)) + 1
    W1 = rng.normal(size=(hidden, X.shape[1])) / np.sqrt(X.shape[1])
    W2 = rng.normal(size=(outputs, hidden)) / np.sqrt(hidden)
    b1, b2 = np.zeros(hidden), np.zeros(outputs)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            gradients = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = (w - lr * g for w, g in zip((W1, b1, W2, b2), gradients))
    return W1, b1, W2, b2


@right("train_mlp")
def updated_in_place(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    weights = [*init_layer(X.shape[1], hidden, rng), *init_layer(hidden, outputs, rng)]
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, *weights)
            for w, g in zip(weights, mlp_backward(x, H, weights[2], loss(Z, t)[1])):
                w -= lr * g
    return tuple(weights)


@right("train_mlp")
def uniform_first_weights(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    a, c = np.sqrt(6 / (X.shape[1] + hidden)), np.sqrt(6 / (hidden + outputs))
    W1, b1 = rng.uniform(-a, a, (hidden, X.shape[1])), np.zeros(hidden)
    W2, b2 = rng.uniform(-c, c, (outputs, hidden)), np.zeros(outputs)
    for _ in range(epochs):
        order = np.argsort(rng.random(len(X)))
        for i in range(0, len(X), batch_size):
            x, t = X[order[i : i + batch_size]], y[order[i : i + batch_size]]
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Subiu a ladeira",
        "Os pesos andam a favor do gradiente, e a perda cresce a cada passo. O gradiente aponta para cima; para "
        "aprender, é preciso ir contra ele.",
    ),
    en=(
        "Uphill",
        "The weights go along with the gradient, and the loss grows with every step. The gradient points up; to learn, "
        "go against it.",
    ),
)
def uphill(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 + lr * dW1, b1 + lr * db1, W2 + lr * dW2, b2 + lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "W2 mudou antes da hora",
        "Você atualizou a camada de saída e só depois calculou o gradiente da camada oculta, com os pesos já novos. "
        "Todos os gradientes usam os pesos de antes do passo.",
    ),
    en=(
        "W2 changed too early",
        "You updated the output layer and only then computed the hidden layer's gradient, with the new weights. All "
        "gradients use the weights from before the step.",
    ),
)
def output_updated_first(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dZ = loss(Z, t)[1]
            W2, b2 = W2 - lr * dZ.T @ H, b2 - lr * dZ.sum(axis=0)
            dA = (dZ @ W2) * (1 - H**2)
            W1, b1 = W1 - lr * dA.T @ x, b1 - lr * dA.sum(axis=0)
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Só os pesos aprendem",
        "Os vieses ficaram como começaram. Eles também têm gradiente, e sem eles cada unidade fica presa à origem.",
    ),
    en=(
        "Only the weights learn",
        "The biases stayed as they began. They have a gradient too, and without them each unit is tied to the origin.",
    ),
)
def biases_stay(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, _, dW2, _ = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Só a camada de saída aprende",
        "A camada oculta ficou com os pesos sorteados. O gradiente precisa voltar até ela: é ali que a rede aprende a "
        "ver os dados de outro jeito.",
    ),
    en=(
        "Only the output layer learns",
        "The hidden layer kept its random weights. The gradient must go back to it: that is where the network learns "
        "to see the data in another way.",
    ),
)
def hidden_layer_stays(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            _, _, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W2, b2 = W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Uma época só",
        "O treino passa uma vez só pelos dados, qualquer que seja epochs. Ou falta o laço das épocas, ou o return está "
        "dentro dele, ou minibatches foi chamada fora dele: um gerador se esgota na primeira volta.",
    ),
    en=(
        "One epoch only",
        "Training goes through the data only once, whatever epochs says. Either the loop over the epochs is missing, "
        "or the return is inside it, or minibatches was called outside it: a generator is used up on the first pass.",
    ),
)
def one_epoch(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for x, t in minibatches(X, y, batch_size, rng):
        Z, H = mlp_forward(x, W1, b1, W2, b2)
        dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
        W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Sem minilotes",
        "Cada época deu um passo só, com todos os dados, e batch_size não foi usado. Com minilotes, uma época dá "
        "muitos passos.",
    ),
    en=(
        "No mini-batches",
        "Each epoch made a single step with all the data, and batch_size was not used. With mini-batches an epoch "
        "makes many steps.",
    ),
)
def whole_batch(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        Z, H = mlp_forward(X, W1, b1, W2, b2)
        dW1, db1, dW2, db2 = mlp_backward(X, H, W2, loss(Z, y)[1])
        W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "O último lote não conta",
        "Os exemplos que sobram depois dos lotes inteiros ficam de fora da época. O último lote é menor, mas dá o seu "
        "passo como os outros.",
    ),
    en=(
        "The last batch does not count",
        "The examples that are left after the full batches are left out of the epoch. The last batch is shorter, but "
        "makes its step like the others.",
    ),
)
def full_batches_only(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for i in range(len(X) // batch_size):
            rows = order[i * batch_size : (i + 1) * batch_size]
            x, t = X[rows], y[rows]
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Dividiu outra vez pelo lote",
        "A perda já é a média do lote, e o gradiente dela também. Dividindo de novo, o passo encolhe, e encolhe mais "
        "quanto maior o lote.",
    ),
    en=(
        "Divided by the batch once more",
        "The loss is the batch's mean already, and so is its gradient. Dividing again shrinks the step, and shrinks it "
        "more the larger the batch.",
    ),
)
def divided_by_the_batch(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = (g / len(x) for g in mlp_backward(x, H, W2, loss(Z, t)[1]))
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Começou com pesos nulos",
        "Com todos os pesos em zero, as unidades ocultas são iguais e recebem o mesmo gradiente: nulo. O sorteio do "
        "começo é o que as torna diferentes.",
    ),
    en=(
        "Started with zero weights",
        "With all weights at zero the hidden units are alike and receive the same gradient: zero. The draw at the "
        "beginning is what makes them differ.",
    ),
)
def zero_weights(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1, W2, b2 = np.zeros((hidden, X.shape[1])), np.zeros(hidden), np.zeros((outputs, hidden)), np.zeros(outputs)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Recomeça a cada época",
        "Os pesos são sorteados de novo no início de cada época, e o que a anterior aprendeu se perde. O sorteio vem "
        "uma vez só, antes do laço.",
    ),
    en=(
        "Starts afresh every epoch",
        "The weights are drawn again at the beginning of each epoch, and what the one before learned is lost. The draw "
        "comes once, before the loop.",
    ),
)
def afresh_every_epoch(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    for _ in range(epochs):
        W1, b1 = init_layer(X.shape[1], hidden, rng)
        W2, b2 = init_layer(hidden, outputs, rng)
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Esqueceu a inclinação da tanh",
        "Na volta, o gradiente atravessou a camada oculta sem a derivada da tanh, como se ela fosse linear. Perto de "
        "zero quase não se nota; onde as unidades saturam, o passo sai grande demais.",
    ),
    en=(
        "The slope of tanh was forgotten",
        "On the way back the gradient crossed the hidden layer without the derivative of tanh, as if it were linear. "
        "Near zero this hardly shows; where units saturate the step comes out far too large.",
    ),
)
def linear_on_the_way_back(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dZ = loss(Z, t)[1]
            dA = dZ @ W2
            W1, b1 = W1 - lr * dA.T @ x, b1 - lr * dA.sum(axis=0)
            W2, b2 = W2 - lr * dZ.T @ H, b2 - lr * dZ.sum(axis=0)
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Pesos iniciais quase nulos",
        "Os passos estão certos, mas os pesos começam tão perto de zero que a rede é quase linear e quase não recebe "
        "gradiente: nestas épocas ela não chega a aprender. O tamanho do sorteio depende do número de entradas.",
    ),
    en=(
        "First weights almost zero",
        "The steps are right, but the weights start so close to zero that the network is almost linear and receives "
        "hardly any gradient: in these epochs it does not get to learn. The size of the draw depends on the number of "
        "inputs.",
    ),
)
def tiny_first_weights(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = 1e-3 * rng.normal(size=(hidden, X.shape[1])), np.zeros(hidden)
    W2, b2 = 1e-3 * rng.normal(size=(outputs, hidden)), np.zeros(outputs)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2
