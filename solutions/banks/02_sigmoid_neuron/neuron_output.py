"""Answers to neuron_output: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("neuron_output")
def with_the_course_function(X, w, b):
    return sigmoid(X @ w + b)


@right("neuron_output")
def half_a_tanh(X, w, b):
    return 0.5 + 0.5 * np.tanh((np.dot(X, w) + b) / 2)


@right("neuron_output")
def example_by_example(X, w, b):
    return np.array([float(sigmoid(float(w @ x) + b)) for x in X])


@right("neuron_output")
def plain_loops(X, w, b):
    import math

    out = []
    for x in X:
        z = sum(float(a) * float(c) for a, c in zip(x, w)) + float(b)
        out.append(1 / (1 + math.exp(-z)) if z >= 0 else 1 - 1 / (1 + math.exp(max(z, -700))))
    return out


@right("neuron_output")
def bias_as_one_more_weight(X, w, b):
    return sigmoid(np.column_stack([X, np.ones(len(X))]) @ np.append(w, b))


@right("neuron_output")
def single_precision(X, w, b):
    z = np.asarray(X, dtype=np.float32) @ np.asarray(w, dtype=np.float32) + np.float32(b)
    return np.float32(0.5) + np.float32(0.5) * np.tanh(z / np.float32(2))


@right("neuron_output")
def never_quite_certain(X, w, b):
    return np.clip(sigmoid(X @ w + b), 1e-12, 1 - 1e-12)


@wrong(
    "neuron_output",
    pt=(
        "Faltou a sigmoide",
        "Você devolveu a soma ponderada, que pode ser qualquer número. A sigmoide a transforma em probabilidade.",
    ),
    en=(
        "The sigmoid is missing",
        "You returned the weighted sum, which may be any number. The sigmoid turns it into a probability.",
    ),
)
def no_activation(X, w, b):
    return X @ w + b


@wrong(
    "neuron_output",
    pt=(
        "Faltou o viés",
        "Sem b, a fronteira passa sempre pela origem, e um exemplo nulo recebe sempre ½.",
    ),
    en=(
        "The bias is missing",
        "Without b the boundary always goes through the origin, and an all-zero example always gets ½.",
    ),
)
def no_bias(X, w, b):
    return sigmoid(X @ w)


@wrong(
    "neuron_output",
    pt=(
        "Viés fora da sigmoide",
        "O viés foi somado à probabilidade, que então sai da faixa de 0 a 1. Ele faz parte da soma ponderada, antes da "
        "sigmoide.",
    ),
    en=(
        "Bias outside the sigmoid",
        "The bias was added to the probability, which then leaves the range from 0 to 1. It is part of the weighted "
        "sum, before the sigmoid.",
    ),
)
def bias_outside(X, w, b):
    return sigmoid(X @ w) + b


@wrong(
    "neuron_output",
    pt=(
        "Viés subtraído",
        "Você subtraiu b, como se fosse um limiar. Neste curso o viés se soma à soma ponderada.",
    ),
    en=(
        "Bias subtracted",
        "You subtracted b, as if it were a threshold. In this course the bias is added to the weighted sum.",
    ),
)
def bias_subtracted(X, w, b):
    return sigmoid(X @ w - b)


@wrong(
    "neuron_output",
    pt=(
        "Decisão em vez de probabilidade",
        "Você arredondou para 0 ou 1. O neurônio sigmoide entrega a probabilidade; decidir vem depois, se for preciso.",
    ),
    en=(
        "A decision instead of a probability",
        "You rounded to 0 or 1. The sigmoid neuron hands over the probability; deciding comes later, if at all.",
    ),
)
def decisions(X, w, b):
    return (sigmoid(X @ w + b) >= 0.5).astype(float)


@wrong(
    "neuron_output",
    pt=(
        "Probabilidade da outra classe",
        "A sua resposta é a chance da classe 0: cresce quando a soma ponderada diminui. Veja se há um 1 − a mais ou um "
        "sinal trocado em z.",
    ),
    en=(
        "Probability of the other class",
        "Your answer is the chance of class 0: it grows when the weighted sum falls. See whether there is a 1 − too "
        "many, or a wrong sign on z.",
    ),
)
def other_class(X, w, b):
    return 1 - sigmoid(X @ w + b)


@wrong(
    "neuron_output",
    pt=(
        "Uma coluna no lugar de um vetor",
        "O formato pedido é (n,), e o seu é (n, 1). Numa conta com y, de formato (n,), ele se espalharia numa matriz "
        "(n, n), sem erro nenhum.",
    ),
    en=(
        "A column in place of a vector",
        "The shape asked for is (n,), and yours is (n, 1). In a computation with y, of shape (n,), it would spread "
        "into an (n, n) matrix without any error.",
    ),
)
def column(X, w, b):
    return sigmoid(X @ w + b).reshape(-1, 1)


@wrong(
    "neuron_output",
    pt=(
        "Certo, mas transborda",
        "O valor está certo, mas quando o neurônio satura a exponencial estoura e o NumPy avisa. Use aqui a sua "
        "sigmoid do exercício 1, depois que ela responder sem aviso.",
    ),
    en=(
        "Right, but it overflows",
        "The value is right, but when the neuron saturates the exponential overflows and NumPy warns. Use your sigmoid "
        "of exercise 1 here, once it answers without a warning.",
    ),
)
def overflows(X, w, b):
    return 1 / (1 + np.exp(-(X @ w + b)))


@wrong(
    "neuron_output",
    erratum="E1",
    pt=(
        "Menos no denominador",
        "Com 1 − e^(−z) no denominador, como em vários slides A, a resposta nunca fica entre 0 e 1.",
    ),
    en=(
        "Minus in the denominator",
        "With 1 − e^(−z) in the denominator, as on several slides A, the answer is never between 0 and 1.",
    ),
)
def slide(X, w, b):
    return 1 / (1 - np.exp(-(X @ w + b)))


@wrong(
    "neuron_output",
    pt=(
        "Sigmoide em cada parcela",
        "A sigmoide foi aplicada a cada produto antes da soma. O neurônio soma primeiro, e só então responde.",
    ),
    en=(
        "Sigmoid of each term",
        "The sigmoid was applied to each product before the sum. The neuron adds up first, and only then answers.",
    ),
)
def sums_of_products_of_sigmoids(X, w, b):
    return np.mean(sigmoid(X * w + b), axis=1)
