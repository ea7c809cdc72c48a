"""Answers to train_adaline: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("train_adaline")
def plain_loops(X, y, w, b, lr, epochs):
    def output(row):
        return sum(weight * value for weight, value in zip(w, row)) + b

    w, costs = list(w), []
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = target - output(row)
            w = [weight + lr * error * value for weight, value in zip(w, row)]
            b = b + lr * error
        costs.append(sum((target - output(row)) ** 2 for row, target in zip(X, y)) / 2)
    return w, b, costs


@right("train_adaline")
def downhill(X, y, w, b, lr, epochs):
    costs = np.zeros(epochs)
    for k in range(epochs):
        for i in range(len(X)):
            excess = X[i] @ w + b - y[i]
            w, b = w - lr * excess * X[i], b - lr * excess
        costs[k] = 0.5 * np.sum((X @ w + b - y) ** 2)
    return w, b, costs


@right("train_adaline")
def bias_as_a_weight(X, y, w, b, lr, epochs):
    inputs, weights = np.column_stack([X, np.ones(len(X))]), np.append(w, float(b))
    costs = []
    for _ in range(epochs):
        for row, target in zip(inputs, y):
            weights = weights + lr * (target - weights @ row) * row
        error = y - inputs @ weights
        costs.append(np.dot(error, error) / 2)
    return weights[:-1], weights[-1], costs


@right("train_adaline")
def single_precision(X, y, w, b, lr, epochs):
    X, y, w = (np.array(array, dtype=np.float32) for array in (X, y, w))
    b, lr = np.float32(b), np.float32(lr)
    costs = []
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            w, b = w + lr * error * row, b + lr * error
        costs.append(np.sum((y - (X @ w + b)) ** 2) / 2)
    return w, b, costs


@right("train_adaline")
def three_in_a_list(X, y, w, b, lr, epochs):
    costs = []
    while len(costs) < epochs:
        for row, target in zip(X, y):
            error = target - np.sum(w * row) - b
            w, b = w + lr * error * row, b + lr * error
        costs.append(np.linalg.norm(y - (X @ w + b)) ** 2 / 2)
    return [np.asarray(w).tolist(), b, costs]


@right("train_adaline")
def with_the_gradient_of_one_row(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in range(len(y)):
            dw, db = adaline_gradient(X[i : i + 1], y[i : i + 1], w, b)
            w, b = w - lr * dw, b - lr * db
        costs.append(adaline_cost(X, y, w, b))
    return w, b, costs


@wrong(
    "train_adaline",
    erratum="E2",
    pt=(
        "Treino com o sinal do slide",
        "Os seus custos tendem a crescer em vez de cair. A regra dos slides A, w − λ(y − ŷ)x, subtrai um passo que já "
        "aponta para baixo, e com isso o treino sobe o custo: o gradiente tem um menos próprio, que o slide perdeu de "
        "vista.",
    ),
    en=(
        "Training with the slide's sign",
        "Your costs tend to grow instead of falling. The rule on slides A, w − λ(y − ŷ)x, subtracts a step that "
        "points downhill already, so training climbs the cost: the gradient has a minus of its own, which the slide "
        "lost sight of.",
    ),
)
def sign_of_the_slide(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            w, b = w - lr * error * row, b - lr * error
        costs.append(np.sum((y - (X @ w + b)) ** 2) / 2)
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Um passo por época, com o gradiente inteiro",
        "Você usou o gradiente de todos os exemplos e deu um passo por época. A fórmula é boa, mas o treino pedido é "
        "online: um passo depois de cada linha, já com os pesos novos.",
    ),
    en=(
        "One step per epoch, with the whole gradient",
        "You used the gradient of all the examples and took one step per epoch. The formula is fine, but the training "
        "asked for is online: a step after each row, with the new weights already.",
    ),
)
def batch(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        error = y - (X @ w + b)
        w, b = w + lr * (X.T @ error), b + lr * np.sum(error)
        costs.append(np.sum((y - (X @ w + b)) ** 2) / 2)
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Custo anotado antes da época",
        "Cada custo da sua lista é o dos pesos com que a época começou. A lista fica atrasada: o primeiro número é o "
        "de antes de treinar, e falta o último.",
    ),
    en=(
        "The cost is recorded before the epoch",
        "Each cost in your list is that of the weights the epoch started with. The list is late: its first number is "
        "from before training, and the last one is missing.",
    ),
)
def cost_before_the_epoch(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        costs.append(np.sum((y - (X @ w + b)) ** 2) / 2)
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            w, b = w + lr * error * row, b + lr * error
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Custo somado durante a época",
        "Você somou o erro de cada exemplo no momento em que ele foi visto, e cada parcela usa pesos diferentes. O "
        "custo da época se mede no fim, com os mesmos pesos para todos os exemplos.",
    ),
    en=(
        "The cost is added up during the epoch",
        "You added each example's error at the moment it was seen, so that each term uses different weights. The "
        "epoch's cost is measured at its end, with the same weights for all examples.",
    ),
)
def cost_during_the_epoch(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        cost = 0.0
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            cost += error**2 / 2
            w, b = w + lr * error * row, b + lr * error
        costs.append(cost)
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Incluiu o custo inicial",
        "A sua lista tem um número a mais: o custo dos pesos de partida. Ela deve ter um custo para cada época, a "
        "partir do fim da primeira.",
    ),
    en=(
        "The initial cost is included",
        "Your list has one number too many: the cost of the starting weights. It should hold one cost for each epoch, "
        "from the end of the first.",
    ),
)
def initial_cost_included(X, y, w, b, lr, epochs):
    costs = [np.sum((y - (X @ w + b)) ** 2) / 2]
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            w, b = w + lr * error * row, b + lr * error
        costs.append(np.sum((y - (X @ w + b)) ** 2) / 2)
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Custos médios",
        "O treino está certo, mas os custos foram divididos por n. O custo é o de adaline_cost, metade da soma dos "
        "quadrados.",
    ),
    en=(
        "Mean costs",
        "The training is right, but the costs were divided by n. The cost is that of adaline_cost, half the sum of "
        "squares.",
    ),
)
def mean_costs(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            w, b = w + lr * error * row, b + lr * error
        costs.append(np.mean((y - (X @ w + b)) ** 2) / 2)
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Custos sem a metade",
        "Os pesos finais estão certos, e cada custo vale o dobro do pedido. Reaproveite a função de custo que você já "
        "escreveu, para que as duas definições não se separem.",
    ),
    en=(
        "Costs without the half",
        "The final weights are right, and each cost is twice what is asked for. Use the cost function that you have "
        "already written, so that the two definitions do not drift apart.",
    ),
)
def costs_without_the_half(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            w, b = w + lr * error * row, b + lr * error
        costs.append(np.sum((y - (X @ w + b)) ** 2))
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Custos em valor absoluto",
        "Você treinou certo, mas anotou a soma dos tamanhos dos erros. O que o treino faz diminuir, e o que se quer "
        "ver no gráfico, é o custo quadrático.",
    ),
    en=(
        "Costs in absolute value",
        "You trained rightly, but recorded the sum of the sizes of the errors. What training brings down, and what one "
        "wants to see in the plot, is the squared cost.",
    ),
)
def absolute_costs(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            w, b = w + lr * error * row, b + lr * error
        costs.append(np.sum(np.abs(y - (X @ w + b))))
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Treinou com a saída do degrau",
        "Cada passo usou o erro da decisão, 0 ou 1, e esse é o treino do perceptron. No Adaline o erro vem da saída "
        "linear, e por isso ele continua melhorando mesmo quando as classes já estão certas.",
    ),
    en=(
        "Trained on the output of the step",
        "Each step used the error of the decision, 0 or 1, and that is the perceptron's training. In Adaline the error "
        "comes from the linear output, which is why it keeps improving even when the classes are right already.",
    ),
)
def trained_on_the_step(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = target - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
        costs.append(np.sum((y - (X @ w + b)) ** 2) / 2)
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Parou quando o custo não caiu",
        "O seu treino termina na primeira época em que o custo não diminui. Parar cedo pode ser boa ideia, mas aqui o "
        "treino cumpre todas as épocas pedidas, com um custo para cada uma.",
    ),
    en=(
        "Stopped when the cost did not fall",
        "Your training ends at the first epoch in which the cost does not go down. Stopping early can be a good idea, "
        "but here training completes all the epochs it is asked for, with a cost for each.",
    ),
)
def stops_when_the_cost_does_not_fall(X, y, w, b, lr, epochs):
    costs = []
    last = np.sum((y - (X @ w + b)) ** 2) / 2
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            w, b = w + lr * error * row, b + lr * error
        costs.append(np.sum((y - (X @ w + b)) ** 2) / 2)
        if costs[-1] >= last:
            break
        last = costs[-1]
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Linhas de trás para a frente",
        "O seu laço começa pela última linha. Cada passo depende do anterior, e outra ordem leva a outros pesos; siga "
        "a ordem das linhas de X.",
    ),
    en=(
        "Rows from last to first",
        "Your loop starts at the last row. Each step depends on the one before it, and another order leads to other "
        "weights; follow the order of the rows of X.",
    ),
)
def rows_in_reverse(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        for row, target in zip(X[::-1], y[::-1]):
            error = target - (w @ row + b)
            w, b = w + lr * error * row, b + lr * error
        costs.append(np.sum((y - (X @ w + b)) ** 2) / 2)
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Cada época esquece a anterior",
        "Os pesos voltam ao ponto de partida sempre que uma época começa, e todas as épocas são iguais. Deixe que uma "
        "continue o trabalho da outra.",
    ),
    en=(
        "Each epoch forgets the one before",
        "The weights go back to the starting point whenever an epoch begins, so all epochs are the same. Let one carry "
        "on the work of the other.",
    ),
)
def starts_over_each_epoch(X, y, w, b, lr, epochs):
    costs = []
    start_w, start_b = w, b
    for _ in range(epochs):
        w, b = start_w, start_b
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            w, b = w + lr * error * row, b + lr * error
        costs.append(np.sum((y - (X @ w + b)) ** 2) / 2)
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Sempre parte do zero",
        "Você criou pesos zero no começo e não usou os que recebeu. O ponto de partida é um argumento, e com poucas "
        "épocas ele faz diferença.",
    ),
    en=(
        "Always starts from zero",
        "You made zero weights at the start and did not use those you were given. The starting point is an argument, "
        "and with few epochs it makes a difference.",
    ),
)
def starts_from_zero(X, y, w, b, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    costs = []
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            w, b = w + lr * error * row, b + lr * error
        costs.append(np.sum((y - (X @ w + b)) ** 2) / 2)
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Treinou em cima do array recebido",
        "Os valores estão certos, mas += dentro do laço reescreveu o w de quem chamou, e com inteiros ele dá erro. O "
        "ponto de partida precisa continuar intacto depois do treino.",
    ),
    en=(
        "Trained on top of the given array",
        "The values are right, but += inside the loop rewrote the caller's w, and with integers it raises an error. "
        "The starting point must be intact after training.",
    ),
)
def overwrites_the_start(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            w += lr * error * row
            b += lr * error
        costs.append(np.sum((y - (X @ w + b)) ** 2) / 2)
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "O ponto de partida veio de outra chamada",
        "A sua função guarda os primeiros pesos que recebeu em um valor padrão mutável e começa por eles nas chamadas "
        "seguintes. O resultado só pode depender dos argumentos, e não do que foi treinado antes.",
    ),
    en=(
        "The starting point came from another call",
        "Your function keeps the first weights it was given in a mutable default value and begins with them in later "
        "calls. The result may depend on the arguments alone, and not on what was trained before.",
    ),
)
def remembers_the_first_start(X, y, w, b, lr, epochs, starts={}):
    w, b = starts.setdefault(len(w), (np.array(w, dtype=float), b))
    costs = []
    for _ in range(epochs):
        for row, target in zip(X, y):
            error = target - (w @ row + b)
            w, b = w + lr * error * row, b + lr * error
        costs.append(np.sum((y - (X @ w + b)) ** 2) / 2)
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Parou quando o custo subiu",
        "O treino termina na primeira época em que o custo sobe. Pedem-se sempre todas as épocas: o custo pode "
        "subir, e costs é para que se veja.",
    ),
    en=(
        "Stopped when the cost rose",
        "Training ends in the first epoch in which the cost rises. All epochs are always asked for: the cost may"
        " rise, and costs is there to show it.",
    ),
)
def stops_when_the_cost_rises(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x_i, y_i in zip(X, y):
            w, b = adaline_update(w, b, x_i, y_i, lr)
        costs.append(adaline_cost(X, y, w, b))
        if len(costs) > 1 and costs[-1] > costs[-2]:
            break
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Parou quando o custo assentou",
        "O treino termina assim que o custo quase não muda. Pedem-se sempre todas as épocas, e costs tem uma "
        "entrada para cada uma.",
    ),
    en=(
        "Stopped when the cost settled",
        "Training ends as soon as the cost hardly changes. All epochs are always asked for, and costs has an "
        "entry for each.",
    ),
)
def stops_when_the_cost_settles(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x_i, y_i in zip(X, y):
            w, b = adaline_update(w, b, x_i, y_i, lr)
        costs.append(adaline_cost(X, y, w, b))
        if len(costs) > 1 and abs(costs[-1] - costs[-2]) < 1e-3:
            break
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "Os melhores pesos",
        "Você devolve os pesos da época de menor custo. Pedem-se os do fim do treino, que não são os mesmos "
        "quando o custo sobe.",
    ),
    en=(
        "The best weights",
        "You return the weights of the epoch with the smallest cost. Those at the end of the training are asked "
        "for, which are others where the cost rises.",
    ),
)
def best_weights(X, y, w, b, lr, epochs):
    costs, best = [], (w, b)
    for _ in range(epochs):
        for x_i, y_i in zip(X, y):
            w, b = adaline_update(w, b, x_i, y_i, lr)
        costs.append(adaline_cost(X, y, w, b))
        if costs[-1] == min(costs):
            best = w, b
    return *best, costs


@wrong(
    "train_adaline",
    pt=(
        "Custos em ordem",
        "A lista de custos foi posta em ordem decrescente. costs[k] é o custo depois da época k, e pode subir.",
    ),
    en=(
        "Costs put in order",
        "The list of costs was sorted from large to small. costs[k] is the cost after epoch k, and it may rise.",
    ),
)
def sorted_costs(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x_i, y_i in zip(X, y):
            w, b = adaline_update(w, b, x_i, y_i, lr)
        costs.append(adaline_cost(X, y, w, b))
    return w, b, sorted(costs, reverse=True)


@wrong(
    "train_adaline",
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
    costs = []
    for _ in range(max(1, epochs)):
        for x_i, y_i in zip(X, y):
            w, b = adaline_update(w, b, x_i, y_i, lr)
        costs.append(adaline_cost(X, y, w, b))
    return w, b, costs


@wrong(
    "train_adaline",
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
    w, costs = w.copy(), []
    for _ in range(epochs):
        for x_i, y_i in zip(X, y):
            error = y_i - (w @ x_i + b)
            w += lr * error * x_i
            b = b + lr * error
        costs.append(adaline_cost(X, y, w, b))
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "No máximo vinte épocas",
        "Você pôs um limite seu ao número de épocas. Quantas fazer é o que diz epochs.",
    ),
    en=(
        "Twenty epochs at most",
        "You set a limit of your own on the number of epochs. How many there are to be is what epochs says.",
    ),
)
def twenty_epochs_at_most(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(min(epochs, 20)):
        for x_i, y_i in zip(X, y):
            w, b = adaline_update(w, b, x_i, y_i, lr)
        costs.append(adaline_cost(X, y, w, b))
    return w, b, costs


@wrong(
    "train_adaline",
    pt=(
        "A taxa muda no caminho",
        "Você diminui a taxa quando o custo sobe. É um bom truque, mas aqui a taxa é lr do começo ao fim.",
    ),
    en=(
        "The rate changes on the way",
        "You make the rate smaller when the cost rises. It is a good trick, but here the rate is lr from "
        "beginning to end.",
    ),
)
def halves_the_rate_when_the_cost_rises(X, y, w, b, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x_i, y_i in zip(X, y):
            w, b = adaline_update(w, b, x_i, y_i, lr)
        costs.append(adaline_cost(X, y, w, b))
        if len(costs) > 1 and costs[-1] > costs[-2]:
            lr = lr / 2
    return w, b, costs
