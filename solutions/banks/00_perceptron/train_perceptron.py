"""Answers to train_perceptron: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("train_perceptron")
def plain_loops(X, y, w, b, lr, epochs):
    w, mistakes = list(w), []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X, y):
            z = b
            for weight, value in zip(w, row):
                z = z + weight * value
            error = label - (1 if z >= 0 else 0)
            if error != 0:
                updates += 1
                w = [weight + lr * error * value for weight, value in zip(w, row)]
                b = b + lr * error
        mistakes.append(updates)
        if updates == 0:
            break
    return w, b, mistakes


@right("train_perceptron")
def one_update_at_a_time(X, y, w, b, lr, epochs):
    mistakes = []
    while len(mistakes) < epochs and (not mistakes or mistakes[-1] > 0):
        updates = 0
        for i in range(len(X)):
            updates += int(predict(X[i : i + 1], w, b)[0] != y[i])
            w, b = perceptron_update(w, b, X[i], y[i], lr)
        mistakes.append(updates)
    return w, b, mistakes


@right("train_perceptron")
def bias_as_a_weight(X, y, w, b, lr, epochs):
    inputs, weights = np.column_stack([X, np.ones(len(X))]), np.append(w, float(b))
    mistakes = []
    for _ in range(epochs):
        errors = np.zeros(len(X))
        for i, row in enumerate(inputs):
            errors[i] = y[i] - float(weights @ row >= 0)
            weights = weights + lr * errors[i] * row
        mistakes.append(np.count_nonzero(errors))
        if not errors.any():
            break
    return weights[:-1], weights[-1], np.array(mistakes)


@right("train_perceptron")
def single_precision(X, y, w, b, lr, epochs):
    X, w = np.asarray(X, dtype=np.float32), np.array(w, dtype=np.float32)
    b, lr = np.float32(b), np.float32(lr)
    mistakes = []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X, y):
            error = np.float32(label) - np.float32(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            updates += int(error != 0)
        mistakes.append(updates)
        if updates == 0:
            break
    return w, b, mistakes


@right("train_perceptron")
def lists_and_float_counts(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        mistakes.append(0.0)
        for row, label in zip(X, y):
            error = label - float(np.dot(row, w) + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            mistakes[-1] += abs(error)
        if mistakes[-1] == 0:
            break
    return [np.asarray(w).tolist(), b, mistakes]


@right("train_perceptron")
def warns_when_it_does_not_converge(X, y, w, b, lr, epochs):
    import warnings

    mistakes = []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X, y):
            answer = np.sum(w * row) + b >= 0
            if answer != label:
                direction = -1 if answer else 1
                w, b, updates = w + direction * lr * row, b + direction * lr, updates + 1
        mistakes.append(updates)
        if updates == 0:
            return w, b, mistakes
    warnings.warn("não convergiu · did not converge", stacklevel=1)
    return w, b, mistakes


@right("train_perceptron")
def labels_less_truths(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        updates = 0
        for x, label in zip(X, y):
            error = label - (x @ w + b >= 0)
            updates += error != 0
            w, b = w + lr * error * x, b + lr * error
        mistakes.append(updates)
        if updates == 0:
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Uma correção por época, com todos os exemplos juntos",
        "Você juntou os erros da época inteira e corrigiu uma vez no fim. No treino online cada exemplo já encontra os "
        "pesos que o anterior deixou.",
    ),
    en=(
        "One correction per epoch, all examples together",
        "You gathered the errors of the whole epoch and corrected once at the end. In online training each example "
        "already meets the weights that the one before it left.",
    ),
)
def batch(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        errors = y - (X @ w + b >= 0).astype(float)
        w, b = w + lr * errors @ X, b + lr * np.sum(errors)
        mistakes.append(np.count_nonzero(errors))
        if mistakes[-1] == 0:
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Erros contados depois da época",
        "Você contou quantos exemplos os pesos do fim da época erram. O que se pede são as correções feitas durante a "
        "época, cada uma com os pesos daquele momento; por isso a parada também sai do lugar.",
    ),
    en=(
        "Mistakes counted after the epoch",
        "You counted how many examples the weights at the end of the epoch get wrong. What is asked for is the "
        "corrections made during the epoch, each with the weights of that moment; so training also stops at another "
        "place.",
    ),
)
def counts_after_the_epoch(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
        mistakes.append(np.count_nonzero((X @ w + b >= 0) != y))
        if mistakes[-1] == 0:
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Não para quando já aprendeu",
        "Depois de uma época sem correções nada mais pode mudar, e mesmo assim o seu treino segue até o fim. A lista "
        "mistakes termina no primeiro zero.",
    ),
    en=(
        "Does not stop once it has learned",
        "After an epoch without corrections nothing can change any more, and yet your training goes on to the end. The "
        "list mistakes ends at its first zero.",
    ),
)
def never_stops(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            updates += int(error != 0)
        mistakes.append(updates)
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Para uma época cedo demais",
        "Você para assim que os pesos acertam todos os exemplos, sem passar por uma época sem correções. É essa última "
        "época, com zero na lista, que mostra que o treino acabou.",
    ),
    en=(
        "Stops an epoch too early",
        "You stop as soon as the weights get every example right, without going through an epoch free of corrections. "
        "It is that last epoch, a zero in the list, that shows that training is over.",
    ),
)
def stops_an_epoch_early(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            updates += int(error != 0)
        mistakes.append(updates)
        if np.all((X @ w + b >= 0) == y):
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "O último zero não foi anotado",
        "A parada está no lugar certo, mas acontece antes de anotar a contagem. A época sem correções também existiu e "
        "ocupa o seu lugar na lista.",
    ),
    en=(
        "The last zero was not recorded",
        "The stop is in the right place, but it comes before the count is recorded. The epoch without corrections did "
        "happen and has its place in the list.",
    ),
)
def last_zero_not_recorded(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            updates += int(error != 0)
        if updates == 0:
            break
        mistakes.append(updates)
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Contagem acumulada",
        "O contador não volta a zero quando uma época começa, e a lista mostra o total até ali. Com isso ele também "
        "não mostra quando o treino deve parar.",
    ),
    en=(
        "A running total",
        "The counter does not go back to zero when an epoch starts, so the list shows the total so far. And so it "
        "cannot show when training should stop either.",
    ),
)
def running_total(X, y, w, b, lr, epochs):
    mistakes, updates = [], 0
    for _ in range(epochs):
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            updates += int(error != 0)
        mistakes.append(updates)
        if updates == 0:
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Erros que se cancelam",
        "Você somou os erros com sinal: um +1 e um −1 dão zero, e a época parece perfeita. Cada correção conta como "
        "uma, para qualquer lado que seja.",
    ),
    en=(
        "Mistakes that cancel out",
        "You added up the errors with their signs: a +1 and a −1 make zero, and the epoch looks perfect. Each "
        "correction counts as one, whichever way it goes.",
    ),
)
def mistakes_cancel_out(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        total = 0
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            total += error
        mistakes.append(total)
        if total == 0:
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Exemplos em outra ordem",
        "Você percorreu as linhas de trás para a frente. O resultado do treino online depende da ordem, e aqui ela é a "
        "das linhas de X.",
    ),
    en=(
        "Examples in another order",
        "You went through the rows from last to first. What online training gives depends on the order, and here it is "
        "that of the rows of X.",
    ),
)
def rows_in_reverse(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X[::-1], y[::-1]):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            updates += int(error != 0)
        mistakes.append(updates)
        if updates == 0:
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Cada época recomeça dos pesos de partida",
        "No início de cada época você volta ao w e ao b que recebeu, e tudo o que foi aprendido se perde. Uma época "
        "continua de onde a anterior parou.",
    ),
    en=(
        "Each epoch starts over from the starting weights",
        "At the beginning of each epoch you go back to the w and b that you were given, and all that was learned is "
        "lost. An epoch goes on from where the last one stopped.",
    ),
)
def starts_over_each_epoch(X, y, w, b, lr, epochs):
    mistakes = []
    start_w, start_b = w, b
    for _ in range(epochs):
        w, b, updates = start_w, start_b, 0
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            updates += int(error != 0)
        mistakes.append(updates)
        if updates == 0:
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Ignora o ponto de partida",
        "O seu treino sempre começa em zero, quaisquer que sejam w e b. Quem chama escolhe de onde partir; pesos zero "
        "são só um dos casos.",
    ),
    en=(
        "Ignores the starting point",
        "Your training always begins at zero, whatever w and b are. The caller chooses where to start from; zero "
        "weights are just one of the cases.",
    ),
)
def starts_from_zero(X, y, w, b, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    mistakes = []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            updates += int(error != 0)
        mistakes.append(updates)
        if updates == 0:
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Escreveu nos pesos de quem chamou",
        "Com += dentro do laço, o array de partida vai sendo reescrito, e não se pode mais treinar de novo a partir "
        "dele. Com um array de inteiros a operação até falha. Trabalhe com pesos seus.",
    ),
    en=(
        "Wrote into the caller's weights",
        "With += inside the loop, the starting array is rewritten as you go, and nobody can train from it again. With "
        "an array of integers the operation even fails. Work on weights of your own.",
    ),
)
def overwrites_the_start(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w += lr * error * row
            b += lr * error
            updates += int(error != 0)
        mistakes.append(updates)
        if updates == 0:
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Guardou os pesos da melhor época",
        "Você devolveu os pesos da época com menos erros: é o algoritmo do bolso, útil quando os dados não são "
        "separáveis. Aqui se pedem os últimos pesos do treino, bons ou ruins.",
    ),
    en=(
        "Kept the weights of the best epoch",
        "You returned the weights of the epoch with the fewest mistakes: that is the pocket algorithm, handy when the "
        "data are not separable. What is asked for here is the last weights of the training, good or bad.",
    ),
)
def best_epoch(X, y, w, b, lr, epochs):
    best_w, best_b, mistakes = w, b, []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            updates += int(error != 0)
        if not mistakes or updates < min(mistakes):
            best_w, best_b = w, b
        mistakes.append(updates)
        if updates == 0:
            break
    return best_w, best_b, mistakes


@wrong(
    "train_perceptron",
    erratum="E13",
    pt=(
        "A taxa diminui para forçar a convergência",
        "Você reduz lr a cada época, talvez porque os slides A dizem que com 0,5 o perceptron não converge. Não é "
        "verdade: a partir de pesos zero a taxa só multiplica os pesos, e em dados separáveis qualquer uma converge. "
        "Mantenha a que recebeu até o fim.",
    ),
    en=(
        "The rate shrinks to force convergence",
        "You reduce lr in every epoch, perhaps because slides A say that with 0.5 the perceptron does not converge. It "
        "is not so: from zero weights the rate only scales the weights, and on separable data any rate converges. Keep "
        "the one you were given to the end.",
    ),
)
def shrinking_rate(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            updates += int(error != 0)
        mistakes.append(updates)
        if updates == 0:
            break
        lr = lr / 2
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Terminou depois da primeira época",
        "O seu treino percorre os dados uma só vez, e as outras épocas nunca acontecem. Veja se há um laço sobre as "
        "épocas e confira o recuo do return: ele diz se essa linha está dentro ou fora do laço.",
    ),
    en=(
        "Ended after the first epoch",
        "Your training goes through the data only once, and the other epochs never happen. See whether there is a loop "
        "over the epochs, and look at the return's indentation: it says whether that line is inside or outside the "
        "loop.",
    ),
)
def returns_after_one_epoch(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            updates += int(error != 0)
        mistakes.append(updates)
        return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Lembra-se de um treino anterior",
        "A sua função guarda o primeiro ponto de partida que recebeu e o usa de novo nas chamadas seguintes. Um valor "
        "padrão mutável é criado uma única vez e sobrevive entre as chamadas; a resposta só pode depender dos "
        "argumentos.",
    ),
    en=(
        "Remembers an earlier training",
        "Your function keeps the first starting point it was given and uses it again in later calls. A mutable default "
        "value is made only once and survives between calls; the answer may depend on the arguments alone.",
    ),
)
def remembers_the_first_start(X, y, w, b, lr, epochs, starts={}):
    w, b = starts.setdefault(len(w), (np.array(w, dtype=float), b))
    mistakes = []
    for _ in range(epochs):
        updates = 0
        for row, label in zip(X, y):
            error = label - float(w @ row + b >= 0)
            w, b = w + lr * error * row, b + lr * error
            updates += int(error != 0)
        mistakes.append(updates)
        if updates == 0:
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Parou quando os erros subiram",
        "O treino termina na primeira época com mais erros que a anterior. No perceptron os erros podem subir e "
        "descer até a reta separar os dados: só uma época sem nenhum é que encerra.",
    ),
    en=(
        "Stopped when the mistakes rose",
        "Training ends in the first epoch with more mistakes than the one before. With the perceptron mistakes "
        "may rise and fall until the line separates the data: only an epoch without any ends it.",
    ),
)
def stops_when_mistakes_rise(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            wrong += int(step(w @ x_i + b) != y_i)
            w, b = perceptron_update(w, b, x_i, y_i, lr)
        mistakes.append(wrong)
        if wrong == 0 or (len(mistakes) > 1 and wrong > mistakes[-2]):
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Parou quando os erros não caíram",
        "O treino termina assim que duas épocas seguidas têm os mesmos erros, ou mais. Isso não quer dizer que a"
        " reta parou de se mover: só uma época sem erros encerra o treino antes de epochs.",
    ),
    en=(
        "Stopped when the mistakes did not fall",
        "Training ends as soon as an epoch has as many mistakes as the one before, or more. That does not mean "
        "that the line has stopped moving: only an epoch without mistakes ends the training before epochs.",
    ),
)
def stops_when_mistakes_stall(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            wrong += int(step(w @ x_i + b) != y_i)
            w, b = perceptron_update(w, b, x_i, y_i, lr)
        mistakes.append(wrong)
        if wrong == 0 or (len(mistakes) > 1 and wrong >= mistakes[-2]):
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Erros em ordem",
        "A lista de erros foi posta em ordem. mistakes[k] é o que aconteceu na época k, e os erros podem subir "
        "de uma época para a outra.",
    ),
    en=(
        "Mistakes put in order",
        "The list of mistakes was sorted. mistakes[k] is what happened in epoch k, and mistakes may rise from "
        "one epoch to the next.",
    ),
)
def sorted_mistakes(X, y, w, b, lr, epochs):
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            wrong += int(step(w @ x_i + b) != y_i)
            w, b = perceptron_update(w, b, x_i, y_i, lr)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, sorted(mistakes, reverse=True)


@wrong(
    "train_perceptron",
    pt=(
        "Uma época, mesmo sem nenhuma pedida",
        "Com epochs = 0 nada deve acontecer: os pesos do começo e uma lista vazia. A sua função faz uma época "
        "antes de perguntar quantas foram pedidas.",
    ),
    en=(
        "One epoch, even when none is asked for",
        "With epochs = 0 nothing should happen: the starting weights and an empty list. Your function does an "
        "epoch before it asks how many are wanted.",
    ),
)
def at_least_one_epoch(X, y, w, b, lr, epochs):
    mistakes = []
    while True:
        wrong = 0
        for x_i, y_i in zip(X, y):
            wrong += int(step(w @ x_i + b) != y_i)
            w, b = perceptron_update(w, b, x_i, y_i, lr)
        mistakes.append(wrong)
        if wrong == 0 or len(mistakes) >= epochs:
            return w, b, mistakes


@wrong(
    "train_perceptron",
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
    w, mistakes = w.copy(), []
    for _ in range(epochs):
        wrong = 0
        for x_i, y_i in zip(X, y):
            error = int(y_i) - int(w @ x_i + b >= 0)
            w += lr * error * x_i
            b = b + lr * error
            wrong += abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
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
    mistakes = []
    for _ in range(min(epochs, 20)):
        wrong = 0
        for x_i, y_i in zip(X, y):
            wrong += int(step(w @ x_i + b) != y_i)
            w, b = perceptron_update(w, b, x_i, y_i, lr)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@wrong(
    "train_perceptron",
    pt=(
        "Erros na última época não contam",
        "Quando as épocas acabam antes de os dados se separarem, você devolve os pesos do início da última "
        "época, e não os do fim.",
    ),
    en=(
        "The last epoch does not count",
        "Where the epochs run out before the data are separated, you return the weights from the beginning of "
        "the last epoch, not those from its end.",
    ),
)
def weights_before_the_last_epoch(X, y, w, b, lr, epochs):
    mistakes, before = [], (w, b)
    for _ in range(epochs):
        wrong, before = 0, (w, b)
        for x_i, y_i in zip(X, y):
            wrong += int(step(w @ x_i + b) != y_i)
            w, b = perceptron_update(w, b, x_i, y_i, lr)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return *before, mistakes
