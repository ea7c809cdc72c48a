"""Answers to rnn_forward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("rnn_forward")
def states_first(X, h0, Wx, Wh, bh, Wy, by):
    H = np.empty((len(X), len(h0)))
    h = h0
    for t, x in enumerate(X):
        H[t] = h = np.tanh(Wh @ h + Wx @ x + bh)
    Z = H @ Wy.T + by
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return H, E / E.sum(axis=1, keepdims=True)


@right("rnn_forward")
def inputs_at_once(X, h0, Wx, Wh, bh, Wy, by):
    sums, h, H = X @ Wx.T + bh, h0, []
    for row in sums:
        h = np.tanh(row + h @ Wh.T)
        H.append(h)
    Z = np.array(H) @ Wy.T + by
    return np.array(H), np.exp(Z - np.logaddexp.reduce(Z, axis=1, keepdims=True))


@right("rnn_forward")
def lists(X, h0, Wx, Wh, bh, Wy, by):
    pairs, h = [], h0
    for x in X:
        h, y = rnn_step(x, h, Wx, Wh, bh, Wy, by)
        pairs.append((h, y))
    return [h.tolist() for h, _ in pairs], [y.tolist() for _, y in pairs]


@right("rnn_forward")
def recursive(X, h0, Wx, Wh, bh, Wy, by):
    def rest(t, h):
        if t == len(X):
            return []
        h, y = rnn_step(X[t], h, Wx, Wh, bh, Wy, by)
        return [(h, y), *rest(t + 1, h)]

    H, Y = zip(*rest(0, h0))
    return np.array(H), np.array(Y)


@right("rnn_forward")
def single_precision(X, h0, Wx, Wh, bh, Wy, by):
    X, h, Wx, Wh, bh, Wy, by = (np.asarray(a, dtype=np.float32) for a in (X, h0, Wx, Wh, bh, Wy, by))
    H, Y = [], []
    for x in X:
        h, y = rnn_step(x, h, Wx, Wh, bh, Wy, by)
        H.append(h)
        Y.append(y)
    return np.stack(H), np.stack(Y)


@wrong(
    "rnn_forward",
    pt=(
        "Todos os passos a partir de h0",
        "Cada passo recomeçou de h0. O estado que um passo deixa é a entrada do seguinte; sem isso não há memória.",
    ),
    en=(
        "Every step from h0",
        "Every step began again at h0. The state that one step leaves is the entrance of the next; without that there"
        " is no memory.",
    ),
)
def always_from_the_start(X, h0, Wx, Wh, bh, Wy, by):
    pairs = [rnn_step(x, h0, Wx, Wh, bh, Wy, by) for x in X]
    return np.array([h for h, _ in pairs]), np.array([y for _, y in pairs])


@wrong(
    "rnn_forward",
    pt=(
        "Começou de zeros",
        "A sequência partiu de um estado de zeros, e não do h0 que chegou. Onde h0 é zero não se vê.",
    ),
    en=(
        "Started from zeros",
        "The sequence started from a state of zeros, and not from the h0 that came in. Where h0 is zero it does not "
        "show.",
    ),
)
def from_zeros(X, h0, Wx, Wh, bh, Wy, by):
    H, Y, h = [], [], np.zeros(len(h0))
    for x in X:
        h, y = rnn_step(x, h, Wx, Wh, bh, Wy, by)
        H.append(h)
        Y.append(y)
    return np.array(H), np.array(Y)


@wrong(
    "rnn_forward",
    pt=(
        "h0 entre os estados",
        "H tem uma linha a mais: h0 foi dado, e não é resultado de passo nenhum.",
    ),
    en=(
        "h0 among the states",
        "H has a row too many: h0 was given, and is no step's result.",
    ),
)
def with_the_start(X, h0, Wx, Wh, bh, Wy, by):
    H, Y = [h0], []
    for x in X:
        h, y = rnn_step(x, H[-1], Wx, Wh, bh, Wy, by)
        H.append(h)
        Y.append(y)
    return np.array(H), np.array(Y)


@wrong(
    "rnn_forward",
    pt=(
        "O estado antes de cada passo",
        "A linha t de H é o estado com que o passo começou, e não aquele a que ele chegou: tudo está atrasado de um "
        "passo.",
    ),
    en=(
        "The state before each step",
        "Row t of H is the state that the step began with, and not the one that it arrived at: everything is one step"
        " late.",
    ),
)
def states_before(X, h0, Wx, Wh, bh, Wy, by):
    H, Y, h = [], [], h0
    for x in X:
        H.append(h)
        h, y = rnn_step(x, h, Wx, Wh, bh, Wy, by)
        Y.append(y)
    return np.array(H), np.array(Y)


@wrong(
    "rnn_forward",
    pt=(
        "Só o último passo",
        "Foram devolvidos só o último estado e a última saída, e pedem-se os de todos os passos.",
    ),
    en=(
        "The last step alone",
        "Only the last state and the last output were returned, and those of all steps are asked for.",
    ),
)
def last_only(X, h0, Wx, Wh, bh, Wy, by):
    h = h0
    for x in X:
        h, y = rnn_step(x, h, Wx, Wh, bh, Wy, by)
    return h, y


@wrong(
    "rnn_forward",
    pt=(
        "Softmax no tempo",
        "As probabilidades foram normalizadas ao longo dos passos, e não das classes: são as colunas que somam 1, e "
        "não as linhas.",
    ),
    en=(
        "Softmax over time",
        "The probabilities were normalised along the steps, and not along the classes: the columns add up to 1, and "
        "not the rows.",
    ),
)
def softmax_over_time(X, h0, Wx, Wh, bh, Wy, by):
    H, h = [], h0
    for x in X:
        h = np.tanh(Wh @ h + Wx @ x + bh)
        H.append(h)
    Z = np.array(H) @ Wy.T + by
    E = np.exp(Z - Z.max(axis=0))
    return np.array(H), E / E.sum(axis=0)


@wrong(
    "rnn_forward",
    pt=(
        "De trás para a frente",
        "A sequência foi lida do fim para o começo.",
    ),
    en=(
        "Backwards",
        "The sequence was read from its end to its beginning.",
    ),
)
def backwards(X, h0, Wx, Wh, bh, Wy, by):
    H, Y, h = [], [], h0
    for x in X[::-1]:
        h, y = rnn_step(x, h, Wx, Wh, bh, Wy, by)
        H.append(h)
        Y.append(y)
    return np.array(H[::-1]), np.array(Y[::-1])


@wrong(
    "rnn_forward",
    pt=(
        "Falta o último passo",
        "O último passo ficou de fora: há T passos, e o laço fez um a menos.",
    ),
    en=(
        "The last step is missing",
        "The last step was left out: there are T steps, and the loop took one fewer.",
    ),
)
def one_short(X, h0, Wx, Wh, bh, Wy, by):
    H, Y, h = [], [], h0
    for t in range(len(X) - 1):
        h, y = rnn_step(X[t], h, Wx, Wh, bh, Wy, by)
        H.append(h)
        Y.append(y)
    return np.array(H).reshape(len(X) - 1, len(h0)), np.array(Y).reshape(len(X) - 1, len(by))


@wrong(
    "rnn_forward",
    pt=(
        "Um passo por coluna",
        "H e Y estão deitados: cada passo ficou numa coluna, e não numa linha.",
    ),
    en=(
        "A step in each column",
        "H and Y lie on their side: each step is in a column, and not in a row.",
    ),
)
def steps_in_columns(X, h0, Wx, Wh, bh, Wy, by):
    H, Y, h = [], [], h0
    for x in X:
        h, y = rnn_step(x, h, Wx, Wh, bh, Wy, by)
        H.append(h)
        Y.append(y)
    return np.array(H).T, np.array(Y).T


@wrong(
    "rnn_forward",
    pt=(
        "Um só máximo para todos os passos",
        "O softmax tirou o máximo de todos os passos, e não o de cada um. Onde os logits de um passo ficam longe "
        "dele, todas as exponenciais viram 0, e 0 por 0 não é número.",
    ),
    en=(
        "One maximum for all steps",
        "The softmax took off the maximum over all steps, and not that of each. Where a step's logits are far below "
        "it, all their exponentials become 0, and 0 over 0 is no number.",
    ),
)
def one_maximum(X, h0, Wx, Wh, bh, Wy, by):
    H, h = [], h0
    for x in X:
        h = np.tanh(Wh @ h + Wx @ x + bh)
        H.append(h)
    Z = np.array(H) @ Wy.T + by
    E = np.exp(Z - Z.max())
    return np.array(H), E / E.sum(axis=1, keepdims=True)


@wrong(
    "rnn_forward",
    pt=(
        "O mesmo array em todos os passos",
        "O estado mudou no próprio array, e a lista guarda esse mesmo array T vezes: no fim todas as linhas são o "
        "último estado.",
    ),
    en=(
        "The same array at each step",
        "The state was changed in its own array, and the list holds that same array T times: in the end all rows are "
        "the last state.",
    ),
)
def same_array(X, h0, Wx, Wh, bh, Wy, by):
    h = np.array(h0, dtype=float)
    H, Y = [], []
    for x in X:
        h[:], y = rnn_step(x, h, Wx, Wh, bh, Wy, by)
        H.append(h)
        Y.append(y)
    return np.array(H), np.array(Y)
