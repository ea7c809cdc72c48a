"""Answers to adaline_gradient: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("adaline_gradient")
def plain_loops(X, y, w, b):
    dw, db = [0.0] * len(w), 0.0
    for row, target in zip(X, y):
        z = b
        for weight, value in zip(w, row):
            z = z + weight * value
        for j, value in enumerate(row):
            dw[j] += (z - target) * value
        db += z - target
    return dw, db


@right("adaline_gradient")
def einsum(X, y, w, b):
    error = np.einsum("ij,j->i", X, w) + b - y
    return np.einsum("i,ij->j", error, X), np.einsum("i->", error)


@right("adaline_gradient")
def bias_as_a_weight(X, y, w, b):
    inputs = np.column_stack([X, np.ones(len(X))])
    gradient = inputs.T @ (inputs @ np.append(w, b) - y)
    return gradient[:-1], gradient[-1]


@right("adaline_gradient")
def single_precision(X, y, w, b):
    X, y, w = (np.asarray(array, dtype=np.float32) for array in (X, y, w))
    error = X @ w + np.float32(b) - y
    return error @ X, error.sum()


@right("adaline_gradient")
def pair_in_a_list(X, y, w, b):
    error = adaline_output(X, w, b) - y
    return [np.dot(error, X), np.array(np.sum(error))]


@right("adaline_gradient")
def one_example_after_the_other(X, y, w, b):
    dw, db = np.zeros(len(w)), 0.0
    for row, target in zip(X, y):
        error = target - (np.dot(row, w) + b)
        dw -= error * row
        db -= error
    return dw, db


@right("adaline_gradient")
def rows_times_errors(X, y, w, b):
    error = np.sum(X * w, axis=1) + b - y
    return (error[:, None] * X).sum(axis=0), error.sum()


@wrong(
    "adaline_gradient",
    erratum="E2",
    pt=(
        "Faltou um menos na derivação",
        "O seu gradiente aponta para onde o custo diminui. Na derivação dos slides A um sinal de menos some no meio "
        "do caminho, e dela sai w − λ(y − ŷ)x: a previsão entra no erro subtraída, e derivar isso traz um menos. O "
        "gradiente aponta para onde o custo cresce.",
    ),
    en=(
        "A minus is missing from the derivation",
        "Your gradient points to where the cost goes down. In the derivation on slides A a minus sign vanishes on the "
        "way, and w − λ(y − ŷ)x comes out of it: the prediction is subtracted in the error, and its derivative brings "
        "a minus. The gradient points to where the cost grows.",
    ),
)
def minus_lost_in_the_derivation(X, y, w, b):
    error = y - (X @ w + b)
    return X.T @ error, np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "O dobro do gradiente",
        "O 2 do quadrado continua na sua resposta. O custo tem um ½ na frente, e os dois se cancelam.",
    ),
    en=(
        "Twice the gradient",
        "The 2 of the square is still in your answer. The cost has a ½ in front, and the two cancel.",
    ),
)
def twice_the_gradient(X, y, w, b):
    error = X @ w + b - y
    return 2 * X.T @ error, 2 * np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Gradiente da média",
        "Você dividiu por n, e esse é o gradiente de outro custo, o médio. O custo do Adaline é uma soma sobre os "
        "exemplos, e o gradiente dele também.",
    ),
    en=(
        "Gradient of the mean",
        "You divided by n, and that is the gradient of another cost, the mean. Adaline's cost is a sum over the "
        "examples, and so is its gradient.",
    ),
)
def gradient_of_the_mean(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error / len(y), np.mean(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Média só no viés",
        "Para os pesos você somou, para o viés tirou a média. As duas derivadas são do mesmo custo e seguem a mesma "
        "regra.",
    ),
    en=(
        "A mean for the bias only",
        "For the weights you summed, for the bias you took a mean. Both derivatives are of the same cost and follow "
        "the same rule.",
    ),
)
def mean_for_the_bias(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error, np.mean(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Viés com um número por exemplo",
        "Em db você devolveu o erro de cada exemplo. O mesmo b participa de todas as respostas, e por isso as "
        "contribuições se somam em um número.",
    ),
    en=(
        "The bias has a number for each example",
        "As db you returned the error of each example. The same b takes part in all answers, and so its contributions "
        "add up to one number.",
    ),
)
def bias_not_summed(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error, error


@wrong(
    "adaline_gradient",
    pt=(
        "Derivada do viés igual a zero",
        "Você tratou b como uma constante. Ele é um parâmetro: se muda um pouco, todas as respostas mudam junto, e o "
        "custo também.",
    ),
    en=(
        "The bias's derivative is zero",
        "You treated b as a constant. It is a parameter: when it changes a little all answers change with it, and so "
        "does the cost.",
    ),
)
def bias_taken_for_a_constant(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error, 0.0


@wrong(
    "adaline_gradient",
    pt=(
        "Sinal trocado no viés",
        "dw está certo, mas db tem o sinal contrário. O erro que entra nas duas derivadas é o mesmo, com o mesmo "
        "sinal.",
    ),
    en=(
        "The bias has the wrong sign",
        "dw is right, but db has the opposite sign. The error that goes into both derivatives is the same, sign "
        "included.",
    ),
)
def bias_with_the_other_sign(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error, -np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Entradas também na derivada do viés",
        "Você multiplicou os erros pelas entradas antes de somar para o viés. A derivada da resposta em relação a b é "
        "1, não x.",
    ),
    en=(
        "Inputs in the bias's derivative too",
        "You multiplied the errors by the inputs before summing for the bias. The derivative of the answer with "
        "respect to b is 1, not x.",
    ),
)
def bias_with_the_inputs(X, y, w, b):
    dw = X.T @ (X @ w + b - y)
    return dw, np.sum(dw)


@wrong(
    "adaline_gradient",
    pt=(
        "Falta transpor X",
        "Você multiplicou a matriz pelos erros do mesmo jeito que pelos pesos, e as dimensões só combinam quando n = "
        "d. Cada peso junta os erros de todos os exemplos: agora a soma percorre uma coluna.",
    ),
    en=(
        "X needs transposing",
        "You multiplied the matrix by the errors the same way as by the weights, and the dimensions fit only when n = "
        "d. Each weight gathers the errors of all the examples: this time the sum runs down a column.",
    ),
)
def not_transposed(X, y, w, b):
    error = X @ w + b - y
    return X @ error, np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Um gradiente para cada exemplo",
        "Em dw ficou uma tabela (n, d), com a contribuição de cada exemplo. O gradiente tem o formato de w: "
        "falta somar as contribuições de todos os exemplos.",
    ),
    en=(
        "One gradient for each example",
        "Your dw is an (n, d) table, with each example's contribution. The gradient has the shape of w: the "
        "contributions of all the examples still have to be added up.",
    ),
)
def weights_not_summed(X, y, w, b):
    error = X @ w + b - y
    return error[:, None] * X, np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Erro calculado com a decisão",
        "No seu erro entrou o degrau da saída, 0 ou 1. O gradiente é do custo do Adaline, e nele a previsão é a saída "
        "linear.",
    ),
    en=(
        "The error uses the decision",
        "Your error was computed with the step of the output, 0 or 1. The gradient is that of Adaline's cost, in which "
        "the prediction is the linear output.",
    ),
)
def error_after_the_step(X, y, w, b):
    error = np.where(X @ w + b >= 0, 1, 0) - y
    return X.T @ error, np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "A previsão ficou fora do erro",
        "Você multiplicou as entradas só pelos alvos, e o resultado não depende de w. O gradiente precisa ser zero "
        "quando as respostas são perfeitas, e para isso a previsão entra no erro.",
    ),
    en=(
        "The prediction is missing from the error",
        "You multiplied the inputs by the targets alone, so the result does not depend on w. The gradient must be zero "
        "when the answers are perfect, and for that the prediction belongs in the error.",
    ),
)
def targets_only(X, y, w, b):
    return -(X.T @ y), -np.sum(y)


@wrong(
    "adaline_gradient",
    pt=(
        "Erro sem o viés",
        "Ao prever, você usou só X e w. A resposta do Adaline inclui b, e sem ele o erro de cada exemplo é outro.",
    ),
    en=(
        "The error lacks the bias",
        "To predict you used X and w alone. Adaline's answer includes b, and without it each example's error is a "
        "different one.",
    ),
)
def error_without_the_bias(X, y, w, b):
    error = X @ w - y
    return X.T @ error, np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Par na ordem trocada",
        "Os dois valores estão certos, mas na ordem inversa. Primeiro vem a derivada dos pesos, depois a do viés.",
    ),
    en=(
        "The pair is in the wrong order",
        "Both values are right, but the other way round. First comes the derivative of the weights, then that of the "
        "bias.",
    ),
)
def pair_swapped(X, y, w, b):
    error = X @ w + b - y
    return np.sum(error), X.T @ error


@wrong(
    "adaline_gradient",
    pt=(
        "Acumuladores que ficaram em zero",
        "O seu gradiente é zero em todo lugar, e com ele o treino nunca sairia do ponto de partida. As contribuições "
        "dos exemplos são calculadas, mas não se somam ao total.",
    ),
    en=(
        "Accumulators that stayed at zero",
        "Your gradient is zero everywhere, and with it training would never leave the starting point. The "
        "contributions of the examples are computed, but they are not added to the total.",
    ),
)
def zeros_never_filled(X, y, w, b):
    dw, db = np.zeros(len(w)), 0.0
    for row, target in zip(X, y):
        error = row @ w + b - target
        dw + error * row
        db + error
    return dw, db
