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


@right("train_neuron")
def losses_by_minus_the_labels(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        error = sigmoid(X @ w + b) - y
        w, b = w - lr * np.mean(error[:, None] * X, axis=0), b - lr * np.mean(error)
        p = sigmoid(X @ w + b)
        losses.append(np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p)))
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


@wrong(
    "train_neuron",
    pt=(
        "Parou quando a perda subiu",
        "O treino termina na primeira época em que a perda sobe. Com uma taxa grande ela pode subir; pedem-se "
        "sempre todas as épocas, e losses é para que se veja.",
    ),
    en=(
        "Stopped when the loss rose",
        "Training ends in the first epoch in which the loss rises. With a large rate it may rise; all epochs are"
        " always asked for, and losses is there to show it.",
    ),
)
def stops_when_the_loss_rises(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
        if len(losses) > 1 and losses[-1] > losses[-2]:
            break
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Parou quando a perda assentou",
        "O treino termina assim que a perda quase não muda. Pedem-se sempre todas as épocas, e losses tem uma "
        "entrada para cada uma.",
    ),
    en=(
        "Stopped when the loss settled",
        "Training ends as soon as the loss hardly changes. All epochs are always asked for, and losses has an "
        "entry for each.",
    ),
)
def stops_when_the_loss_settles(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
        if len(losses) > 1 and abs(losses[-1] - losses[-2]) < 1e-3:
            break
    return w, b, losses


@wrong(
    "train_neuron",
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
def best_weights(X, y, w, b, lr, epochs):
    losses, best = [], (w, b)
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
        if losses[-1] == min(losses):
            best = w, b
    return *best, losses


@wrong(
    "train_neuron",
    pt=(
        "Perdas em ordem",
        "A lista de perdas foi posta em ordem decrescente. losses[k] é a perda depois da época k, e pode subir.",
    ),
    en=(
        "Losses put in order",
        "The list of losses was sorted from large to small. losses[k] is the loss after epoch k, and it may rise.",
    ),
)
def sorted_losses(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, sorted(losses, reverse=True)


@wrong(
    "train_neuron",
    pt=(
        "Uma época, mesmo sem nenhuma pedida",
        "Com epochs = 0 nada deve acontecer: os pesos do começo e uma lista vazia.",
    ),
    en=(
        "One epoch, even when none is asked for",
        "With epochs = 0 nothing should happen: the starting weights and an empty list.",
    ),
)
def at_least_one_epoch(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(max(1, epochs)):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Cópia de inteiros",
        "A cópia de um array de inteiros é de inteiros, e NumPy recusa somar nela um passo com casas decimais. "
        "Faça um array novo a cada passo.",
    ),
    en=(
        "A copy of integers",
        "A copy of an integer array holds integers, and NumPy refuses to add a step with decimals to it. Make a "
        "new array in each step.",
    ),
)
def copy_of_integers(X, y, w, b, lr, epochs):
    w, losses = w.copy(), []
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w -= lr * dw
        b = b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Só os passos que ajudam",
        "Você desfaz os passos com que a perda sobe. A descida do gradiente dá todos os passos, também os que "
        "saltam por cima do vale.",
    ),
    en=(
        "Only the steps that help",
        "You undo the steps with which the loss rises. Gradient descent takes all its steps, those that jump "
        "over the valley too.",
    ),
)
def rejects_steps_that_do_not_help(X, y, w, b, lr, epochs):
    losses, least = [], binary_cross_entropy(y, neuron_output(X, w, b))
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        new_w, new_b = w - lr * dw, b - lr * db
        loss = binary_cross_entropy(y, neuron_output(X, new_w, new_b))
        if loss < least:
            w, b, least = new_w, new_b, loss
        losses.append(least)
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "A taxa muda no caminho",
        "Você diminui a taxa quando a perda sobe. É um bom truque, mas aqui a taxa é lr do começo ao fim.",
    ),
    en=(
        "The rate changes on the way",
        "You make the rate smaller when the loss rises. It is a good trick, but here the rate is lr from "
        "beginning to end.",
    ),
)
def halves_the_rate_when_the_loss_rises(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
        if len(losses) > 1 and losses[-1] > losses[-2]:
            lr = lr / 2
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Parou com a perda pequena",
        "Quando a perda fica abaixo de um milésimo, você para e repete o último valor até o fim da lista. O neurônio "
        "ainda aprende: pedem-se sempre todas as épocas.",
    ),
    en=(
        "Stopped at a small loss",
        "When the loss falls below a thousandth, you stop and repeat the last value to the end of the list. The neuron "
        "is still learning: all epochs are always asked for.",
    ),
)
def stops_at_a_small_loss(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
        if losses[-1] < 1e-3:
            return w, b, losses + [losses[-1]] * (epochs - len(losses))
    return w, b, losses


@wrong(
    "train_neuron",
    pt=(
        "Um passo para cada 32 exemplos",
        "Com mais de 32 exemplos você dá vários passos por época, cada um com uma parte deles. Aqui cada época é um "
        "passo só, com o gradiente de todos.",
    ),
    en=(
        "A step for every 32 examples",
        "With more than 32 examples you take several steps in an epoch, each with a part of them. Here an epoch is one "
        "step only, with the gradient of all of them.",
    ),
)
def a_step_for_each_part(X, y, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        for i in range(0, len(X), 32):
            dw, db = bce_gradient(X[i : i + 32], y[i : i + 32], w, b)
            w, b = w - lr * dw, b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses
