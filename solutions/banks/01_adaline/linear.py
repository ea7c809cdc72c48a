"""Answers to linear: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("linear")
def new_array(z):
    return np.array(z, dtype=float)


@right("linear")
def times_one(z):
    return 1.0 * z


@right("linear")
def one_by_one(z):
    z = np.asarray(z)
    out = np.empty(z.shape)
    for place, value in np.ndenumerate(z):
        out[place] = value
    return out


@right("linear")
def nested_lists(z):
    return np.asarray(z).tolist()


@right("linear")
def single_precision(z):
    return np.asarray(z, dtype=np.float32)


@right("linear")
def positive_and_negative_parts(z):
    return np.maximum(z, 0) + np.minimum(z, 0)


@wrong(
    "linear",
    pt=(
        "Degrau do perceptron",
        "Você devolveu 0 ou 1, como no perceptron. A ativação do Adaline deixa a soma ponderada como está, e é isso "
        "que permite medir o tamanho do erro e derivar o custo.",
    ),
    en=(
        "The perceptron's step",
        "You returned 0 or 1, as in the perceptron. Adaline's activation leaves the weighted sum as it is, and that is "
        "what makes it possible to measure the size of the error and to take the derivative of the cost.",
    ),
)
def perceptron_step(z):
    return np.where(np.asarray(z) >= 0, 1, 0)


@wrong(
    "linear",
    pt=(
        "Negativos viraram zero",
        "A sua função apaga os valores negativos: é a ReLU, linear só de um lado. A ativação linear trata os dois "
        "lados do mesmo jeito.",
    ),
    en=(
        "Negative numbers became zero",
        "Your function wipes out negative values: it is ReLU, linear on one side only. The linear activation treats "
        "both sides alike.",
    ),
)
def relu(z):
    return np.maximum(0, z)


@wrong(
    "linear",
    pt=(
        "Sigmoide em vez da identidade",
        "A sua resposta fica presa entre 0 e 1. O Adaline prevê números reais de qualquer tamanho, como uma nota ou um "
        "preço, e a sua ativação não comprime nada.",
    ),
    en=(
        "Sigmoid in place of the identity",
        "Your answer is trapped between 0 and 1. Adaline predicts real numbers of any size, such as a grade or a "
        "price, and its activation squeezes nothing.",
    ),
)
def logistic(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


@wrong(
    "linear",
    pt=(
        "Tangente hiperbólica",
        "Perto de zero a tanh parece uma reta, mas depois ela se achata em −1 e 1. Uma função linear cresce sempre no "
        "mesmo ritmo.",
    ),
    en=(
        "Hyperbolic tangent",
        "Near zero tanh looks like a line, but then it flattens at −1 and 1. A linear function always grows at the "
        "same pace.",
    ),
)
def hyperbolic_tangent(z):
    return np.tanh(z)


@wrong(
    "linear",
    pt=(
        "A derivada, não a função",
        "O valor 1 é a inclinação da ativação linear, igual em todo ponto. Aqui se pede a própria função; a derivada "
        "aparece depois, dentro do gradiente.",
    ),
    en=(
        "The derivative, not the function",
        "The value 1 is the slope of the linear activation, the same everywhere. What is asked for here is the "
        "function itself; its derivative comes later, inside the gradient.",
    ),
)
def derivative(z):
    return np.ones_like(z, dtype=float)


@wrong(
    "linear",
    pt=(
        "Valor absoluto",
        "O sinal de z se perdeu. Para o Adaline, −2 e 2 são respostas diferentes, e o erro depende de qual das duas "
        "foi dada.",
    ),
    en=(
        "Absolute value",
        "The sign of z was lost. To Adaline −2 and 2 are different answers, and the error depends on which of them was "
        "given.",
    ),
)
def absolute_value(z):
    return np.abs(z)


@wrong(
    "linear",
    pt=(
        "As casas decimais sumiram",
        "Em algum ponto z virou inteiro, e a parte decimal foi cortada. Os valores devem sair exatamente como "
        "entraram.",
    ),
    en=(
        "The decimals are gone",
        "Somewhere z was turned into an integer, and its decimals were cut off. The values must come out exactly as "
        "they went in.",
    ),
)
def cut_to_integers(z):
    return np.asarray(z).astype(int)


@wrong(
    "linear",
    pt=(
        "Arredondou os valores",
        "Você arredondou z para o inteiro mais próximo. Nada precisa ser arredondado: uma previsão como 7,25 é uma "
        "resposta legítima.",
    ),
    en=(
        "The values were rounded",
        "You rounded z to the nearest integer. Nothing needs rounding: a prediction such as 7.25 is a legitimate "
        "answer.",
    ),
)
def rounded(z):
    return np.round(z)


@wrong(
    "linear",
    pt=(
        "Valores limitados entre −1 e 1",
        "Dentro desse intervalo está certo; fora dele, o valor foi cortado na borda. A ativação linear não tem "
        "limites.",
    ),
    en=(
        "Values limited to between −1 and 1",
        "Inside that interval it is right; outside, the value was cut off at the edge. The linear activation has no "
        "limits.",
    ),
)
def clipped(z):
    return np.clip(z, -1, 1)


@wrong(
    "linear",
    pt=(
        "Dividiu pelo maior valor",
        "Você normalizou z para que o maior tenha tamanho 1. Assim a resposta de um exemplo passa a depender dos "
        "outros, e a escala do alvo se perde.",
    ),
    en=(
        "Divided by the largest value",
        "You normalised z so that the largest has size 1. Then the answer to one example depends on the others, and "
        "the target's scale is lost.",
    ),
)
def normalised(z):
    return z / np.max(np.abs(z))


@wrong(
    "linear",
    pt=(
        "Aceita só um número",
        "Converter z em um único número falha quando ele é um array. A função recebe números e arrays de qualquer "
        "formato.",
    ),
    en=(
        "Accepts a single number only",
        "Turning z into one number fails when it is an array. The function is given numbers and arrays of any shape.",
    ),
)
def single_numbers_only(z):
    return float(z)


@wrong(
    "linear",
    pt=(
        "Formato desfeito",
        "Os números estão todos lá, mas em uma fila só. O que entra como matriz sai como matriz, e um número sozinho "
        "sai como número.",
    ),
    en=(
        "The shape came undone",
        "All the numbers are there, but in single file. What goes in as a matrix comes out as a matrix, and a lone "
        "number as a number.",
    ),
)
def flattened(z):
    return np.ravel(z)
