"""Answers to binary_cross_entropy: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong

CLIPPED = {
    "pt": (
        "Previsões cortadas",
        "Você afastou as previsões de 0 e de 1 antes do logaritmo. Assim a certeza que acerta custa um pouquinho, a "
        "que erra custa um número finito, e a tabela das certezas, na seção 3, não sai.",
    ),
    "en": (
        "Clipped predictions",
        "You moved the predictions away from 0 and 1 before the logarithm. Then a certain right answer costs a little, "
        "a certain wrong one costs a finite number, and the table of certainties in section 3 does not come out.",
    ),
}
INSIDE = {
    "pt": (
        "Um pouquinho somado dentro do log",
        "O pequeno número dentro do logaritmo evita o log 0, mas tira o infinito da certeza que erra, e a que acerta "
        "deixa de custar exatamente 0.",
    ),
    "en": (
        "A little something added inside the log",
        "The small number inside the logarithm avoids log 0, but takes the infinity from a certain wrong answer, and a "
        "certain right one no longer costs exactly 0.",
    ),
}


@right("binary_cross_entropy")
def only_where_it_counts(y, p):
    y, p = np.asarray(y, dtype=float), np.asarray(p, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        cost = np.where(y == 0, 0.0, y * np.log(p)) + np.where(y == 1, 0.0, (1 - y) * np.log(1 - p))
    return float(-np.mean(cost))


@right("binary_cross_entropy")
def probability_of_the_truth(y, p):
    truth = np.where(np.asarray(y) == 1, p, 1 - np.asarray(p, dtype=float))
    with np.errstate(divide="ignore"):
        return np.mean(-np.log(truth))


@right("binary_cross_entropy")
def plain_loops(y, p):
    import math

    total = 0.0
    for label, guess in zip(y, p):
        chance = float(guess) if label else 1 - float(guess)
        total += -math.log(chance) if chance > 0 else math.inf
    return total / len(y)


@right("binary_cross_entropy")
def log1p_of_the_other(y, p):
    cost = np.zeros(len(y))
    one = np.asarray(y) > 0.5
    with np.errstate(divide="ignore"):
        cost[one] = -np.log(p[one])
        cost[~one] = -np.log1p(-p[~one])
    return cost.sum() / cost.size


@right("binary_cross_entropy")
def logarithm_of_two_changed(y, p):
    with np.errstate(divide="ignore"):
        bits = -np.log2(np.abs(1 - np.asarray(y) - p))
    return float(bits.mean() * np.log(2))


@right("binary_cross_entropy")
def one_minus_the_distance(y, p):
    truth = 1 - np.abs(np.asarray(y) - p)
    return np.inf if np.any(truth <= 0) else -np.mean(np.log(truth))


@right("binary_cross_entropy")
def single_precision(y, p):
    p = np.asarray(p, dtype=np.float32)
    truth = np.where(np.asarray(y) == 1, p, np.float32(1) - p)
    with np.errstate(divide="ignore"):
        return np.float32(-np.mean(np.log(truth)))


@wrong(
    "binary_cross_entropy",
    erratum="E3",
    pt=(
        "Alvo e previsão trocados",
        "O logaritmo caiu no alvo, como nos slides A, em que se lê −Σ t·log(p) com p chamado de alvo e t de previsão. "
        "Alvos são 0 ou 1, e log 0 é infinito: é da previsão que se toma o logaritmo.",
    ),
    en=(
        "Target and prediction swapped",
        "The logarithm fell on the target, as on slides A, which have −Σ t·log(p) and call p the target and t the "
        "prediction. Targets are 0 or 1, and log 0 is infinite: the logarithm is of the prediction.",
    ),
)
def roles_swapped(y, p):
    y = np.asarray(y, dtype=float)
    with np.errstate(all="ignore"):
        return -np.mean(p * np.log(y) + (1 - p) * np.log(1 - y))


@wrong(
    "binary_cross_entropy",
    erratum="E16",
    pt=(
        "Faltou o colchete",
        "O menos da frente vale para as duas parcelas; no Python, o colchete da fórmula se escreve com parênteses. "
        "Sem ele, como nos slides D, −y·log(p) + (1 − y)·log(1 − p), errar um exemplo da classe 0 dá prêmio em vez de "
        "custo.",
    ),
    en=(
        "The bracket is missing",
        "The minus in front belongs to both terms; in Python, the formula's bracket is written with parentheses. "
        "Without it, as on slides D, −y·log(p) + (1 − y)·log(1 − p), a wrong answer for class 0 earns a reward "
        "instead of a cost.",
    ),
)
def bracket(y, p):
    y = np.asarray(y, dtype=float)
    with np.errstate(all="ignore"):
        first = np.where(y == 1, np.log(p), 0.0)
        second = np.where(y == 0, np.log(1 - p), 0.0)
    return np.mean(-first + second)


@wrong(
    "binary_cross_entropy",
    erratum="E17",
    pt=(
        "Sinal trocado",
        "O seu custo é negativo e melhora quando o neurônio erra. O logaritmo de uma probabilidade já é negativo, e o "
        "menos da fórmula está ali para virá-lo; os slides D põem um segundo menos no custo, −(1/n) Σ L, e ele vira "
        "de novo.",
    ),
    en=(
        "Sign flipped",
        "Your cost is negative and improves when the neuron is wrong. The logarithm of a probability is negative "
        "already, and the minus of the formula is there to turn it round; slides D put a second minus into the cost, "
        "−(1/n) Σ L, and it turns back.",
    ),
)
def sign(y, p):
    truth = np.where(np.asarray(y) == 1, p, 1 - p)
    with np.errstate(divide="ignore"):
        return np.mean(np.log(truth))


@wrong(
    "binary_cross_entropy",
    pt=(
        "Soma em vez de média",
        "O custo cresce com o número de exemplos. Aqui ele é a média, para que conjuntos de tamanhos diferentes "
        "possam ser comparados.",
    ),
    en=(
        "Sum instead of mean",
        "The cost grows with the number of examples. Here it is the mean, so that sets of different sizes can be "
        "compared.",
    ),
)
def total(y, p):
    truth = np.where(np.asarray(y) == 1, p, 1 - p)
    with np.errstate(divide="ignore"):
        return np.sum(-np.log(truth))


@wrong("binary_cross_entropy", **CLIPPED)
def clipped(y, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@wrong("binary_cross_entropy", **INSIDE)
def epsilon_inside(y, p):
    return -np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))


@wrong(
    "binary_cross_entropy",
    pt=(
        "Zero vezes infinito",
        "Com uma certeza que acerta, a sua conta passa por 0·log 0, e o computador responde NaN. Por convenção essa "
        "parcela vale 0: só entra a probabilidade do que aconteceu.",
    ),
    en=(
        "Zero times infinity",
        "With a certain right answer your computation meets 0·log 0, and the computer answers NaN. By convention that "
        "term is 0: only the probability of what happened counts.",
    ),
)
def zero_times_infinity(y, p):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@wrong(
    "binary_cross_entropy",
    pt=(
        "Infinito apagado",
        "Ao trocar NaN por 0 você também apagou os infinitos, e uma certeza errada passou a custar um número "
        "enorme, mas finito.",
    ),
    en=(
        "Infinity wiped out",
        "By replacing NaN with 0 you also wiped out the infinities, and a certain wrong answer came to cost a huge "
        "but finite number.",
    ),
)
def nan_to_zero(y, p):
    with np.errstate(all="ignore"):
        cost = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    return np.mean(np.nan_to_num(cost))


@wrong(
    "binary_cross_entropy",
    pt=(
        "Certo, com avisos",
        "O valor está certo, mas o NumPy avisa a cada log 0. Não tome o logaritmo do que não entra na conta; e, onde "
        "o infinito é a resposta certa, diga com np.errstate que o aviso é esperado.",
    ),
    en=(
        "Right, with warnings",
        "The value is right, but NumPy warns at each log 0. Do not take the logarithm of what does not count; and "
        "where infinity is the right answer, say with np.errstate that the warning is expected.",
    ),
)
def warns(y, p):
    return float(np.mean(np.where(np.asarray(y) == 1, -np.log(p), -np.log(1 - p))))


@wrong(
    "binary_cross_entropy",
    pt=(
        "Só a parcela da classe 1",
        "Os exemplos da classe 0 não custaram nada. A outra metade da fórmula é o que o neurônio paga por dizer 1 "
        "quando era 0.",
    ),
    en=(
        "The term of class 1 only",
        "The examples of class 0 cost nothing. The other half of the formula is what the neuron pays for saying 1 "
        "when it was 0.",
    ),
)
def half_of_it(y, p):
    with np.errstate(divide="ignore"):
        return np.mean(np.where(np.asarray(y) == 1, -np.log(p), 0.0))


@wrong(
    "binary_cross_entropy",
    pt=(
        "Logaritmo de base 2",
        "O seu custo está em bits. A fórmula usa o logaritmo natural, e o gradiente que vem depois conta com ele.",
    ),
    en=(
        "Logarithm to base 2",
        "Your cost is in bits. The formula uses the natural logarithm, and the gradient that follows counts on it.",
    ),
)
def base_two(y, p):
    truth = np.where(np.asarray(y) == 1, p, 1 - p)
    with np.errstate(divide="ignore"):
        return -np.mean(np.log2(truth))


@wrong(
    "binary_cross_entropy",
    pt=(
        "Erro quadrático",
        "Você calculou o erro quadrático. Com a sigmoide, ele quase não reclama de uma certeza errada; a entropia "
        "cruzada reclama sem limite.",
    ),
    en=(
        "Squared error",
        "You computed the squared error. With the sigmoid it hardly complains of a certain wrong answer; the "
        "cross-entropy complains without limit.",
    ),
)
def squares(y, p):
    return np.mean((y - p) ** 2)


@wrong(
    "binary_cross_entropy",
    pt=(
        "Um custo por exemplo",
        "Falta um passo: o custo do conjunto é um único número, a média dos custos dos exemplos.",
    ),
    en=(
        "One cost for each example",
        "One step is missing: the cost of the set is a single number, the mean of the examples' costs.",
    ),
)
def one_cost_an_example(y, p):
    truth = np.where(np.asarray(y) == 1, p, 1 - p)
    with np.errstate(divide="ignore"):
        return -np.log(truth)


@wrong("binary_cross_entropy", **CLIPPED)
def clipped_at_1e_8(y, p):
    p = np.clip(p, 1e-8, 1 - 1e-8)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@wrong("binary_cross_entropy", **CLIPPED)
def clipped_at_1e_9(y, p):
    p = np.clip(p, 1e-9, 1 - 1e-9)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@wrong("binary_cross_entropy", **CLIPPED)
def clipped_at_1e_10(y, p):
    p = np.clip(p, 1e-10, 1 - 1e-10)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@wrong("binary_cross_entropy", **CLIPPED)
def clipped_at_1e_12(y, p):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@wrong("binary_cross_entropy", **CLIPPED)
def clipped_at_1e_15(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@wrong("binary_cross_entropy", **INSIDE)
def epsilon_inside_1e_7(y, p):
    return -np.mean(y * np.log(p + 1e-7) + (1 - y) * np.log(1 - p + 1e-7))


@wrong("binary_cross_entropy", **INSIDE)
def epsilon_inside_1e_8(y, p):
    return -np.mean(y * np.log(p + 1e-8) + (1 - y) * np.log(1 - p + 1e-8))


@wrong("binary_cross_entropy", **INSIDE)
def epsilon_inside_1e_9(y, p):
    return -np.mean(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9))


@wrong("binary_cross_entropy", **INSIDE)
def epsilon_inside_1e_10(y, p):
    return -np.mean(y * np.log(p + 1e-10) + (1 - y) * np.log(1 - p + 1e-10))


@wrong("binary_cross_entropy", **INSIDE)
def epsilon_inside_1e_15(y, p):
    return -np.mean(y * np.log(p + 1e-15) + (1 - y) * np.log(1 - p + 1e-15))
