"""Answers to lstm_step: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("lstm_step")
def quiet_sigmoid(x, h, c, Wx, Wh, b):
    def sigmoid(z):
        with np.errstate(over="ignore"):
            return 1 / (1 + np.exp(-z))

    m = len(h)
    z = Wx @ x + Wh @ h + b
    c = sigmoid(z[m : 2 * m]) * c + sigmoid(z[:m]) * np.tanh(z[2 * m : 3 * m])
    return sigmoid(z[3 * m :]) * np.tanh(c), c


@right("lstm_step")
def clipped_sigmoid(x, h, c, Wx, Wh, b):
    z = (np.hstack([Wx, Wh]) @ np.concatenate([x, h]) + b).reshape(4, -1)
    gates = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
    new = gates[1] * c + gates[0] * np.tanh(z[2])
    return [gates[3] * np.tanh(new), new]


@right("lstm_step")
def unit_by_unit(x, h, c, Wx, Wh, b):
    m = len(h)
    z = [b[r] + sum(Wx[r] * x) + sum(Wh[r] * h) for r in range(4 * m)]

    def gate(v):
        return 1 / (1 + np.exp(-v)) if v >= 0 else np.exp(v) / (1 + np.exp(v))

    cells, states = [], []
    for u in range(m):
        cell = gate(z[m + u]) * c[u] + gate(z[u]) * np.tanh(z[2 * m + u])
        cells.append(cell)
        states.append(gate(z[3 * m + u]) * np.tanh(cell))
    return states, cells


@right("lstm_step")
def single_precision(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=np.float32) for a in (x, h, c, Wx, Wh, b))
    i, f, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    half = np.float32(0.5)
    i, f, o = (half + half * np.tanh(half * z) for z in (i, f, o))
    c = f * c + i * np.tanh(g)
    return o * np.tanh(c), c


@right("lstm_step")
def clipped_at_28(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = (1 / (1 + np.exp(-np.clip(z, -28, 28))) for z in (i, f, o))
    c = f * c + i * np.tanh(g)
    return np.array([o * np.tanh(c), c])


@wrong(
    "lstm_step",
    pt=(
        "Outra ordem dos portões",
        "As quatro partes foram lidas na ordem entrada, esquecimento, saída, candidata. A ordem aqui é a do texto: a "
        "candidata vem antes da saída.",
    ),
    en=(
        "Another order of the gates",
        "The four parts were read in the order input, forget, output, candidate. The order here is that of the text: "
        "the candidate comes before the output.",
    ),
)
def output_third(x, h, c, Wx, Wh, b):
    i, f, o, g = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = ((1 + np.tanh(z / 2)) / 2 for z in (i, f, o))
    c = f * c + i * np.tanh(g)
    return o * np.tanh(c), c


@wrong(
    "lstm_step",
    pt=(
        "Esquecimento e entrada trocados",
        "O portão de entrada e o de esquecimento trocaram de lugar.",
    ),
    en=(
        "Forget and input exchanged",
        "The input gate and the forget gate changed places.",
    ),
)
def forget_first(x, h, c, Wx, Wh, b):
    f, i, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = ((1 + np.tanh(z / 2)) / 2 for z in (i, f, o))
    c = f * c + i * np.tanh(g)
    return o * np.tanh(c), c


@wrong(
    "lstm_step",
    pt=(
        "A célula sem esquecer",
        "A célula antiga entrou inteira, sem passar pelo portão de esquecimento.",
    ),
    en=(
        "The cell without forgetting",
        "The old cell entered whole, without going through the forget gate.",
    ),
)
def never_forgets(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = ((1 + np.tanh(z / 2)) / 2 for z in (i, f, o))
    c = c + i * np.tanh(g)
    return o * np.tanh(c), c


@wrong(
    "lstm_step",
    pt=(
        "Sigmoide na candidata",
        "A candidata passou por uma sigmoide. Ela não é um portão: pode ser negativa, e é a tanh que a limita.",
    ),
    en=(
        "A sigmoid for the candidate",
        "The candidate went through a sigmoid. It is no gate: it may be negative, and it is tanh that bounds it.",
    ),
)
def candidate_as_a_gate(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = ((1 + np.tanh(z / 2)) / 2 for z in (i, f, o))
    c = f * c + i * (1 + np.tanh(g / 2)) / 2
    return o * np.tanh(c), c


@wrong(
    "lstm_step",
    pt=(
        "A célula antiga na saída",
        "O estado saiu da célula que chegou, e não da nova.",
    ),
    en=(
        "The old cell at the output",
        "The state came from the cell that came in, and not from the new one.",
    ),
)
def old_cell(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = ((1 + np.tanh(z / 2)) / 2 for z in (i, f, o))
    old, c = c, f * c + i * np.tanh(g)
    return o * np.tanh(old), c


@wrong(
    "lstm_step",
    pt=(
        "Sem a tanh da célula",
        "O estado é a célula vezes o portão, sem a tanh: onde a célula é grande, ele passa de 1.",
    ),
    en=(
        "Without the cell's tanh",
        "The state is the cell times the gate, without the tanh: where the cell is large it exceeds 1.",
    ),
)
def bare_cell(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = ((1 + np.tanh(z / 2)) / 2 for z in (i, f, o))
    c = f * c + i * np.tanh(g)
    return o * c, c


@wrong(
    "lstm_step",
    pt=(
        "1 − f no lugar do portão de entrada",
        "O que entra foi medido pelo que se esquece, como em outra célula, a GRU. Aqui a entrada tem um portão "
        "próprio.",
    ),
    en=(
        "1 − f in place of the input gate",
        "What comes in was measured by what is forgotten, as in another cell, the GRU. Here the input has a gate of "
        "its own.",
    ),
)
def coupled(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = ((1 + np.tanh(z / 2)) / 2 for z in (i, f, o))
    c = f * c + (1 - f) * np.tanh(g)
    return o * np.tanh(c), c


@wrong(
    "lstm_step",
    pt=(
        "Sem o estado de antes",
        "Os portões só olharam para a entrada: a matriz que lê o estado não entrou na soma.",
    ),
    en=(
        "Without the state from before",
        "The gates looked at the input only: the matrix that reads the state is not in the sum.",
    ),
)
def input_only(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + b, 4)
    i, f, o = ((1 + np.tanh(z / 2)) / 2 for z in (i, f, o))
    c = f * c + i * np.tanh(g)
    return o * np.tanh(c), c


@wrong(
    "lstm_step",
    pt=(
        "Sem b",
        "O viés não entrou na soma.",
    ),
    en=(
        "Without b",
        "The bias is not in the sum.",
    ),
)
def without_bias(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + Wh @ h, 4)
    i, f, o = ((1 + np.tanh(z / 2)) / 2 for z in (i, f, o))
    c = f * c + i * np.tanh(g)
    return o * np.tanh(c), c


@wrong(
    "lstm_step",
    pt=(
        "Célula e estado trocados",
        "A célula e o estado foram devolvidos em lugares trocados: primeiro vem h.",
    ),
    en=(
        "Cell and state exchanged",
        "The cell and the state were returned in each other's place: h comes first.",
    ),
)
def exchanged(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = ((1 + np.tanh(z / 2)) / 2 for z in (i, f, o))
    c = f * c + i * np.tanh(g)
    return c, o * np.tanh(c)


@wrong(
    "lstm_step",
    pt=(
        "Uma sigmoide que estoura",
        "Com o portão fechado de vez, a exponencial passa do maior número que existe, e o NumPy avisa.",
    ),
    en=(
        "A sigmoid that overflows",
        "With the gate shut for good, the exponential is larger than the largest number that there is, and NumPy "
        "warns.",
    ),
)
def overflowing(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = (1 / (1 + np.exp(-z)) for z in (i, f, o))
    c = f * c + i * np.tanh(g)
    return o * np.tanh(c), c


@wrong(
    "lstm_step",
    pt=(
        "As linhas intercaladas",
        "As quatro partes foram lidas de quatro em quatro linhas. Cada portão tem as suas m linhas juntas.",
    ),
    en=(
        "Interleaved rows",
        "The four parts were read every fourth row. Each gate has its m rows together.",
    ),
)
def interleaved(x, h, c, Wx, Wh, b):
    i, f, g, o = (Wx @ x + Wh @ h + b).reshape(-1, 4).T
    i, f, o = ((1 + np.tanh(z / 2)) / 2 for z in (i, f, o))
    c = f * c + i * np.tanh(g)
    return o * np.tanh(c), c


@wrong(
    "lstm_step",
    pt=(
        "A célula limitada a ±1",
        "A célula nova foi cortada em ±1. Ela não tem limite: soma passo a passo, e só o que sai dela passa pela tanh.",
    ),
    en=(
        "The cell bounded by ±1",
        "The new cell was cut at ±1. It has no bound: it adds up step by step, and only what leaves it goes through "
        "the tanh.",
    ),
)
def bounded_cell(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = (1 + np.tanh(i / 2)) / 2, (1 + np.tanh(f / 2)) / 2, (1 + np.tanh(o / 2)) / 2
    c = np.clip(f * c + i * np.tanh(g), -1, 1)
    return o * np.tanh(c), c


@wrong(
    "lstm_step",
    pt=(
        "A tanh da célula escrita com exponenciais",
        "A tanh da célula saiu de e^(2c), que estoura quando a célula guarda um número grande, e avisa. np.tanh não "
        "estoura.",
    ),
    en=(
        "The cell's tanh written with exponentials",
        "The cell's tanh came from e^(2c), which overflows, with a warning, where the cell holds a large number. "
        "np.tanh never overflows.",
    ),
)
def tanh_by_exponentials(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = (1 + np.tanh(i / 2)) / 2, (1 + np.tanh(f / 2)) / 2, (1 + np.tanh(o / 2)) / 2
    c = f * c + i * np.tanh(g)
    return o * (1 - 2 / (np.exp(2 * c) + 1)), c


@wrong(
    "lstm_step",
    pt=(
        "Um 1 a mais no portão de esquecer",
        "Ao que entra no portão de esquecer foi somado 1, como algumas bibliotecas fazem. Quem quer isso põe o 1 em b.",
    ),
    en=(
        "An extra 1 in the forget gate",
        "1 was added to what enters the forget gate, as some libraries do. Who wants that puts the 1 into b.",
    ),
)
def forgets_less(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(Wx @ x + Wh @ h + b, 4)
    i, f, o = (1 + np.tanh(i / 2)) / 2, (1 + np.tanh((f + 1) / 2)) / 2, (1 + np.tanh(o / 2)) / 2
    c = f * c + i * np.tanh(g)
    return o * np.tanh(c), c
