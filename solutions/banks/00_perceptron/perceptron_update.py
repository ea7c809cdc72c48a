"""Answers to perceptron_update: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("perceptron_update")
def plain_loops(w, b, x, y, lr):
    z = b
    for weight, value in zip(w, x):
        z = z + weight * value
    error = y - (1 if z >= 0 else 0)
    return [weight + lr * error * value for weight, value in zip(w, x)], b + lr * error


@right("perceptron_update")
def unchanged_when_right(w, b, x, y, lr):
    prediction = 1 if np.dot(w, x) + b >= 0 else 0
    if prediction == y:
        return w, b
    return w + lr * (y - prediction) * x, b + lr * (y - prediction)


@right("perceptron_update")
def bias_as_a_weight(w, b, x, y, lr):
    weights, inputs = np.append(w, b), np.append(x, 1.0)
    guess = float(weights @ inputs >= 0)
    weights = weights + lr * (y - guess) * inputs
    return weights[:-1], weights[-1]


@right("perceptron_update")
def single_precision(w, b, x, y, lr):
    w, x = np.asarray(w, dtype=np.float32), np.asarray(x, dtype=np.float32)
    b, lr = np.float32(b), np.float32(lr)
    error = np.float32(y) - np.float32(w @ x + b >= 0)
    return w + lr * error * x, b + lr * error


@right("perceptron_update")
def pair_in_a_list(w, b, x, y, lr):
    error = float(y - predict(x[None, :], w, b)[0])
    return [w + lr * error * x, b + lr * error]


@right("perceptron_update")
def case_by_case(w, b, x, y, lr):
    prediction = np.sum(w * x) + b >= 0
    if y == 1 and not prediction:
        return w + lr * x, b + lr
    if y == 0 and prediction:
        return w - lr * x, b - lr
    return w.copy(), b


@right("perceptron_update")
def target_and_answer_apart(w, b, x, y, lr):
    answer = float(step(w @ x + b))
    return w + lr * y * x - lr * answer * x, b + lr * y - lr * answer


@right("perceptron_update")
def changes_a_copy(w, b, x, y, lr):
    new_w, new_b = np.array(w, dtype=float), np.array(b, dtype=float)
    error = y - float(np.einsum("i,i->", w, x) + b >= 0)
    new_w += lr * error * x
    new_b += lr * error
    return new_w, new_b


@wrong(
    "perceptron_update",
    pt=(
        "Rótulo e previsão trocados",
        "Você subtraiu o rótulo da previsão, e a correção anda para o lado contrário: cada erro fica um pouco pior. "
        "Pense no caso em que a resposta deveria ser 1 e veio 0: a soma precisa subir.",
    ),
    en=(
        "Label and prediction swapped",
        "You subtracted the label from the prediction, so the correction goes the other way and every mistake gets a "
        "little worse. Think of the case where the answer should be 1 and came out 0: the sum has to go up.",
    ),
)
def label_and_prediction_swapped(w, b, x, y, lr):
    error = float(w @ x + b >= 0) - y
    return w + lr * error * x, b + lr * error


@wrong(
    "perceptron_update",
    pt=(
        "A taxa de aprendizado não entrou",
        "O passo dado é o erro inteiro vezes a entrada, qualquer que seja lr. A taxa multiplica a correção dos pesos e "
        "a do viés.",
    ),
    en=(
        "The learning rate is not used",
        "The step you take is the whole error times the input, whatever lr is. The rate multiplies both the correction "
        "of the weights and that of the bias.",
    ),
)
def no_learning_rate(w, b, x, y, lr):
    error = y - float(w @ x + b >= 0)
    return w + error * x, b + error


@wrong(
    "perceptron_update",
    pt=(
        "Taxa aplicada duas vezes",
        "A correção foi multiplicada por lr duas vezes: uma ao calcular o erro e outra ao dar o passo. Escolha um só "
        "lugar para a taxa.",
    ),
    en=(
        "The rate is applied twice",
        "The correction was multiplied by lr twice: once in computing the error and again in taking the step. Choose "
        "one place for the rate.",
    ),
)
def learning_rate_twice(w, b, x, y, lr):
    error = lr * (y - float(w @ x + b >= 0))
    return w + lr * error * x, b + lr * error


@wrong(
    "perceptron_update",
    erratum="E13",
    pt=(
        "Salto limitado por medo de não convergir",
        "Você encolheu a taxa quando ela é grande. Os slides A dizem que com 0,5 o perceptron não converge porque o "
        "salto é grande demais, mas isso está errado: em dados separáveis ele sempre converge, e a partir de pesos "
        "zero a taxa só muda a escala. Use a taxa que recebeu.",
    ),
    en=(
        "The jump is limited for fear that it will not converge",
        "You shrank the rate when it was large. Slides A say that with 0.5 the perceptron fails to converge because "
        "the jump is too large, but that is wrong: on separable data it always converges, and from zero weights the "
        "rate changes only the scale. Use the rate you were given.",
    ),
)
def limited_jump(w, b, x, y, lr):
    error = y - float(w @ x + b >= 0)
    lr = min(lr, 0.1)
    return w + lr * error * x, b + lr * error


@wrong(
    "perceptron_update",
    pt=(
        "O viés não aprende",
        "Os pesos foram corrigidos, mas b voltou como veio. O viés é o peso de uma entrada que vale sempre 1, e também "
        "precisa da sua correção.",
    ),
    en=(
        "The bias does not learn",
        "The weights were corrected, but b came back as it was. The bias is the weight of an input that is always 1, "
        "and it needs its correction too.",
    ),
)
def bias_stays(w, b, x, y, lr):
    error = y - float(w @ x + b >= 0)
    return w + lr * error * x, b


@wrong(
    "perceptron_update",
    pt=(
        "Viés multiplicado pela entrada",
        "Você usou para b a mesma correção dos pesos, com x no meio, e o viés virou um array. A entrada do viés vale "
        "sempre 1, e por isso ele continua sendo um número.",
    ),
    en=(
        "The bias is multiplied by the input",
        "You gave b the same correction as the weights, x included, and the bias became an array. The bias's input is "
        "always 1, which is why it stays a number.",
    ),
)
def bias_times_the_input(w, b, x, y, lr):
    correction = lr * (y - float(w @ x + b >= 0)) * x
    return w + correction, b + correction


@wrong(
    "perceptron_update",
    pt=(
        "Viés corrigido sem a taxa",
        "Nos pesos a taxa está lá; no viés você somou o erro inteiro. Os dois andam no mesmo ritmo.",
    ),
    en=(
        "The bias is corrected without the rate",
        "The rate is there for the weights; to the bias you added the whole error. Both move at the same pace.",
    ),
)
def bias_without_the_rate(w, b, x, y, lr):
    error = y - float(w @ x + b >= 0)
    return w + lr * error * x, b + error


@wrong(
    "perceptron_update",
    pt=(
        "Erro medido antes do degrau",
        "Você comparou o rótulo com a soma ponderada, e até os exemplos certos mudam os pesos. Essa é a regra do "
        "Adaline, o próximo notebook; o perceptron compara o rótulo com a decisão, 0 ou 1.",
    ),
    en=(
        "The error is measured before the step",
        "You compared the label with the weighted sum, so that even right examples change the weights. That is "
        "Adaline's rule, the next notebook; the perceptron compares the label with the decision, 0 or 1.",
    ),
)
def error_before_the_step(w, b, x, y, lr):
    error = y - (w @ x + b)
    return w + lr * error * x, b + lr * error


@wrong(
    "perceptron_update",
    pt=(
        "Na reta, a previsão usada foi 0",
        "Fora da reta está tudo certo; em cima dela, você tomou a previsão por 0. Ali o degrau já vale 1, então é o "
        "rótulo 0, e não o rótulo 1, que pede correção.",
    ),
    en=(
        "On the line, the prediction used was 0",
        "Off the line all is well; on it, you took the prediction for 0. The step is 1 there already, so it is label "
        "0, not label 1, that calls for a correction.",
    ),
)
def prediction_zero_on_the_line(w, b, x, y, lr):
    error = y - float(w @ x + b > 0)
    return w + lr * error * x, b + lr * error


@wrong(
    "perceptron_update",
    pt=(
        "Previsão feita sem o viés",
        "Para prever, você usou só os pesos, e com isso alguns erros passam por acertos e vice-versa. A previsão do "
        "exemplo é a do neurônio inteiro.",
    ),
    en=(
        "The prediction is made without the bias",
        "To predict you used the weights alone, so some mistakes pass for right answers and the other way round. The "
        "example's prediction is that of the whole neuron.",
    ),
)
def prediction_without_the_bias(w, b, x, y, lr):
    error = y - float(w @ x >= 0)
    return w + lr * error * x, b + lr * error


@wrong(
    "perceptron_update",
    pt=(
        "Só aprende quando faltou dizer 1",
        "Quando o rótulo é 1 e a resposta foi 0, você corrige; quando é o contrário, não faz nada. Os dois tipos de "
        "erro ensinam: no segundo a soma precisa descer.",
    ),
    en=(
        "Learns only from a missed 1",
        "When the label is 1 and the answer was 0 you correct; when it is the other way round you do nothing. Both "
        "kinds of mistake teach: in the second the sum has to come down.",
    ),
)
def learns_from_missed_ones_only(w, b, x, y, lr):
    if y == 1 and w @ x + b < 0:
        return w + lr * x, b + lr
    return w, b


@wrong(
    "perceptron_update",
    pt=(
        "Todo erro soma a entrada",
        "Você nota que houve erro, mas sempre soma x, qualquer que tenha sido o engano. Se o neurônio disse 1 e era 0, "
        "somar a entrada o deixa ainda mais convencido do 1.",
    ),
    en=(
        "Every mistake adds the input",
        "You notice that there was a mistake, but you always add x, whichever way it went. If the neuron said 1 and it "
        "was 0, adding the input makes it even surer of the 1.",
    ),
)
def always_adds_the_input(w, b, x, y, lr):
    wrong = float((w @ x + b >= 0) != y)
    return w + lr * wrong * x, b + lr * wrong


@wrong(
    "perceptron_update",
    pt=(
        "Aprende sem olhar a previsão",
        "A sua correção usa o rótulo no lugar do erro: é a regra de Hebb. Com ela, um exemplo já aprendido continua a "
        "empurrar os pesos, e um de rótulo 0 nunca ensina nada.",
    ),
    en=(
        "Learns without looking at the prediction",
        "Your correction uses the label in place of the error: that is Hebb's rule. With it, an example already "
        "learned keeps pushing the weights, and one with label 0 never teaches anything.",
    ),
)
def hebb(w, b, x, y, lr):
    return w + lr * y * x, b + lr * y


@wrong(
    "perceptron_update",
    pt=(
        "Alterou o array w que recebeu",
        "O operador += escreve no próprio array de quem chamou: os pesos antigos se perdem, e com pesos inteiros nem "
        "funciona. Crie um array novo para os pesos corrigidos.",
    ),
    en=(
        "Changed the array w that it was given",
        "The operator += writes into the caller's own array: the old weights are lost, and with integer weights it "
        "does not even work. Make a new array for the corrected weights.",
    ),
)
def changes_w_in_place(w, b, x, y, lr):
    error = y - float(w @ x + b >= 0)
    w += lr * error * x
    return w, b + lr * error


@wrong(
    "perceptron_update",
    pt=(
        "Devolveu só os pesos",
        "A função devolve duas coisas, w e b, nessa ordem. Sem o viés na resposta, quem chama não tem como continuar o "
        "treino.",
    ),
    en=(
        "Returned the weights only",
        "The function returns two things, w and b, in that order. Without the bias in the answer, the caller cannot go "
        "on training.",
    ),
)
def returns_only_the_weights(w, b, x, y, lr):
    error = y - float(w @ x + b >= 0)
    return w + lr * error * x


@wrong(
    "perceptron_update",
    pt=(
        "Devolveu o passo, não o destino",
        "Você calculou quanto w e b devem mudar e devolveu isso. O que se pede são os valores novos, já com a mudança.",
    ),
    en=(
        "Returned the step, not the destination",
        "You computed by how much w and b should change and returned that. What is asked for is the new values, with "
        "the change made.",
    ),
)
def returns_the_changes(w, b, x, y, lr):
    error = y - float(w @ x + b >= 0)
    return lr * error * x, lr * error


@wrong(
    "perceptron_update",
    pt=(
        "Pesos inteiros perderam as casas decimais",
        "O array novo herdou o tipo de w, e quando w é inteiro as frações da correção são cortadas. Os pesos "
        "devolvidos são números reais, mesmo que os de partida sejam inteiros.",
    ),
    en=(
        "Integer weights lost their decimals",
        "The new array inherited the type of w, and when w holds integers the fractions of the correction are cut "
        "off. The weights returned are real numbers, even if the ones you start from are integers.",
    ),
)
def keeps_the_integer_type(w, b, x, y, lr):
    error = y - float(w @ x + b >= 0)
    new_w = np.zeros_like(w)
    for j in range(len(w)):
        new_w[j] = w[j] + lr * error * x[j]
    return new_w, b + lr * error
