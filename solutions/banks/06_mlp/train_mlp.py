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


@right("train_mlp")
def orders_drawn_before_the_weights(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    orders = [rng.permutation(len(X)) for _ in range(epochs)]
    W2, b2 = init_layer(hidden, outputs, rng)
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    for order in orders:
        for rows in np.split(order, range(batch_size, len(X), batch_size)):
            Z, H = mlp_forward(X[rows], W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(X[rows], H, W2, loss(Z, y[rows])[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return [W1, b1, W2, b2]


@right("train_mlp")
def shuffled_again_and_again(X, y, loss, hidden, epochs, batch_size, lr, rng):
    X, y = X.copy(), y.copy()
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    (W1, b1), (W2, b2) = init_layer(X.shape[1], hidden, rng), init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        order = rng.permutation(len(X))
        X, y = X[order], y[order]
        for start in range(0, len(X), batch_size):
            x, t = X[start : start + batch_size], y[start : start + batch_size]
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@right("train_mlp")
def single_precision(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    X, lr = X.astype(np.float32), np.float32(lr)
    W1, b1, W2, b2 = (np.float32(w) for w in (*init_layer(X.shape[1], hidden, rng), *init_layer(hidden, outputs, rng)))
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = (np.float32(g) for g in mlp_backward(x, H, W2, np.float32(loss(Z, t)[1])))
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


@wrong(
    "train_mlp",
    pt=(
        "Gerador próprio",
        "Você criou o seu próprio gerador, e o treino é o mesmo qualquer que seja rng. Todo o acaso vem do "
        "gerador recebido.",
    ),
    en=(
        "A generator of your own",
        "You made a generator of your own, and the training is the same whatever rng is. All chance comes from "
        "the generator that is passed in.",
    ),
)
def own_generator(X, y, loss, hidden, epochs, batch_size, lr, rng):
    rng = np.random.default_rng(0)
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Lotes com outro gerador",
        "Os pesos vêm de rng, mas os lotes vêm de um gerador seu: com outro rng, as linhas são embaralhadas do "
        "mesmo jeito.",
    ),
    en=(
        "Batches from another generator",
        "The weights come from rng, but the batches from a generator of your own: with another rng the rows are "
        "shuffled in the same way.",
    ),
)
def own_generator_for_the_batches(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    shuffler = np.random.default_rng(0)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, shuffler):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Pesos com outro gerador",
        "Os lotes vêm de rng, mas os primeiros pesos vêm de um gerador seu: com outro rng, a rede começa sempre igual.",
    ),
    en=(
        "Weights from another generator",
        "The batches come from rng, but the first weights from a generator of your own: with another rng the "
        "network always starts alike.",
    ),
)
def own_generator_for_the_weights(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    drawer = np.random.default_rng(42)
    W1, b1 = init_layer(X.shape[1], hidden, drawer)
    W2, b2 = init_layer(hidden, outputs, drawer)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Um sorteio para todas as épocas",
        "Você embaralhou uma vez, antes do laço, e todas as épocas passam pelos mesmos lotes. Cada época pede um"
        " sorteio novo.",
    ),
    en=(
        "One shuffle for all epochs",
        "You shuffled once, before the loop, and all epochs go through the same batches. Each epoch asks for a "
        "new shuffle.",
    ),
)
def one_shuffle(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    batches = list(minibatches(X, y, batch_size, rng))
    for _ in range(epochs):
        for x, t in batches:
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Lotes na ordem das linhas",
        "Os lotes são fatias das linhas na ordem em que vieram, e nada é embaralhado. Embaralhe a cada época.",
    ),
    en=(
        "Batches in the order of the rows",
        "The batches are slices of the rows in the order in which they came, and nothing is shuffled. Shuffle in"
        " each epoch.",
    ),
)
def batches_in_order(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for start in range(0, len(X), batch_size):
            x, t = X[start : start + batch_size], y[start : start + batch_size]
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Só a ordem dos lotes muda",
        "Os lotes são sempre os mesmos, e de uma época para a outra só a ordem deles muda. O que se embaralha "
        "são as linhas.",
    ),
    en=(
        "Only the order of the batches changes",
        "The batches are always the same, and from one epoch to the next only their order changes. It is the "
        "rows that are to be shuffled.",
    ),
)
def same_batches_in_another_order(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    batches = list(minibatches(X, y, batch_size, rng))
    for _ in range(epochs):
        for i in rng.permutation(len(batches)):
            x, t = batches[i]
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Linhas com repetição",
        "Cada lote sorteia as suas linhas entre todas: numa época umas aparecem duas vezes e outras nenhuma. "
        "Embaralhe e corte, para que cada linha apareça uma vez.",
    ),
    en=(
        "Rows with replacement",
        "Each batch draws its rows from all of them: in an epoch some appear twice and others not at all. "
        "Shuffle and cut, so that each row appears once.",
    ),
)
def rows_with_replacement(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for _ in range(-(-len(X) // batch_size)):
            rows = rng.integers(0, len(X), batch_size)
            x, t = X[rows], y[rows]
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "A taxa encolhe",
        "De tempos em tempos você divide a taxa por dois. É um bom truque (vem no próximo notebook), mas aqui a "
        "taxa é lr do começo ao fim.",
    ),
    en=(
        "The rate shrinks",
        "Every now and then you halve the rate. It is a good trick (it comes in the next notebook), but here the"
        " rate is lr from beginning to end.",
    ),
)
def shrinking_rate(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for epoch in range(epochs):
        if epoch > 0 and epoch % 10 == 0:
            lr = lr / 2
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Momento depois das primeiras épocas",
        "Depois de duas épocas os passos passam a usar uma média dos gradientes. Aqui o passo é o do SGD "
        "simples, do começo ao fim.",
    ),
    en=(
        "Momentum after the first epochs",
        "After two epochs the steps use an average of the gradients. Here the step is that of plain SGD, from "
        "beginning to end.",
    ),
)
def momentum_later(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    speed = [0.0, 0.0, 0.0, 0.0]
    for epoch in range(epochs):
        beta = 0.9 if epoch >= 2 else 0.0
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            gradients = mlp_backward(x, H, W2, loss(Z, t)[1])
            speed = [beta * v + (1 - beta) * g for v, g in zip(speed, gradients)]
            W1, b1, W2, b2 = (w - lr * v for w, v in zip((W1, b1, W2, b2), speed))
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Parou quando a perda subiu",
        "O treino termina na primeira época em que a perda não cai. Com minilotes ela sobe e desce; pedem-se "
        "sempre todas as épocas.",
    ),
    en=(
        "Stopped when the loss rose",
        "Training ends in the first epoch in which the loss does not fall. With mini-batches it rises and falls;"
        " all epochs are always asked for.",
    ),
)
def stops_when_the_loss_rises(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    least = np.inf
    for _ in range(epochs):
        total = 0.0
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            value, dZ = loss(Z, t)
            total += value
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, dZ)
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
        if total > least:
            break
        least = total
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Parou quando a perda ficou pequena",
        "O treino termina assim que a perda é pequena. Pedem-se sempre todas as épocas.",
    ),
    en=(
        "Stopped when the loss was small",
        "Training ends as soon as the loss is small. All epochs are always asked for.",
    ),
)
def stops_when_the_loss_is_small(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
        if loss(mlp_forward(X, W1, b1, W2, b2)[0], y)[0] < 0.01:
            break
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Metade das épocas",
        "O treino faz menos épocas do que foram pedidas. Conte as voltas do laço: são epochs.",
    ),
    en=(
        "Half the epochs",
        "Training does fewer epochs than were asked for. Count the turns of the loop: there are to be epochs.",
    ),
)
def half_the_epochs(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(max(1, epochs // 2) if epochs > 2 else epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Uma época, mesmo sem nenhuma pedida",
        "Com epochs = 0 nada deve acontecer: a rede fica com os pesos sorteados.",
    ),
    en=(
        "One epoch, even when none is asked for",
        "With epochs = 0 nothing should happen: the network keeps the weights that were drawn.",
    ),
)
def at_least_one_epoch(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(max(1, epochs)):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "Os melhores pesos",
        "Você devolve os pesos da época de menor perda. Pedem-se os do fim do treino, que não são os mesmos "
        "quando a perda sobe.",
    ),
    en=(
        "The best weights",
        "You return the weights of the epoch with the smallest loss. Those at the end of the training are asked "
        "for, which are others where the loss rises.",
    ),
)
def best_weights(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    best, least = (W1, b1, W2, b2), np.inf
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
        value = loss(mlp_forward(X, W1, b1, W2, b2)[0], y)[0]
        if value < least:
            best, least = (W1, b1, W2, b2), value
    return best


@wrong(
    "train_mlp",
    pt=(
        "Gradientes cortados",
        "Você corta os gradientes que passam de 1. Isso muda os passos grandes; aqui o passo é o do SGD simples.",
    ),
    en=(
        "Gradients clipped",
        "You cut off gradients beyond 1. That changes large steps; here the step is that of plain SGD.",
    ),
)
def clipped_gradients(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            gradients = [np.clip(g, -1, 1) for g in mlp_backward(x, H, W2, loss(Z, t)[1])]
            W1, b1, W2, b2 = (w - lr * g for w, g in zip((W1, b1, W2, b2), gradients))
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "No máximo cem épocas",
        "Depois de cem épocas o treino termina, por mais que se peçam.",
    ),
    en=(
        "A hundred epochs at most",
        "After a hundred epochs the training ends, however many are asked for.",
    ),
)
def a_hundred_epochs_at_most(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(min(epochs, 100)):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "No máximo duzentas épocas",
        "Depois de duzentas épocas o treino termina, por mais que se peçam.",
    ),
    en=(
        "Two hundred epochs at most",
        "After two hundred epochs the training ends, however many are asked for.",
    ),
)
def two_hundred_epochs_at_most(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(min(epochs, 200)):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2


@wrong(
    "train_mlp",
    pt=(
        "A segunda camada com outro gerador",
        "A primeira camada vem de rng, mas os pesos da segunda vêm de um gerador seu, e são sempre os mesmos.",
    ),
    en=(
        "The second layer from another generator",
        "The first layer comes from rng, but the weights of the second come from a generator of your own, and are "
        "always the same.",
    ),
)
def own_generator_for_the_second_layer(X, y, loss, hidden, epochs, batch_size, lr, rng):
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, np.random.default_rng(1))
    for _ in range(epochs):
        for x, t in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(x, W1, b1, W2, b2)
            dW1, db1, dW2, db2 = mlp_backward(x, H, W2, loss(Z, t)[1])
            W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2
