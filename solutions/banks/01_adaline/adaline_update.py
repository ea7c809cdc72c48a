"""Answers to adaline_update: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("adaline_update")
def plain_loops(w, b, x, y, lr):
    z = b
    for weight, value in zip(w, x):
        z = z + weight * value
    return [weight + lr * (y - z) * value for weight, value in zip(w, x)], b + lr * (y - z)


@right("adaline_update")
def downhill(w, b, x, y, lr):
    excess = np.dot(w, x) + b - y
    return w - lr * excess * x, b - lr * excess


@right("adaline_update")
def bias_as_a_weight(w, b, x, y, lr):
    weights, inputs = np.append(w, b), np.append(x, 1.0)
    weights = weights + lr * (y - weights @ inputs) * inputs
    return weights[:-1], weights[-1]


@right("adaline_update")
def single_precision(w, b, x, y, lr):
    w, x = np.asarray(w, dtype=np.float32), np.asarray(x, dtype=np.float32)
    b, y, lr = np.float32(b), np.float32(y), np.float32(lr)
    error = y - (w @ x + b)
    return w + lr * error * x, b + lr * error


@right("adaline_update")
def with_the_gradient(w, b, x, y, lr):
    dw, db = adaline_gradient(x.reshape(1, -1), np.array([y]), w, b)
    return w - lr * dw, b - lr * db


@right("adaline_update")
def pair_in_a_list(w, b, x, y, lr):
    error = y - np.sum(w * x) - b
    return [w + lr * error * x, b + lr * error]


@right("adaline_update")
def changes_a_copy(w, b, x, y, lr):
    new_w, new_b = np.array(w, dtype=float), np.array(b, dtype=float)
    error = y - linear(np.einsum("i,i->", w, x) + b)
    new_w += lr * error * x
    new_b += lr * error
    return new_w, new_b


@wrong(
    "adaline_update",
    erratum="E2",
    pt=(
        "O sinal do slide",
        "Esta é a regra como está escrita nos slides A, w − λ(y − ŷ)x, com um menos na frente do passo. Esse menos "
        "pertence à descida pelo gradiente, e o gradiente já traz outro: os dois se cancelam. Com o sinal do slide, "
        "cada passo aumenta o erro do exemplo.",
    ),
    en=(
        "The sign on the slide",
        "This is the rule as slides A write it, w − λ(y − ŷ)x, with a minus in front of the step. That minus belongs "
        "to going down the gradient, and the gradient brings another: the two cancel. With the slide's sign, every "
        "step makes the example's error larger.",
    ),
)
def sign_of_the_slide(w, b, x, y, lr):
    error = y - (w @ x + b)
    return w - lr * error * x, b - lr * error


@wrong(
    "adaline_update",
    erratum="E2",
    pt=(
        "O sinal do slide, só nos pesos",
        "O viés anda para o lado certo, mas os pesos seguem a fórmula dos slides A, w − λ(y − ŷ)x, que tem o sinal "
        "errado. Os dois descem o mesmo custo: se b diminui o erro, w também precisa diminuir.",
    ),
    en=(
        "The slide's sign, in the weights only",
        "The bias moves the right way, but the weights follow the formula on slides A, w − λ(y − ŷ)x, whose sign is "
        "wrong. Both go down the same cost: if b makes the error smaller, w has to do so too.",
    ),
)
def sign_of_the_slide_in_the_weights(w, b, x, y, lr):
    error = y - (w @ x + b)
    return w - lr * error * x, b + lr * error


@wrong(
    "adaline_update",
    pt=(
        "Passo sem a taxa de aprendizado",
        "O seu passo tem o tamanho do erro inteiro, e lr não muda nada. Sem a taxa, o Adaline costuma passar do ponto "
        "e divergir.",
    ),
    en=(
        "A step without the learning rate",
        "Your step is as large as the whole error, and lr changes nothing. Without the rate Adaline tends to overshoot "
        "and diverge.",
    ),
)
def no_learning_rate(w, b, x, y, lr):
    error = y - (w @ x + b)
    return w + error * x, b + error


@wrong(
    "adaline_update",
    pt=(
        "Taxa ao quadrado",
        "A taxa entrou duas vezes: uma no erro e outra no passo. Com lr pequeno o aprendizado quase para.",
    ),
    en=(
        "The rate squared",
        "The rate came in twice: once in the error and again in the step. With a small lr learning almost stops.",
    ),
)
def learning_rate_twice(w, b, x, y, lr):
    delta = lr * (y - (w @ x + b))
    return w + lr * delta * x, b + lr * delta


@wrong(
    "adaline_update",
    pt=(
        "Passo dobrado",
        "O seu passo é duas vezes maior do que o da regra delta. O 2 da derivada do quadrado já se cancelou com o ½ do "
        "custo.",
    ),
    en=(
        "A doubled step",
        "Your step is twice that of the delta rule. The 2 from the derivative of the square has already cancelled with "
        "the ½ of the cost.",
    ),
)
def doubled_step(w, b, x, y, lr):
    error = y - (w @ x + b)
    return w + 2 * lr * error * x, b + 2 * lr * error


@wrong(
    "adaline_update",
    pt=(
        "O viés ficou parado",
        "Só os pesos deram o passo. Sem aprender b, a reta não consegue subir nem descer.",
    ),
    en=(
        "The bias stood still",
        "Only the weights took the step. Unless b is learned the line can move neither up nor down.",
    ),
)
def bias_stays(w, b, x, y, lr):
    error = y - (w @ x + b)
    return w + lr * error * x, b


@wrong(
    "adaline_update",
    pt=(
        "O viés virou um array",
        "Você somou a b a correção dos pesos, que tem um número para cada entrada. A entrada do viés vale sempre 1, e "
        "não x: por isso a correção dele é um número só.",
    ),
    en=(
        "The bias became an array",
        "You added the weights' correction to b, and that has a number for each input. The bias's input is always 1, "
        "not x, which is why its correction is a single number.",
    ),
)
def bias_times_the_input(w, b, x, y, lr):
    correction = lr * (y - (w @ x + b)) * x
    return w + correction, b + correction


@wrong(
    "adaline_update",
    pt=(
        "A taxa faltou no viés",
        "Para os pesos o passo está certo; para o viés ele tem o tamanho do erro inteiro. A mesma taxa vale para os "
        "dois.",
    ),
    en=(
        "The bias lacks the rate",
        "For the weights the step is right; for the bias it is as large as the whole error. The same rate holds for "
        "both.",
    ),
)
def bias_without_the_rate(w, b, x, y, lr):
    error = y - (w @ x + b)
    return w + lr * error * x, b + error


@wrong(
    "adaline_update",
    pt=(
        "Viés corrigido com os pesos já mudados",
        "Você atualizou w e depois mediu o erro de novo para corrigir b. Um passo usa um erro só, medido antes de "
        "qualquer mudança.",
    ),
    en=(
        "The bias is corrected with the changed weights",
        "You updated w and then measured the error again to correct b. One step uses one error, measured before "
        "anything changes.",
    ),
)
def bias_after_the_weights(w, b, x, y, lr):
    w = w + lr * (y - (w @ x + b)) * x
    return w, b + lr * (y - (w @ x + b))


@wrong(
    "adaline_update",
    pt=(
        "Regra do perceptron",
        "O seu erro compara o alvo com uma decisão, 0 ou 1. Na regra delta o erro é medido na saída linear, e até um "
        "exemplo do lado certo ainda ensina alguma coisa.",
    ),
    en=(
        "The perceptron's rule",
        "Your error compares the target with a decision, 0 or 1. In the delta rule the error is measured at the linear "
        "output, and even an example on the right side still teaches something.",
    ),
)
def perceptron_rule(w, b, x, y, lr):
    error = y - float(w @ x + b >= 0)
    return w + lr * error * x, b + lr * error


@wrong(
    "adaline_update",
    pt=(
        "A entrada não entrou no passo",
        "Todos os pesos receberam a mesma correção. Cada peso responde pela sua entrada: quanto maior ela for, mais "
        "ele contribuiu para o erro.",
    ),
    en=(
        "The input is missing from the step",
        "All weights were given the same correction. Each weight answers for its own input: the larger that is, the "
        "more the weight contributed to the error.",
    ),
)
def step_without_the_input(w, b, x, y, lr):
    error = y - (w @ x + b)
    return w + lr * error, b + lr * error


@wrong(
    "adaline_update",
    pt=(
        "Resposta sem o viés",
        "O seu erro foi medido com a soma dos produtos, sem b. O passo sai do tamanho errado para os pesos e para o "
        "viés.",
    ),
    en=(
        "The answer lacks the bias",
        "Your error was measured with the sum of products, without b. The step comes out the wrong size for the "
        "weights and for the bias.",
    ),
)
def error_without_the_bias(w, b, x, y, lr):
    error = y - w @ x
    return w + lr * error * x, b + lr * error


@wrong(
    "adaline_update",
    pt=(
        "Alterou os pesos recebidos",
        "Com += os pesos novos são escritos por cima dos antigos, no array de quem chamou; se ele for de inteiros, a "
        "conta nem acontece. Devolva um array novo.",
    ),
    en=(
        "Changed the weights it was given",
        "With += the new weights are written over the old ones, in the caller's array; if that holds integers, the sum "
        "does not even happen. Return a new array.",
    ),
)
def changes_w_in_place(w, b, x, y, lr):
    error = y - (w @ x + b)
    w += lr * error * x
    return w, b + lr * error


@wrong(
    "adaline_update",
    pt=(
        "Devolveu só a mudança",
        "O que saiu foi o tamanho do passo em w e em b. Some esse passo aos valores de partida.",
    ),
    en=(
        "Returned the change only",
        "What came out is the size of the step in w and in b. Add that step to the values you started from.",
    ),
)
def returns_the_changes(w, b, x, y, lr):
    error = y - (w @ x + b)
    return lr * error * x, lr * error


@wrong(
    "adaline_update",
    pt=(
        "Os pesos novos ficaram inteiros",
        "Você copiou o tipo de w, e quando ele é inteiro a fração de cada passo é descartada. Com uma taxa pequena, "
        "nada é aprendido.",
    ),
    en=(
        "The new weights stayed integers",
        "You copied the type of w, and when it is an integer type the fraction of each step is dropped. With a small "
        "rate nothing is learned.",
    ),
)
def keeps_the_integer_type(w, b, x, y, lr):
    error = y - (w @ x + b)
    new_w = np.zeros_like(w)
    for j in range(len(w)):
        new_w[j] = w[j] + lr * error * x[j]
    return new_w, b + lr * error


@wrong(
    "adaline_update",
    pt=(
        "O passo foi calculado e jogado fora",
        "Você devolveu w e b como chegaram. A conta do passo aparece na função, mas o resultado dela não foi guardado "
        "em lugar nenhum.",
    ),
    en=(
        "The step was computed and thrown away",
        "You returned w and b as they came. The step is worked out in the function, but what it came to was not kept "
        "anywhere.",
    ),
)
def step_thrown_away(w, b, x, y, lr):
    error = y - (w @ x + b)
    w + lr * error * x
    b + lr * error
    return w, b
