"""Answers to train_neuron: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("train_neuron")
def with_the_course_functions(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses


@right("train_neuron")
def losses_from_the_logits(X, y, w, b, lr, epochs):
    losses = np.zeros(epochs)
    for k in range(epochs):
        error = neuron_output(X, w, b) - y
        w = w - lr * (error @ X) / len(y)
        b = b - lr * error.mean()
        z = X @ w + b
        losses[k] = np.mean(np.logaddexp(0, z) - y * z)
    return w, b, losses


@right("train_neuron")
def plain_loops(X, y, w, b, lr, epochs):
    import math

    w, b, losses, n = [float(v) for v in w], float(b), [], len(X)

    def probabilities():
        return [1 / (1 + math.exp(-sum(a * float(v) for a, v in zip(w, x)) - b)) for x in X]

    for _ in range(epochs):
        errors = [p - float(t) for p, t in zip(probabilities(), y)]
        slopes = [sum(e * float(x[j]) for e, x in zip(errors, X)) / n for j in range(len(w))]
        w = [a - lr * s for a, s in zip(w, slopes)]
        b = b - lr * sum(errors) / n
        losses.append(sum(-math.log(p if t else 1 - p) for p, t in zip(probabilities(), y)) / n)
    return w, b, losses


@right("train_neuron")
def bias_as_one_more_weight(X, y, w, b, lr, epochs):
    ones, v, losses = np.column_stack([X, np.ones(len(X))]), np.append(w, b).astype(float), []
    for _ in range(epochs):
        v = v + lr * ones.T @ (y - sigmoid(ones @ v)) / len(y)
        losses.append(binary_cross_entropy(y, sigmoid(ones @ v)))
    return v[:-1], v[-1], losses


@right("train_neuron")
def single_precision(X, y, w, b, lr, epochs):
    X, y, w, b, lr = np.float32(X), np.float32(y), np.float32(w), np.float32(b), np.float32(lr)
    losses, n = [], np.float32(len(y))
    for _ in range(epochs):
        error = sigmoid(X @ w + b).astype(np.float32) - y
        w, b = w - lr * (error @ X) / n, b - lr * error.mean()
        z = X @ w + b
        losses.append(np.float32(np.mean(np.logaddexp(np.float32(0), z) - y * z)))
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Subiu a ladeira",
        "Os pesos andam a favor do gradiente, e a perda cresce a cada época. O gradiente aponta para cima.",
    ),
    en=(
        "Uphill",
        "The weights go along with the gradient, and the loss grows every epoch. The gradient points up.",
    ),
)
def uphill(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w + lr * dw, b + lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Perda de antes da época",
        "Você anotou a perda antes de atualizar os pesos. losses[k] é a perda depois da época k.",
    ),
    en=(
        "The loss from before the epoch",
        "You wrote the loss down before updating the weights. losses[k] is the loss after epoch k.",
    ),
)
def loss_before(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Exemplo por exemplo",
        "Você atualizou os pesos a cada exemplo, como no perceptron e no Adaline. Aqui cada época dá um passo só, "
        "com o gradiente de todos os exemplos.",
    ),
    en=(
        "Example by example",
        "You updated the weights after each example, as for the perceptron and Adaline. Here each epoch makes one "
        "step, with the gradient of all examples.",
    ),
)
def online(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        for i in range(len(y)):
            dw, db = bce_gradient(X[i : i + 1], y[i : i + 1], w, b)
            w, b = w - lr * dw, b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "O viés não aprende",
        "Só os pesos foram atualizados. O viés também tem a sua inclinação, e é ele que desloca a fronteira.",
    ),
    en=(
        "The bias does not learn",
        "Only the weights were updated. The bias has a slope too, and it is what shifts the boundary.",
    ),
)
def bias_stays(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        dw, _ = bce_gradient(X, y, w, b)
        w = w - lr * dw
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "O viés vê os pesos novos",
        "Você mudou w e só depois calculou a inclinação em b, com os pesos já novos. As duas inclinações de um "
        "passo são do mesmo ponto.",
    ),
    en=(
        "The bias sees the new weights",
        "You changed w and only then computed the slope in b, with the new weights. Both slopes of a step belong to "
        "the same point.",
    ),
)
def bias_one_step_late(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        w = w - lr * bce_gradient(X, y, w, b)[0]
        b = b - lr * bce_gradient(X, y, w, b)[1]
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Passo com a soma",
        "O passo usou a soma dos gradientes, e cresce com o número de exemplos. O custo é uma média, e o gradiente "
        "dele também.",
    ),
    en=(
        "A step with the sum",
        "The step used the sum of the gradients, and grows with the number of examples. The cost is a mean, and so "
        "is its gradient.",
    ),
)
def sum_of_the_gradients(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        error = neuron_output(X, w, b) - y
        w, b = w - lr * X.T @ error, b - lr * error.sum()
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Parou na primeira época",
        "O treino termina depois de uma época. Veja se há um laço sobre as épocas e se o return não ficou dentro dele.",
    ),
    en=(
        "Stopped after the first epoch",
        "Training ends after one epoch. See whether there is a loop over the epochs, and whether the return was left "
        "inside it.",
    ),
)
def one_epoch(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
        return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Passo do erro quadrático",
        "O passo tem um fator p(1 − p) a mais, que vem do erro quadrático: o neurônio quase não aprende quando erra "
        "tendo certeza.",
    ),
    en=(
        "The step of the squared error",
        "The step has an extra factor p(1 − p), which comes from the squared error: the neuron hardly learns when it "
        "is wrong and certain.",
    ),
)
def squared_error_slope(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        p = neuron_output(X, w, b)
        error = (p - y) * p * (1 - p)
        w, b = w - lr * X.T @ error / len(y), b - lr * error.mean()
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Só a última perda",
        "losses guarda uma perda por época, para que se veja a descida. Você devolveu só a do fim.",
    ),
    en=(
        "The last loss only",
        "losses keeps one loss for each epoch, so that the descent can be seen. You returned only that of the end.",
    ),
)
def last_loss_only(X, y, w, b, lr, epochs):
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
    return w, b, binary_cross_entropy(y, neuron_output(X, w, b))


@wrong(
    "train_neuron",
    pt=(
        "Perdas somadas",
        "As suas perdas são somas sobre os exemplos, e não médias. Os pesos estão certos.",
    ),
    en=(
        "Losses summed",
        "Your losses are sums over the examples, not means. The weights are right.",
    ),
)
def total_loss(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        losses.append(len(y) * binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Mudou os pesos de quem chamou",
        "Com a atualização no próprio array, o w que você recebeu também muda. Faça um novo a cada passo.",
    ),
    en=(
        "The caller's weights were changed",
        "With the update in the same array, the w that you were given changes too. Make a new one at each step.",
    ),
)
def in_place(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w -= lr * dw
        b = b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses
