"""Answers to softmax_cross_entropy: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("softmax_cross_entropy")
def through_the_logarithm(Z, y):
    Z = np.asarray(Z, dtype=float)
    n = len(Z)
    logs = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    dZ = np.exp(logs)
    dZ[np.arange(n), y] -= 1
    return -logs[np.arange(n), y].mean(), dZ / n


@right("softmax_cross_entropy")
def shifted_by_the_maximum(Z, y):
    S = Z - Z.max(axis=1, keepdims=True)
    E = np.exp(S)
    total = E.sum(axis=1)
    loss = np.mean(np.log(total) - S[np.arange(len(Z)), y])
    return float(loss), (E / total[:, None] - np.eye(Z.shape[1])[y]) / len(Z)


@right("softmax_cross_entropy")
def example_by_example(Z, y):
    loss, dZ = 0.0, np.zeros(np.shape(Z))
    for i, (z, label) in enumerate(zip(Z, y)):
        e = np.exp(z - z.max())
        loss += (np.log(e.sum()) + z.max() - z[label]) / len(Z)
        dZ[i] = e / e.sum() / len(Z)
        dZ[i, label] -= 1 / len(Z)
    return loss, dZ


@right("softmax_cross_entropy")
def plain_loops(Z, y):
    import math

    n, loss, dZ = len(Z), 0.0, []
    for z, label in zip(Z, y):
        top = max(float(v) for v in z)
        e = [math.exp(float(v) - top) for v in z]
        loss += math.log(sum(e)) + top - float(z[label])
        dZ.append([(v / sum(e) - (j == label)) / n for j, v in enumerate(e)])
    return loss / n, dZ


@right("softmax_cross_entropy")
def single_precision(Z, y):
    Z = np.asarray(Z, dtype=np.float32)
    S = Z - Z.max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    rows = np.arange(len(Z))
    dZ = np.exp(logs)
    dZ[rows, y] -= np.float32(1)
    return -np.mean(logs[rows, y]), dZ / np.float32(len(Z))


@right("softmax_cross_entropy")
def gradient_of_clipped_probabilities(Z, y):
    n = len(y)
    shifted = Z - Z.max(axis=1, keepdims=True)
    exponentials = np.exp(shifted)
    total = exponentials.sum(axis=1, keepdims=True)
    p = np.clip(exponentials / total, 1e-12, 1.0)
    return np.mean(np.log(total[:, 0]) - shifted[np.arange(n), y]), (p - np.eye(Z.shape[1])[y]) / n


@wrong(
    "softmax_cross_entropy",
    pt=(
        "O gradiente sem a média",
        "A perda é a média dos exemplos, e o gradiente dela também: faltou dividir dZ por n.",
    ),
    en=(
        "The gradient without the mean",
        "The loss is the mean over the examples, and so is its gradient: dZ was not divided by n.",
    ),
)
def gradient_not_divided(Z, y):
    n, S = len(Z), Z - Z.max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    loss, dZ = -np.mean(logs[np.arange(n), y]), (np.exp(logs) - np.eye(Z.shape[1])[y]) / n
    return loss, dZ * len(Z)


@wrong(
    "softmax_cross_entropy",
    pt=(
        "Soma em vez de média",
        "A perda e o gradiente crescem com o número de exemplos. Aqui os dois são médias.",
    ),
    en=(
        "Sum instead of mean",
        "Loss and gradient grow with the number of examples. Here both are means.",
    ),
)
def summed(Z, y):
    n, S = len(Z), Z - Z.max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    loss, dZ = -np.mean(logs[np.arange(n), y]), (np.exp(logs) - np.eye(Z.shape[1])[y]) / n
    return loss * len(Z), dZ * len(Z)


@wrong(
    "softmax_cross_entropy",
    pt=(
        "A perda sem a média",
        "O gradiente está certo, mas a perda é a soma dos exemplos.",
    ),
    en=(
        "The loss without the mean",
        "The gradient is right, but the loss is the sum over the examples.",
    ),
)
def loss_not_divided(Z, y):
    n, S = len(Z), Z - Z.max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    loss, dZ = -np.mean(logs[np.arange(n), y]), (np.exp(logs) - np.eye(Z.shape[1])[y]) / n
    return loss * len(Z), dZ


@wrong(
    "softmax_cross_entropy",
    pt=(
        "Dividido por tudo",
        "Você dividiu também pelo número de classes. A média é sobre os exemplos.",
    ),
    en=(
        "Divided by everything",
        "You divided by the number of classes, too. The mean is over the examples.",
    ),
)
def divided_by_everything(Z, y):
    n, S = len(Z), Z - Z.max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    loss, dZ = -np.mean(logs[np.arange(n), y]), (np.exp(logs) - np.eye(Z.shape[1])[y]) / n
    return loss / Z.shape[1], dZ / Z.shape[1]


@wrong(
    "softmax_cross_entropy",
    pt=(
        "Certo no papel, infinito no computador",
        "Com logits grandes as exponenciais viram infinito, e a perda, NaN. Subtrair o maior logit de cada linha não "
        "muda as probabilidades e evita o estouro.",
    ),
    en=(
        "Right on paper, infinite in the computer",
        "With large logits the exponentials become infinite, and the loss NaN. Subtracting the largest logit of each "
        "row does not change the probabilities and avoids the overflow.",
    ),
)
def not_stable(Z, y):
    E = np.exp(Z)
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(Z)), y])), (P - np.eye(Z.shape[1])[y]) / len(Z)


@wrong(
    "softmax_cross_entropy",
    pt=(
        "Logaritmo de zero",
        "A softmax está protegida, mas a probabilidade da classe certa pode chegar a zero, e o log dela, a "
        "infinito. Junte as duas contas antes de programar: os logits bastam.",
    ),
    en=(
        "Logarithm of zero",
        "Softmax is protected, but the probability of the right class may reach zero, and its logarithm infinity. "
        "Put the two computations together before you write code: the logits are enough.",
    ),
)
def logarithm_of_zero(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(Z)), y])), (P - np.eye(Z.shape[1])[y]) / len(Z)


@wrong(
    "softmax_cross_entropy",
    pt=(
        "Um pouquinho dentro do log",
        "O pequeno número somado dentro do logaritmo tira o infinito, mas altera um pouco cada perda e a limita: um "
        "erro enorme deixa de custar mais.",
    ),
    en=(
        "A little something inside the log",
        "The small number added inside the logarithm removes the infinity, but changes every loss a little and caps "
        "it: a huge mistake stops costing more.",
    ),
)
def small_number_inside(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(len(Z)), y] + 1e-9)), (P - np.eye(Z.shape[1])[y]) / len(Z)


@wrong(
    "softmax_cross_entropy",
    pt=(
        "Sinal do gradiente",
        "O seu gradiente é alvo menos probabilidade: aponta para a descida.",
    ),
    en=(
        "Sign of the gradient",
        "Your gradient is target minus probability: it points downhill.",
    ),
)
def sign(Z, y):
    n, S = len(Z), Z - Z.max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    loss, dZ = -np.mean(logs[np.arange(n), y]), (np.exp(logs) - np.eye(Z.shape[1])[y]) / n
    return loss, -dZ


@wrong(
    "softmax_cross_entropy",
    pt=(
        "Perda negativa",
        "Faltou o menos na frente do logaritmo: a sua perda é negativa e diminui quando a rede erra.",
    ),
    en=(
        "A negative loss",
        "The minus in front of the logarithm is missing: your loss is negative and falls when the network is wrong.",
    ),
)
def negative_loss(Z, y):
    n, S = len(Z), Z - Z.max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    loss, dZ = -np.mean(logs[np.arange(n), y]), (np.exp(logs) - np.eye(Z.shape[1])[y]) / n
    return -loss, dZ


@wrong(
    "softmax_cross_entropy",
    pt=(
        "Faltou tirar o alvo",
        "O gradiente ficou só com as probabilidades. É a diferença para o alvo que diz para que lado corrigir.",
    ),
    en=(
        "The target was not taken off",
        "The gradient has the probabilities only. It is the difference from the target that says which way to correct.",
    ),
)
def probabilities_for_the_gradient(Z, y):
    n, S = len(Z), Z - Z.max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    loss, dZ = -np.mean(logs[np.arange(n), y]), (np.exp(logs) - np.eye(Z.shape[1])[y]) / n
    return loss, dZ + np.eye(Z.shape[1])[y] / len(Z)


@wrong(
    "softmax_cross_entropy",
    pt=(
        "Uma sigmoide para cada classe",
        "Você tratou cada classe como uma pergunta de sim ou não. Na softmax as classes disputam: as probabilidades "
        "somam 1.",
    ),
    en=(
        "A sigmoid for each class",
        "You treated each class as a yes-or-no question. In softmax the classes compete: the probabilities add up "
        "to 1.",
    ),
)
def one_sigmoid_for_each(Z, y):
    Z = np.asarray(Z, dtype=float)
    T = np.eye(Z.shape[1])[y]
    P = 0.5 * (1 + np.tanh(Z / 2))
    return np.sum(np.logaddexp(0, Z) - T * Z) / len(Z), (P - T) / len(Z)


@wrong(
    "softmax_cross_entropy",
    pt=(
        "A jacobiana sobrou",
        "Depois de p − alvo você ainda multiplicou por p(1 − p). Na combinação de softmax e entropia cruzada essa "
        "parte já se cancelou.",
    ),
    en=(
        "A Jacobian too many",
        "After p − target you still multiplied by p(1 − p). In softmax together with cross-entropy that part has "
        "cancelled already.",
    ),
)
def jacobian_too_many(Z, y):
    n, S = len(Z), Z - Z.max(axis=1, keepdims=True)
    logs = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    loss, dZ = -np.mean(logs[np.arange(n), y]), (np.exp(logs) - np.eye(Z.shape[1])[y]) / n
    P = dZ * len(Z) + np.eye(Z.shape[1])[y]
    return loss, dZ * P * (1 - P)
