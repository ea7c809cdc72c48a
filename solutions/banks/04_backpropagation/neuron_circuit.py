"""Answers to neuron_circuit: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("neuron_circuit")
def with_a_scalar_product(w, x):
    return 1 / (1 + np.exp(-(np.dot(w[:2], x) + w[2])))


@right("neuron_circuit")
def hyperbolic_tangent(w, x):
    z = w @ np.append(x, 1.0)
    return 0.5 * (1 + np.tanh(z / 2))


@right("neuron_circuit")
def plain_numbers(w, x):
    z = float(w[2])
    for weight, value in zip(w, x):
        z += float(weight) * float(value)
    return 1.0 / (1.0 + 2.718281828459045 ** (-z))


@right("neuron_circuit")
def exponential_on_top(w, x):
    e = np.exp(w[0] * x[0] + w[1] * x[1] + w[2])
    return e / (e + 1)


@right("neuron_circuit")
def single_precision(w, x):
    w, x = w.astype(np.float32), x.astype(np.float32)
    z = w[0] * x[0] + w[1] * x[1] + w[2]
    return np.float32(1) / (np.float32(1) + np.exp(-z))


@wrong(
    "neuron_circuit",
    erratum="E1",
    pt=(
        "A sigmoide com menos no denominador",
        "Em vários dos slides A, a sigmoide aparece como 1/(1 − e^−z), e essa função não fica entre 0 e 1: "
        "explode em z = 0. O denominador é uma soma.",
    ),
    en=(
        "The sigmoid with a minus in the denominator",
        "Several of slides A show the sigmoid as 1/(1 − e^−z), and that function does not stay between 0 and 1: "
        "it blows up at z = 0. The denominator is a sum.",
    ),
)
def sigmoid_of_the_slide(w, x):
    z = w[0] * x[0] + w[1] * x[1] + w[2]
    return 1 / (1 - np.exp(-z))


@wrong(
    "neuron_circuit",
    pt=(
        "Sem o viés",
        "Você deixou w[2] de fora. Ele é o viés: soma-se a z sozinho, sem entrada nenhuma.",
    ),
    en=(
        "Without the bias",
        "You left w[2] out. It is the bias: it is added to z alone, with no input.",
    ),
)
def without_the_bias(w, x):
    z = w[0] * x[0] + w[1] * x[1]
    return 1 / (1 + np.exp(-z))


@wrong(
    "neuron_circuit",
    pt=(
        "Faltou o menos do expoente",
        "O que você calcula é 1/(1 + e^z), que cai quando z cresce. A sigmoide sobe.",
    ),
    en=(
        "The exponent's minus is missing",
        "What you compute is 1/(1 + e^z), which falls when z grows. The sigmoid rises.",
    ),
)
def exponent_without_minus(w, x):
    z = w[0] * x[0] + w[1] * x[1] + w[2]
    return 1 / (1 + np.exp(z))


@wrong(
    "neuron_circuit",
    pt=(
        "Faltaram parênteses no denominador",
        "Sem parênteses, 1 / 1 + e^−z é 1 + e^−z, que passa de 1. O denominador é toda a soma.",
    ),
    en=(
        "Parentheses are missing in the denominator",
        "Without parentheses 1 / 1 + e^−z is 1 + e^−z, which is above 1. The denominator is the whole sum.",
    ),
)
def missing_parentheses(w, x):
    z = w[0] * x[0] + w[1] * x[1] + w[2]
    return 1 / 1 + np.exp(-z)


@wrong(
    "neuron_circuit",
    pt=(
        "Faltou a sigmoide",
        "Você devolveu a soma z. Falta passá-la pela sigmoide, que a leva ao intervalo de 0 a 1.",
    ),
    en=(
        "The sigmoid is missing",
        "You returned the sum z. It still has to go through the sigmoid, which takes it to between 0 and 1.",
    ),
)
def sum_only(w, x):
    return w[0] * x[0] + w[1] * x[1] + w[2]


@wrong(
    "neuron_circuit",
    pt=(
        "Degrau no lugar da sigmoide",
        "Você respondeu 0 ou 1, como o perceptron. O neurônio sigmoide responde um número entre os dois, e por "
        "isso tem derivada útil.",
    ),
    en=(
        "A step instead of the sigmoid",
        "You answered 0 or 1, like the perceptron. The sigmoid neuron answers a number in between, and that is "
        "why it has a useful derivative.",
    ),
)
def step_instead(w, x):
    return 1.0 if w[0] * x[0] + w[1] * x[1] + w[2] >= 0 else 0.0


@wrong(
    "neuron_circuit",
    pt=(
        "Tangente hiperbólica",
        "Você usou tanh, que vai de −1 a 1. É parente da sigmoide, mas a função deste circuito vai de 0 a 1.",
    ),
    en=(
        "Hyperbolic tangent",
        "You used tanh, which goes from −1 to 1. It is a relative of the sigmoid, but the function of this "
        "circuit goes from 0 to 1.",
    ),
)
def hyperbolic_tangent_instead(w, x):
    return np.tanh(w[0] * x[0] + w[1] * x[1] + w[2])


@wrong(
    "neuron_circuit",
    pt=(
        "O viés no lugar errado",
        "Você usou w[0] como viés e multiplicou as entradas pelos outros dois pesos. Aqui o viés é o último, w[2].",
    ),
    en=(
        "The bias in the wrong place",
        "You used w[0] as the bias and multiplied the inputs by the other two weights. Here the bias is the last "
        "one, w[2].",
    ),
)
def bias_first(w, x):
    z = w[0] + w[1] * x[0] + w[2] * x[1]
    return 1 / (1 + np.exp(-z))


@wrong(
    "neuron_circuit",
    pt=(
        "O viés multiplica uma entrada",
        "Você multiplicou w[2] por uma entrada. O viés não tem entrada: ele entra na soma como está.",
    ),
    en=(
        "The bias multiplies an input",
        "You multiplied w[2] by an input. The bias has no input: it goes into the sum as it is.",
    ),
)
def bias_times_an_input(w, x):
    z = w[0] * x[0] + w[1] * x[1] + w[2] * x[1]
    return 1 / (1 + np.exp(-z))


@wrong(
    "neuron_circuit",
    pt=(
        "O viés subtraído",
        "Você subtraiu w[2], como quem usa um limiar. Neste circuito o viés é somado.",
    ),
    en=(
        "The bias subtracted",
        "You subtracted w[2], as one does with a threshold. In this circuit the bias is added.",
    ),
)
def bias_subtracted(w, x):
    z = w[0] * x[0] + w[1] * x[1] - w[2]
    return 1 / (1 + np.exp(-z))


@wrong(
    "neuron_circuit",
    pt=(
        "O menos só na primeira parcela",
        "Sem parênteses, o sinal de menos vale só para a primeira parcela do expoente. É a soma z inteira que "
        "troca de sinal.",
    ),
    en=(
        "The minus on the first term only",
        "Without parentheses the minus sign applies to the exponent's first term only. It is the whole sum z that"
        " changes sign.",
    ),
)
def minus_on_the_first_term(w, x):
    return 1 / (1 + np.exp(-w[0] * x[0] + w[1] * x[1] + w[2]))


@wrong(
    "neuron_circuit",
    pt=(
        "Parcelas guardadas em inteiros",
        "Com w inteiro, o array das parcelas também é de inteiros, e o que se guarda nele perde as casas decimais.",
    ),
    en=(
        "Terms kept in integers",
        "With an integer w the array of the terms is made of integers too, and what is put into it loses its decimals.",
    ),
)
def integer_weights_truncate(w, x):
    w = np.asarray(w)
    products = np.zeros_like(w)
    products[:2] = w[:2] * x
    products[2] = w[2]
    return 1 / (1 + np.exp(-products.sum()))


@wrong(
    "neuron_circuit",
    pt=(
        "Entradas do tipo dos pesos",
        "Você converteu as entradas para o tipo de w. Com w inteiro, 0,5 vira 0.",
    ),
    en=(
        "Inputs of the weights’ type",
        "You converted the inputs to the type of w. With an integer w, 0.5 becomes 0.",
    ),
)
def inputs_as_the_weights(w, x):
    x = np.array([*x, 1]).astype(w.dtype)
    return 1 / (1 + np.exp(-np.dot(w, x)))


@wrong(
    "neuron_circuit",
    pt=(
        "Certeza cedo demais",
        "De z = 12 em diante você responde 1. Lá ainda faltam seis milionésimos: no papel a sigmoide nunca chega a 1.",
    ),
    en=(
        "Certain too early",
        "From z = 12 on you answer 1. There six millionths are still missing: on paper the sigmoid never gets to 1.",
    ),
)
def certain_from_twelve_on(w, x):
    z = w[0] * x[0] + w[1] * x[1] + w[2]
    return 1.0 if z >= 12 else 1 / (1 + np.exp(-z))
