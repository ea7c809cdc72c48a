"""Answers to bce_gradient: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("bce_gradient")
def with_the_course_functions(X, y, w, b):
    error = neuron_output(X, w, b) - y
    return X.T @ error / len(y), float(np.mean(error))


@right("bce_gradient")
def example_by_example(X, y, w, b):
    dw, db = np.zeros(len(w)), 0.0
    for x, label in zip(X, y):
        error = float(sigmoid(float(x @ w) + b)) - label
        dw += error * x
        db += error
    return dw / len(y), db / len(y)


@right("bce_gradient")
def plain_loops(X, y, w, b):
    n, d = len(X), len(w)
    errors = [
        float(sigmoid(sum(float(X[i, j]) * float(w[j]) for j in range(d)) + float(b))) - float(y[i]) for i in range(n)
    ]
    return [sum(errors[i] * float(X[i, j]) for i in range(n)) / n for j in range(d)], sum(errors) / n


@right("bce_gradient")
def bias_as_one_more_weight(X, y, w, b):
    ones = np.column_stack([X, np.ones(len(X))])
    gradient = np.mean((sigmoid(ones @ np.append(w, b)) - y)[:, None] * ones, axis=0)
    return gradient[:-1], gradient[-1]


@right("bce_gradient")
def single_precision(X, y, w, b):
    X, y, w, b = np.float32(X), np.float32(y), np.float32(w), np.float32(b)
    error = np.float32(0.5) + np.float32(0.5) * np.tanh((X @ w + b) / np.float32(2)) - y
    return error @ X / np.float32(len(y)), error.mean()


@right("bce_gradient")
def minus_the_step(X, y, w, b):
    surprise = y - neuron_output(X, w, b)
    return -np.dot(surprise, X) / X.shape[0], -np.sum(surprise) / X.shape[0]


@right("bce_gradient")
def from_clipped_probabilities(X, y, w, b):
    error = np.clip(neuron_output(X, w, b), 1e-12, 1 - 1e-12) - y
    return X.T @ error / len(y), np.mean(error)


@right("bce_gradient")
def as_a_named_tuple(X, y, w, b):
    from collections import namedtuple

    error = neuron_output(X, w, b) - y
    return namedtuple("Gradient", "dw db")(error @ X / len(y), error.mean())


@wrong(
    "bce_gradient",
    erratum="E17",
    pt=(
        "Sinal trocado",
        "Você devolveu a direção da descida. O gradiente aponta para onde o custo cresce; o menos entra na "
        "atualização dos pesos. Nos slides D o custo, −(1/n) Σ L, leva um menos a mais, que troca o sinal do "
        "gradiente.",
    ),
    en=(
        "Sign flipped",
        "You returned the direction of descent. The gradient points to where the cost grows; the minus comes in when "
        "the weights are updated. On slides D the cost, −(1/n) Σ L, has a minus too many, which flips the gradient.",
    ),
)
def sign(X, y, w, b):
    error = y - neuron_output(X, w, b)
    return X.T @ error / len(y), np.mean(error)


@wrong(
    "bce_gradient",
    pt=(
        "Soma em vez de média",
        "O custo é uma média sobre os exemplos, e o gradiente dele também. O seu cresce com o número de exemplos.",
    ),
    en=(
        "Sum instead of mean",
        "The cost is a mean over the examples, and so is its gradient. Yours grows with the number of examples.",
    ),
)
def total(X, y, w, b):
    error = neuron_output(X, w, b) - y
    return X.T @ error, np.sum(error)


@wrong(
    "bce_gradient",
    pt=(
        "Média só em db",
        "db é a média, mas dw ficou com a soma. Os dois são inclinações do mesmo custo, que é uma média.",
    ),
    en=(
        "Mean for db only",
        "db is the mean, but dw was left as the sum. Both are slopes of the same cost, which is a mean.",
    ),
)
def mean_of_the_bias_only(X, y, w, b):
    error = neuron_output(X, w, b) - y
    return X.T @ error, np.mean(error)


@wrong(
    "bce_gradient",
    pt=(
        "Média só em dw",
        "dw é a média, mas db ficou com a soma. Os dois são inclinações do mesmo custo, que é uma média.",
    ),
    en=(
        "Mean for dw only",
        "dw is the mean, but db was left as the sum. Both are slopes of the same cost, which is a mean.",
    ),
)
def mean_of_the_weights_only(X, y, w, b):
    error = neuron_output(X, w, b) - y
    return X.T @ error / len(y), np.sum(error)


@wrong(
    "bce_gradient",
    pt=(
        "A derivada da sigmoide sobrou",
        "Na entropia cruzada, a derivada da sigmoide se cancela com a do logaritmo. O fator p(1 − p) que ficou é do "
        "erro quadrático, e some justo quando o neurônio tem certeza e erra.",
    ),
    en=(
        "A derivative of the sigmoid too many",
        "In the cross-entropy the derivative of the sigmoid cancels with that of the logarithm. The factor p(1 − p) "
        "that stayed belongs to the squared error, and vanishes just when the neuron is wrong and certain.",
    ),
)
def extra_slope(X, y, w, b):
    p = neuron_output(X, w, b)
    error = (p - y) * p * (1 - p)
    return X.T @ error / len(y), np.mean(error)


@wrong(
    "bce_gradient",
    pt=(
        "Gradiente do erro quadrático",
        "Este é o gradiente da média dos quadrados, com o seu 2 e o seu p(1 − p). O custo deste notebook é a "
        "entropia cruzada.",
    ),
    en=(
        "Gradient of the squared error",
        "This is the gradient of the mean of squares, with its 2 and its p(1 − p). This notebook's cost is the "
        "cross-entropy.",
    ),
)
def of_the_squares(X, y, w, b):
    p = neuron_output(X, w, b)
    error = 2 * (p - y) * p * (1 - p)
    return X.T @ error / len(y), np.mean(error)


@wrong(
    "bce_gradient",
    pt=(
        "Sem a sigmoide",
        "O erro foi medido com a soma ponderada, como no Adaline. A resposta deste neurônio é a probabilidade.",
    ),
    en=(
        "Without the sigmoid",
        "The error was measured with the weighted sum, as in Adaline. This neuron's answer is the probability.",
    ),
)
def linear_answer(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error / len(y), np.mean(error)


@wrong(
    "bce_gradient",
    pt=(
        "Com a decisão no lugar da probabilidade",
        "Você arredondou a resposta antes de comparar, e quem acerta por pouco não corrige nada. O gradiente usa a "
        "probabilidade.",
    ),
    en=(
        "With the decision in place of the probability",
        "You rounded the answer before comparing, and whoever is right by a little corrects nothing. The gradient "
        "uses the probability.",
    ),
)
def decisions(X, y, w, b):
    error = np.where(X @ w + b >= 0, 1.0, 0.0) - y
    return X.T @ error / len(y), np.mean(error)


@wrong(
    "bce_gradient",
    pt=(
        "Faltou o viés",
        "O erro foi medido sem b. A inclinação em b só faz sentido se ele entra na resposta.",
    ),
    en=(
        "The bias is missing",
        "The error was measured without b. The slope in b makes sense only if it is part of the answer.",
    ),
)
def no_bias(X, y, w, b):
    error = sigmoid(X @ w) - y
    return X.T @ error / len(y), np.mean(error)


@wrong(
    "bce_gradient",
    pt=(
        "Dividido pelo número de atributos",
        "A média é sobre os exemplos, as linhas de X. Você dividiu pelas colunas.",
    ),
    en=(
        "Divided by the number of features",
        "The mean is over the examples, the rows of X. You divided by the columns.",
    ),
)
def divided_by_d(X, y, w, b):
    error = neuron_output(X, w, b) - y
    return X.T @ error / X.shape[1], np.sum(error) / X.shape[1]


@wrong(
    "bce_gradient",
    pt=(
        "NaN quando satura",
        "A sua conta divide por p(1 − p), ou por p e por 1 − p, que viram 0 quando o neurônio satura, e 0/0 dá NaN. "
        "Simplifique a conta no papel antes de programar.",
    ),
    en=(
        "NaN when saturated",
        "You divide by p(1 − p), or by p and by 1 − p, which become 0 when the neuron saturates, and 0/0 gives NaN. "
        "Simplify on paper before you write the code.",
    ),
)
def nan_when_saturated(X, y, w, b):
    p = neuron_output(X, w, b)
    with np.errstate(all="ignore"):
        error = (p - y) / (p * (1 - p)) * (p * (1 - p))
    return X.T @ error / len(y), np.mean(error)


@wrong(
    "bce_gradient",
    pt=(
        "Um db para cada exemplo",
        "Há um viés só, usado por todos os exemplos. As parcelas da média, já divididas por n, ficaram separadas: "
        "falta juntá-las em um único número.",
    ),
    en=(
        "A db for each example",
        "There is one bias, used by all examples. The terms of the mean, already divided by n, were left apart: they "
        "still have to become a single number.",
    ),
)
def db_as_a_vector(X, y, w, b):
    error = neuron_output(X, w, b) - y
    return X.T @ error / len(y), error / len(y)
