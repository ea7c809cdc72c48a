"""Answers to step: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("step")
def booleans(z):
    return np.asarray(z) >= 0


@right("step")
def heaviside(z):
    return np.heaviside(z, 1.0)


@right("step")
def one_by_one(z):
    z = np.asarray(z)
    out = np.zeros(z.shape)
    for place, value in np.ndenumerate(z):
        out[place] = 1 if value >= 0 else 0
    return out


@right("step")
def nested_lists(z):
    def decide(v):
        return int(v >= 0) if np.ndim(v) == 0 else [decide(u) for u in v]

    return decide(z)


@right("step")
def from_the_sign(z):
    return np.ceil((np.sign(z) + 1) / 2)


@right("step")
def single_precision(z):
    return np.float32(np.asarray(z) >= 0)


@right("step")
def warns_at_a_square_root(z):
    return np.where(np.isnan(np.sqrt(z)), 0, 1)


@wrong(
    "step",
    pt=(
        "O zero ficou do lado errado",
        "Em z = 0 a sua função responde 0. O degrau já subiu nesse ponto: a definição inclui a igualdade, e é ela que "
        "decide o que acontece com um exemplo bem em cima da reta.",
    ),
    en=(
        "Zero is on the wrong side",
        "At z = 0 your function says 0. The step has already gone up there: the definition includes equality, and that "
        "settles what happens to an example right on the line.",
    ),
)
def zero_on_the_wrong_side(z):
    return np.where(np.asarray(z) > 0, 1, 0)


@wrong(
    "step",
    pt=(
        "Respostas −1 e 1",
        "Você responde −1 onde o curso responde 0. Alguns livros usam −1 e 1, mas aqui os rótulos são 0 e 1, e a regra "
        "de aprendizado conta com isso ao subtrair a previsão do rótulo.",
    ),
    en=(
        "Answers −1 and 1",
        "You say −1 where the course says 0. Some books use −1 and 1, but labels here are 0 and 1, and the learning "
        "rule counts on that when it subtracts the prediction from the label.",
    ),
)
def minus_one_and_one(z):
    return np.where(np.asarray(z) >= 0, 1, -1)


@wrong(
    "step",
    pt=(
        "A função sinal",
        "A sua resposta tem três valores: −1, 0 e 1. Esse é o sinal de z; o degrau tem só dois, e z = 0 conta como "
        "positivo.",
    ),
    en=(
        "The sign function",
        "Your answer has three values: −1, 0 and 1. That is the sign of z; the step has only two, and z = 0 counts as "
        "positive.",
    ),
)
def sign(z):
    return np.sign(z)


@wrong(
    "step",
    pt=(
        "Limiar em 0,5",
        "Você compara z com 0,5, que é onde se corta uma probabilidade. Aqui z é uma soma ponderada, positiva ou "
        "negativa, e quem desloca o limiar é o viés.",
    ),
    en=(
        "Threshold at 0.5",
        "You compare z with 0.5, which is where one cuts a probability. Here z is a weighted sum, positive or "
        "negative, and moving the threshold is the bias's job.",
    ),
)
def threshold_at_one_half(z):
    return np.where(np.asarray(z) >= 0.5, 1, 0)


@wrong(
    "step",
    pt=(
        "Meio degrau em zero",
        "Em z = 0 você responde 0,5. Essa é uma convenção usada em processamento de sinais; um classificador precisa "
        "escolher uma classe, e o curso escolhe a classe 1.",
    ),
    en=(
        "Half a step at zero",
        "At z = 0 you say 0.5. That is a convention of signal processing; a classifier has to choose a class, and the "
        "course chooses class 1.",
    ),
)
def one_half_at_zero(z):
    return np.heaviside(z, 0.5)


@wrong(
    "step",
    pt=(
        "Devolve o próprio z",
        "A soma ponderada saiu como entrou. O degrau transforma qualquer número em uma decisão, 0 ou 1; falta decidir.",
    ),
    en=(
        "Returns z itself",
        "The weighted sum comes out as it went in. The step turns any number into a decision, 0 or 1; the deciding is "
        "missing.",
    ),
)
def leaves_z_as_it_is(z):
    return z


@wrong(
    "step",
    pt=(
        "Só um dos lados foi decidido",
        "Os negativos viram 0, mas os outros continuam com o valor de z: essa é a ReLU. No degrau o tamanho de z não "
        "importa, só o lado em que ele está.",
    ),
    en=(
        "Only one side was decided",
        "Negative numbers become 0, but the others keep the value of z: that is ReLU. To the step the size of z does "
        "not matter, only the side that it is on.",
    ),
)
def relu(z):
    return np.maximum(0, z)


@wrong(
    "step",
    pt=(
        "Sigmoide em vez de degrau",
        "Você calculou uma curva suave entre 0 e 1. O perceptron responde exatamente 0 ou 1; a sigmoide é a ativação "
        "de outro neurônio, que aparece mais adiante no curso.",
    ),
    en=(
        "Sigmoid in place of the step",
        "You computed a smooth curve between 0 and 1. The perceptron answers exactly 0 or 1; the sigmoid belongs to "
        "another neuron, which comes later in the course.",
    ),
)
def smooth_step(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


@wrong(
    "step",
    pt=(
        "Classes trocadas",
        "A sua função responde 1 onde z é negativo e 0 no resto. Confira qual lado da desigualdade corresponde a cada "
        "classe.",
    ),
    en=(
        "Classes swapped",
        "Your function says 1 where z is negative and 0 elsewhere. See which side of the inequality goes with which "
        "class.",
    ),
)
def classes_swapped(z):
    return np.where(np.asarray(z) >= 0, 0, 1)


@wrong(
    "step",
    pt=(
        "Truncou z antes de comparar",
        "Ao virar inteiro, um número como −0,25 perde a parte decimal e se torna 0, que está do outro lado. Compare z "
        "com zero antes de mudar de tipo; só a resposta é que precisa ser inteira.",
    ),
    en=(
        "z was truncated before the comparison",
        "Turned into an integer, a number like −0.25 loses its decimals and becomes 0, which is on the other side. "
        "Compare z with zero before changing types; only the answer needs to be whole.",
    ),
)
def truncates_z(z):
    return np.where(np.asarray(z).astype(int) >= 0, 1, 0)


@wrong(
    "step",
    pt=(
        "Funciona só com um número",
        "Um if comum decide uma vez só. Com um array de um elemento, sai um número no lugar de um array; com vários, "
        "o if não tem como escolher, e o NumPy dá erro. A função precisa decidir elemento por elemento.",
    ),
    en=(
        "Works with a single number only",
        "A plain if decides only once. Given an array of one element, it gives a number instead of an array; given "
        "several, it has no way to choose, and NumPy raises an error. The function has to decide element by element.",
    ),
)
def single_numbers_only(z):
    if z >= 0:
        return 1
    return 0


@wrong(
    "step",
    pt=(
        "Funciona só com uma lista de números",
        "O seu laço percorre a primeira dimensão de z. Um número sozinho não se percorre, e em uma matriz cada volta "
        "traz uma linha inteira; a função precisa aceitar qualquer formato.",
    ),
    en=(
        "Works with a list of numbers only",
        "Your loop runs along the first dimension of z. A single number cannot be looped over, and in a matrix every "
        "turn brings a whole row; the function has to accept any shape.",
    ),
)
def one_dimension_only(z):
    return np.array([1 if value >= 0 else 0 for value in z])


@wrong(
    "step",
    pt=(
        "Uma decisão para o array inteiro",
        "Você juntou todas as entradas em uma única resposta. Cada elemento de z é a soma ponderada de um exemplo "
        "diferente e merece a sua própria decisão.",
    ),
    en=(
        "One decision for the whole array",
        "You merged all entries into a single answer. Each element of z is the weighted sum of a different example and "
        "deserves a decision of its own.",
    ),
)
def one_decision_for_all(z):
    return 1 if np.all(np.asarray(z) >= 0) else 0


@wrong(
    "step",
    pt=(
        "Perdeu o formato de z",
        "Os valores estão certos, mas em fila: uma matriz virou um vetor, e um número virou uma lista de um elemento. "
        "A resposta tem o mesmo formato da entrada.",
    ),
    en=(
        "Lost the shape of z",
        "The values are right, but in single file: a matrix became a vector, and a number became a list of one. The "
        "answer has the same shape as the input.",
    ),
)
def flattened(z):
    return [1 if value >= 0 else 0 for value in np.ravel(z)]


@wrong(
    "step",
    pt=(
        "Escreveu por cima de z",
        "As respostas estão certas, mas o array que você recebeu foi alterado: depois da chamada, quem chamou perdeu "
        "as somas ponderadas. Guarde o resultado em um array novo.",
    ),
    en=(
        "Wrote over z",
        "The answers are right, but the array you were given has been changed: after the call, the caller has lost the "
        "weighted sums. Put the result into a new array.",
    ),
)
def overwrites_z(z):
    z = np.asarray(z)
    negative = z < 0
    z[negative] = 0
    z[~negative] = 1
    return z
