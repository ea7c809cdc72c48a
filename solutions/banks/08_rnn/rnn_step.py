"""Answers to rnn_step: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("rnn_step")
def one_matrix(x, h, Wx, Wh, bh, Wy, by):
    h = np.tanh(np.hstack([Wh, Wx]) @ np.concatenate([h, x]) + bh)
    z = Wy @ h + by
    z = z - np.max(z)
    return h, np.exp(z) / np.sum(np.exp(z))


@right("rnn_step")
def unit_by_unit(x, h, Wx, Wh, bh, Wy, by):
    m, k = len(bh), len(by)
    new = []
    for i in range(m):
        total = bh[i]
        for j in range(len(x)):
            total += Wx[i, j] * x[j]
        for j in range(m):
            total += Wh[i, j] * h[j]
        new.append(np.tanh(total))
    z = [by[i] + sum(Wy[i, j] * new[j] for j in range(m)) for i in range(k)]
    largest = max(z)
    e = [np.exp(v - largest) for v in z]
    return new, [v / sum(e) for v in e]


@right("rnn_step")
def single_precision(x, h, Wx, Wh, bh, Wy, by):
    x, h, Wx, Wh, bh, Wy, by = (np.asarray(a, dtype=np.float32) for a in (x, h, Wx, Wh, bh, Wy, by))
    h = np.tanh(Wx.dot(x) + Wh.dot(h) + bh)
    z = Wy.dot(h) + by
    e = np.exp(z - z.max())
    return h, e / e.sum()


@right("rnn_step")
def by_logarithms(x, h, Wx, Wh, bh, Wy, by):
    h = np.tanh(x @ Wx.T + h @ Wh.T + bh)
    z = h @ Wy.T + by
    return [h, np.exp(z - np.logaddexp.reduce(z))]


@wrong(
    "rnn_step",
    pt=(
        "O estado antigo na saída",
        "As probabilidades saíram do estado que chegou, e não do que o passo acabou de formar. Assim a saída não sabe"
        " nada da entrada de agora.",
    ),
    en=(
        "The old state at the output",
        "The probabilities came from the state that came in, and not from the one that the step has just formed. So "
        "the output knows nothing of the present input.",
    ),
)
def output_of_the_old_state(x, h, Wx, Wh, bh, Wy, by):
    z = Wy @ h + by
    e = np.exp(z - z.max())
    return np.tanh(Wh @ h + Wx @ x + bh), e / e.sum()


@wrong(
    "rnn_step",
    pt=(
        "Sem a memória",
        "O estado novo depende só da entrada: a matriz que lê o estado de antes não entrou na soma. Uma rede assim "
        "não lembra nada.",
    ),
    en=(
        "Without the memory",
        "The new state depends on the input alone: the matrix that reads the state from before is not in the sum. "
        "Such a network remembers nothing.",
    ),
)
def without_memory(x, h, Wx, Wh, bh, Wy, by):
    h = np.tanh(Wx @ x + bh)
    z = Wy @ h + by
    e = np.exp(z - z.max())
    return h, e / e.sum()


@wrong(
    "rnn_step",
    pt=(
        "Sigmoide no lugar da tanh",
        "O estado ficou entre 0 e 1. Aqui a ativação é a tanh, que vai de −1 a 1.",
    ),
    en=(
        "A sigmoid in place of tanh",
        "The state lies between 0 and 1. The activation here is tanh, which goes from −1 to 1.",
    ),
)
def sigmoid_state(x, h, Wx, Wh, bh, Wy, by):
    h = 1 / (1 + np.exp(-(Wh @ h + Wx @ x + bh)))
    z = Wy @ h + by
    e = np.exp(z - z.max())
    return h, e / e.sum()


@wrong(
    "rnn_step",
    pt=(
        "Wh transposta",
        "A matriz do estado foi usada deitada: cada unidade somou uma coluna dela, e não uma linha. Com uma unidade "
        "só não se vê.",
    ),
    en=(
        "Wh transposed",
        "The state's matrix was used on its side: each unit summed a column of it, and not a row. With a single unit "
        "it does not show.",
    ),
)
def transposed_memory(x, h, Wx, Wh, bh, Wy, by):
    h = np.tanh(Wh.T @ h + Wx @ x + bh)
    z = Wy @ h + by
    e = np.exp(z - z.max())
    return h, e / e.sum()


@wrong(
    "rnn_step",
    pt=(
        "Softmax que estoura",
        "Com logits grandes a exponencial é infinita, e infinito por infinito não é número. As proporções não mudam "
        "se todos os logits descem juntos.",
    ),
    en=(
        "A softmax that overflows",
        "With large logits the exponential is infinite, and infinity over infinity is no number. The proportions do "
        "not change if all logits come down together.",
    ),
)
def unstable(x, h, Wx, Wh, bh, Wy, by):
    h = np.tanh(Wh @ h + Wx @ x + bh)
    e = np.exp(Wy @ h + by)
    return h, e / e.sum()


@wrong(
    "rnn_step",
    pt=(
        "Logits em vez de probabilidades",
        "A saída são os logits: faltou transformá-los em probabilidades, que somam 1.",
    ),
    en=(
        "Logits instead of probabilities",
        "The output are the logits: they were not turned into probabilities, which add up to 1.",
    ),
)
def logits(x, h, Wx, Wh, bh, Wy, by):
    h = np.tanh(Wh @ h + Wx @ x + bh)
    return h, Wy @ h + by


@wrong(
    "rnn_step",
    pt=(
        "Sem bh",
        "O viés do estado não entrou na soma.",
    ),
    en=(
        "Without bh",
        "The state's bias is not in the sum.",
    ),
)
def without_bias(x, h, Wx, Wh, bh, Wy, by):
    h = np.tanh(Wh @ h + Wx @ x)
    z = Wy @ h + by
    e = np.exp(z - z.max())
    return h, e / e.sum()


@wrong(
    "rnn_step",
    pt=(
        "Sem a tanh",
        "O estado é a soma, sem a ativação. Sem ela a memória pode crescer sem limite, e duas camadas valem por uma.",
    ),
    en=(
        "Without the tanh",
        "The state is the sum, without the activation. Without it the memory can grow without bound, and two layers "
        "are worth one.",
    ),
)
def linear_state(x, h, Wx, Wh, bh, Wy, by):
    h = Wh @ h + Wx @ x + bh
    z = Wy @ h + by
    e = np.exp(z - z.max())
    return h, e / e.sum()


@wrong(
    "rnn_step",
    pt=(
        "Uma sigmoide para cada classe",
        "Cada saída passou por uma sigmoide, como se as classes não competissem. Aqui elas são proporções e somam 1.",
    ),
    en=(
        "A sigmoid for each class",
        "Each output went through a sigmoid, as if the classes did not compete. Here they are proportions and add up "
        "to 1.",
    ),
)
def sigmoid_outputs(x, h, Wx, Wh, bh, Wy, by):
    h = np.tanh(Wh @ h + Wx @ x + bh)
    return h, (1 + np.tanh((Wy @ h + by) / 2)) / 2


@wrong(
    "rnn_step",
    pt=(
        "A saída virou estado",
        "O estado novo passou pela camada de saída: o que se devolveu como estado são as probabilidades.",
    ),
    en=(
        "The output became the state",
        "The new state went through the output layer: what was returned as the state are the probabilities.",
    ),
)
def output_as_state(x, h, Wx, Wh, bh, Wy, by):
    h = np.tanh(Wh @ h + Wx @ x + bh)
    z = Wy @ h + by
    e = np.exp(z - z.max())
    return e / e.sum(), h


@wrong(
    "rnn_step",
    pt=(
        "A tanh escrita com exponenciais",
        "A tanh saiu de e^a e e^−a, que estouram para |a| grande: inf por inf não é número. np.tanh não estoura.",
    ),
    en=(
        "A tanh written with exponentials",
        "The tanh came from e^a and e^−a, which overflow for large |a|: inf over inf is no number. np.tanh never "
        "overflows.",
    ),
)
def tanh_by_exponentials(x, h, Wx, Wh, bh, Wy, by):
    a = Wh @ h + Wx @ x + bh
    h = (np.exp(a) - np.exp(-a)) / (np.exp(a) + np.exp(-a))
    z = Wy @ h + by
    e = np.exp(z - z.max())
    return h, e / e.sum()
