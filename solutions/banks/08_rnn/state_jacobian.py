"""Answers to state_jacobian: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("state_jacobian")
def diagonal_matrices(H, Wh):
    J = np.identity(H.shape[1])
    for h in H:
        J = np.diag(1 - h * h) @ Wh @ J
    return J


@right("state_jacobian")
def from_the_last(H, Wh):
    J = np.eye(len(Wh))
    for h in H[::-1]:
        J = J @ ((1 - h**2)[:, np.newaxis] * Wh)
    return J


@right("state_jacobian")
def multi_dot(H, Wh):
    steps = [np.diag(1 - h**2) @ Wh for h in H][::-1]
    return np.linalg.multi_dot(steps) if len(steps) > 1 else steps[0]


@right("state_jacobian")
def column_by_column(H, Wh):
    m = len(Wh)
    columns = []
    for j in range(m):
        d = [float(i == j) for i in range(m)]
        for h in H:
            d = [(1 - h[i] ** 2) * sum(Wh[i, k] * d[k] for k in range(m)) for i in range(m)]
        columns.append(d)
    return np.array(columns).T.tolist()


@right("state_jacobian")
def single_precision(H, Wh):
    H, Wh = np.asarray(H, dtype=np.float32), np.asarray(Wh, dtype=np.float32)
    J = np.eye(len(Wh), dtype=np.float32)
    for h in H:
        J = (1 - h**2)[:, None] * (Wh @ J)
    return J


@wrong(
    "state_jacobian",
    pt=(
        "Na ordem contrária",
        "As matrizes foram multiplicadas com a do último passo à direita. Uma função aplicada por último fica à "
        "esquerda.",
    ),
    en=(
        "In the opposite order",
        "The matrices were multiplied with that of the last step on the right. A function that is applied last stands"
        " on the left.",
    ),
)
def other_order(H, Wh):
    J = np.eye(len(Wh))
    for h in H:
        J = J @ ((1 - h**2)[:, None] * Wh)
    return J


@wrong(
    "state_jacobian",
    pt=(
        "A inclinação nas colunas",
        "As inclinações multiplicaram as colunas de Wh. Elas são das unidades a que o passo chega, que são as linhas.",
    ),
    en=(
        "The slope in the columns",
        "The slopes multiplied the columns of Wh. They belong to the units that the step arrives at, which are the "
        "rows.",
    ),
)
def slopes_in_columns(H, Wh):
    J = np.eye(len(Wh))
    for h in H:
        J = (Wh * (1 - h**2)) @ J
    return J


@wrong(
    "state_jacobian",
    pt=(
        "Sem a inclinação da tanh",
        "O produto tem só as matrizes Wh: faltou a inclinação da tanh em cada passo.",
    ),
    en=(
        "Without the slope of tanh",
        "The product has only the matrices Wh: the slope of tanh is missing at every step.",
    ),
)
def without_slope(H, Wh):
    return np.linalg.matrix_power(Wh, len(H))


@wrong(
    "state_jacobian",
    pt=(
        "Wh transposta",
        "Isto é o que leva gradientes de volta, com Wh deitada. A derivada de um estado pelo anterior tem Wh de pé.",
    ),
    en=(
        "Wh transposed",
        "This is what carries gradients back, with Wh on its side. The derivative of a state by the one before it has"
        " Wh upright.",
    ),
)
def transposed(H, Wh):
    J = np.eye(len(Wh))
    for h in H:
        J = (1 - h**2)[:, None] * (Wh.T @ J)
    return J


@wrong(
    "state_jacobian",
    pt=(
        "A matriz transposta",
        "A matriz está deitada: a linha i deveria ser do estado final i, e a coluna j, do estado inicial j.",
    ),
    en=(
        "The matrix transposed",
        "The matrix lies on its side: row i should be of the final state i, and column j of the initial state j.",
    ),
)
def result_transposed(H, Wh):
    J = np.eye(len(Wh))
    for h in H:
        J = (1 - h**2)[:, None] * (Wh @ J)
    return J.T


@wrong(
    "state_jacobian",
    pt=(
        "A tanh aplicada outra vez",
        "H já são as saídas da tanh. A inclinação se escreve com elas, sem passar pela tanh de novo.",
    ),
    en=(
        "Tanh applied again",
        "H are tanh's outputs already. The slope is written with them, without another tanh.",
    ),
)
def tanh_again(H, Wh):
    J = np.eye(len(Wh))
    for h in H:
        J = (1 - np.tanh(h) ** 2)[:, None] * (Wh @ J)
    return J


@wrong(
    "state_jacobian",
    pt=(
        "A inclinação da sigmoide",
        "h·(1 − h) é a inclinação da sigmoide. A da tanh, escrita com a saída, é outra.",
    ),
    en=(
        "The sigmoid's slope",
        "h·(1 − h) is the slope of the sigmoid. That of tanh, written with its output, is another.",
    ),
)
def sigmoid_slope(H, Wh):
    J = np.eye(len(Wh))
    for h in H:
        J = (h * (1 - h))[:, None] * (Wh @ J)
    return J


@wrong(
    "state_jacobian",
    pt=(
        "Falta um passo",
        "O produto tem um passo a menos. De h0 até h_T são T passos, um para cada linha de H.",
    ),
    en=(
        "A step is missing",
        "The product is one step short. From h0 to h_T there are T steps, one for each row of H.",
    ),
)
def one_short(H, Wh):
    J = np.eye(len(Wh))
    for h in H[1:]:
        J = (1 - h**2)[:, None] * (Wh @ J)
    return J


@wrong(
    "state_jacobian",
    pt=(
        "Só o último passo",
        "Isto é a derivada do último estado pelo penúltimo. Até o primeiro há mais passos a multiplicar.",
    ),
    en=(
        "The last step alone",
        "This is the derivative of the last state by the one before it. There are more steps to multiply on the way "
        "to the first.",
    ),
)
def last_step(H, Wh):
    return (1 - H[-1] ** 2)[:, None] * Wh


@wrong(
    "state_jacobian",
    pt=(
        "A soma dos passos",
        "As matrizes dos passos foram somadas. Funções aplicadas uma depois da outra têm derivadas que se multiplicam.",
    ),
    en=(
        "The sum of the steps",
        "The steps' matrices were added. Functions applied one after the other have derivatives that multiply.",
    ),
)
def summed(H, Wh):
    return sum((1 - h**2)[:, None] * Wh for h in H)


@wrong(
    "state_jacobian",
    pt=(
        "Produto elemento a elemento",
        "As matrizes dos passos foram multiplicadas elemento a elemento, e não como matrizes.",
    ),
    en=(
        "An entry-by-entry product",
        "The steps' matrices were multiplied entry by entry, and not as matrices.",
    ),
)
def entry_by_entry(H, Wh):
    J = np.ones(Wh.shape)
    for h in H:
        J = J * ((1 - h**2)[:, None] * Wh)
    return J


@wrong(
    "state_jacobian",
    pt=(
        "Cortada em ±1",
        "As entradas foram cortadas em ±1. Quando os pesos são grandes, a derivada explode mesmo, e é isso que a "
        "matriz deve mostrar.",
    ),
    en=(
        "Cut at ±1",
        "The entries were cut at ±1. With large weights the derivative does explode, and that is what the matrix has "
        "to show.",
    ),
)
def cut(H, Wh):
    J = np.eye(len(Wh))
    for h in H:
        J = (1 - h**2)[:, None] * (Wh @ J)
    return np.clip(J, -1, 1)


@wrong(
    "state_jacobian",
    pt=(
        "Só os últimos dez passos",
        "O produto tem só os últimos dez passos. A derivada pelo estado inicial passa por todos.",
    ),
    en=(
        "Only the last ten steps",
        "The product has the last ten steps only. The derivative by the first state goes through all of them.",
    ),
)
def last_ten(H, Wh):
    J = np.eye(len(Wh))
    for h in H[-10:]:
        J = (1 - h**2)[:, None] * (Wh @ J)
    return J


@wrong(
    "state_jacobian",
    pt=(
        "Sem o quadrado",
        "A inclinação foi 1 − h. A da tanh, escrita com a saída h, tem o quadrado.",
    ),
    en=(
        "Without the square",
        "The slope was 1 − h. That of tanh, written with its output h, has the square.",
    ),
)
def without_square(H, Wh):
    J = np.eye(len(Wh))
    for h in H:
        J = np.diag(1 - h) @ Wh @ J
    return J


@wrong(
    "state_jacobian",
    pt=(
        "Inclinações de um lado, matrizes do outro",
        "As inclinações de todos os passos se juntaram de um lado do produto, e as matrizes do outro. A ordem importa: "
        "em cada passo a inclinação fica junto da sua matriz.",
    ),
    en=(
        "Slopes on one side, matrices on the other",
        "The slopes of all steps came together on one side of the product, and the matrices on the other. The order "
        "matters: at each step the slope stays beside its matrix.",
    ),
)
def slopes_apart(H, Wh):
    return np.diag(np.prod(1 - H**2, axis=0)) @ np.linalg.matrix_power(Wh, len(H))
