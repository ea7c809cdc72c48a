"""Answers to binary_step: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("binary_step")
def booleans(x):
    return np.asarray(x) >= 0


@right("binary_step")
def heaviside(x):
    return np.heaviside(x, 1.0)


@right("binary_step")
def one_minus_the_negatives(x):
    return 1 - np.less(x, 0).astype(int)


@right("binary_step")
def nested_lists(x):
    def decide(v):
        return int(v >= 0) if np.ndim(v) == 0 else [decide(u) for u in v]

    return decide(x)


@right("binary_step")
def one_by_one(x):
    x = np.asarray(x)
    out = np.zeros(x.shape)
    for place, value in np.ndenumerate(x):
        out[place] = 1 if value >= 0 else 0
    return out


@right("binary_step")
def from_the_sign(x):
    return np.ceil((np.sign(x) + 1) / 2)


@right("binary_step")
def single_precision(x):
    return np.float32(np.asarray(x) >= 0)


@wrong(
    "binary_step",
    pt=(
        "O zero ficou do lado errado",
        "Em x = 0 a sua função responde 0. O degrau já subiu nesse ponto: a definição inclui a igualdade.",
    ),
    en=(
        "Zero is on the wrong side",
        "At x = 0 your function says 0. The step has already gone up there: the definition includes equality.",
    ),
)
def zero_on_the_wrong_side(x):
    return np.where(np.asarray(x) > 0, 1, 0)


@wrong(
    "binary_step",
    pt=(
        "O zero negativo ficou de fora",
        "Você olhou para o sinal gravado no número, e o computador guarda dois zeros, 0 e −0, com sinais diferentes. "
        "Os dois são iguais a zero, e o degrau vale 1 em ambos.",
    ),
    en=(
        "Negative zero was left out",
        "You looked at the sign stored with the number, and the computer keeps two zeros, 0 and −0, of different "
        "signs. Both equal zero, and the step is 1 at either.",
    ),
)
def negative_zero_left_out(x):
    return np.where(np.signbit(x), 0, 1)


@wrong(
    "binary_step",
    pt=(
        "Quase zero tomado por zero",
        "Você aceita como zero tudo o que está muito perto dele, e um x negativo minúsculo recebe 1. O degrau não tem "
        "tolerância: abaixo de zero, por pouco que seja, ele vale 0.",
    ),
    en=(
        "Almost zero taken for zero",
        "You take for zero all that is very near it, and a minute negative x gets 1. The step has no tolerance: below "
        "zero, however little, it is 0.",
    ),
)
def tolerance_around_zero(x):
    return np.where((np.asarray(x) > 0) | np.isclose(x, 0), 1, 0)


@wrong(
    "binary_step",
    pt=(
        "Respostas −1 e 1",
        "Você responde −1 onde o curso responde 0. Alguns livros usam o degrau bipolar, de −1 a 1; o binário vai de 0 "
        "a 1.",
    ),
    en=(
        "Answers −1 and 1",
        "You say −1 where the course says 0. Some books use the bipolar step, from −1 to 1; the binary one goes from 0 "
        "to 1.",
    ),
)
def minus_one_and_one(x):
    return np.where(np.asarray(x) >= 0, 1, -1)


@wrong(
    "binary_step",
    pt=(
        "A função sinal",
        "A sua resposta tem três valores: −1, 0 e 1. Esse é o sinal de x; o degrau binário tem só dois, e x = 0 fica "
        "com o de cima.",
    ),
    en=(
        "The sign function",
        "Your answer has three values: −1, 0 and 1. That is the sign of x; the binary step has only two, and x = 0 "
        "gets the upper one.",
    ),
)
def sign(x):
    return np.sign(x)


@wrong(
    "binary_step",
    pt=(
        "Meio degrau em zero",
        "Em x = 0 você responde 0,5. Essa convenção existe em processamento de sinais; aqui a saída é sempre 0 ou 1, e "
        "em zero ela é 1.",
    ),
    en=(
        "Half a step at zero",
        "At x = 0 you say 0.5. That convention exists in signal processing; here the output is always 0 or 1, and at "
        "zero it is 1.",
    ),
)
def one_half_at_zero(x):
    return np.heaviside(x, 0.5)


@wrong(
    "binary_step",
    pt=(
        "Limiar em 0,5",
        "Você compara x com 0,5, que é onde se corta uma probabilidade. O degrau sobe em x = 0.",
    ),
    en=(
        "Threshold at 0.5",
        "You compare x with 0.5, which is where one cuts a probability. The step goes up at x = 0.",
    ),
)
def threshold_at_one_half(x):
    return np.where(np.asarray(x) >= 0.5, 1, 0)


@wrong(
    "binary_step",
    pt=(
        "Decidiu pela saída da logística",
        "Arredondar a logística, ou compará-la com 0,5, parece dar um degrau, mas em x = 0 ela vale exatamente 0,5, "
        "que se arredonda para 0 e não é maior que 0,5. O zero, e todo x minúsculo que a logística já não distingue "
        "dele, cai do lado errado.",
    ),
    en=(
        "Decided by the output of the logistic",
        "Rounding the logistic, or comparing it with 0.5, seems to give a step, but at x = 0 it is exactly 0.5, which "
        "rounds to 0 and is not above 0.5. Zero, and every minute x that the logistic no longer tells from it, falls "
        "on the wrong side.",
    ),
)
def rounded_logistic(x):
    return np.round(logistic(x))


@wrong(
    "binary_step",
    pt=(
        "Sinal por divisão",
        "Dividir x pelo seu valor absoluto dá o sinal, mas em x = 0 é zero sobre zero. Uma comparação responde em "
        "todos os pontos, sem conta nenhuma.",
    ),
    en=(
        "The sign by division",
        "Dividing x by its absolute value gives the sign, but at x = 0 that is zero over zero. A comparison answers "
        "at every point, with no arithmetic at all.",
    ),
)
def sign_by_division(x):
    x = np.asarray(x)
    return (x / np.abs(x) + 1) / 2


@wrong(
    "binary_step",
    pt=(
        "Curva suave no lugar do degrau",
        "Você calculou a logística, que sobe aos poucos entre 0 e 1. O degrau salta de uma vez e responde exatamente 0 "
        "ou 1.",
    ),
    en=(
        "A smooth curve in place of the step",
        "You computed the logistic, which goes up little by little between 0 and 1. The step jumps at once and says "
        "exactly 0 or 1.",
    ),
)
def smooth_step(x):
    return logistic(x)


@wrong(
    "binary_step",
    pt=(
        "Só um dos lados foi decidido",
        "Os negativos viram 0, mas os outros continuam com o valor de x: essa é a ReLU. No degrau o tamanho de x não "
        "importa, só o lado em que ele está.",
    ),
    en=(
        "Only one side was decided",
        "Negative numbers become 0, but the others keep the value of x: that is ReLU. To the step the size of x does "
        "not matter, only the side that it is on.",
    ),
)
def relu_instead(x):
    return np.maximum(0, x)


@wrong(
    "binary_step",
    pt=(
        "Lados trocados",
        "A sua função responde 1 onde x é negativo e 0 no resto. Confira qual lado da desigualdade corresponde a cada "
        "valor.",
    ),
    en=(
        "Sides swapped",
        "Your function says 1 where x is negative and 0 elsewhere. See which side of the inequality goes with which "
        "value.",
    ),
)
def sides_swapped(x):
    return np.where(np.asarray(x) >= 0, 0, 1)


@wrong(
    "binary_step",
    pt=(
        "Truncou x antes de comparar",
        "Sem a parte decimal, um número como −0,25 se torna 0, que está do outro lado. Compare x como ele veio.",
    ),
    en=(
        "x was truncated before the comparison",
        "Without its decimals, a number like −0.25 becomes 0, which is on the other side. Compare x as it comes.",
    ),
)
def truncates_x(x):
    return np.where(np.asarray(x).astype(int) >= 0, 1, 0)


@wrong(
    "binary_step",
    pt=(
        "Uma decisão para o array inteiro",
        "Você juntou todas as entradas em uma única resposta. Uma ativação decide em cada elemento por si.",
    ),
    en=(
        "One decision for the whole array",
        "You merged all entries into a single answer. An activation decides for every element by itself.",
    ),
)
def one_decision_for_all(x):
    return 1 if np.all(np.asarray(x) >= 0) else 0


@wrong(
    "binary_step",
    pt=(
        "Funciona só com um número",
        "Um if comum escolhe uma vez só: um array de um elemento vira um número, e com mais elementos o NumPy reclama. "
        "A função precisa decidir elemento por elemento.",
    ),
    en=(
        "Works with a single number only",
        "A plain if chooses only once: an array of one element becomes a number, and with more elements NumPy "
        "complains. The function has to decide element by element.",
    ),
)
def single_numbers_only(x):
    if x >= 0:
        return 1
    return 0


@wrong(
    "binary_step",
    pt=(
        "Não aceita um número sozinho",
        "Se o erro acima fala em iterar, len ou subscriptable, você trata x como se fosse sempre uma lista: um número "
        "sozinho não se percorre nem tem índice. A função precisa aceitar qualquer formato; em uma matriz, cada volta "
        "de um laço traz uma linha inteira.",
    ),
    en=(
        "Does not accept a single number",
        "If the error above speaks of iterating, len or subscriptable, you treat x as though it were always a list: a "
        "single number cannot be looped over and has no index. The function has to accept any shape; in a matrix, "
        "every turn of a loop brings a whole row.",
    ),
)
def one_dimension_only(x):
    return np.array([1 if value >= 0 else 0 for value in x])


@wrong(
    "binary_step",
    pt=(
        "Perdeu o formato de x",
        "Os valores estão certos, mas em fila: uma matriz virou um vetor, e um número virou uma lista de um elemento. "
        "A resposta tem o mesmo formato da entrada.",
    ),
    en=(
        "Lost the shape of x",
        "The values are right, but in single file: a matrix became a vector, and a number became a list of one. The "
        "answer has the same shape as the input.",
    ),
)
def flattened(x):
    return [1 if value >= 0 else 0 for value in np.ravel(x)]


@wrong(
    "binary_step",
    pt=(
        "Escreveu por cima de x",
        "As respostas estão certas, mas o array que você recebeu foi alterado: depois da chamada, quem chamou perdeu "
        "os valores de x. np.asarray não garante uma cópia; guarde o resultado em um array novo.",
    ),
    en=(
        "Wrote over x",
        "The answers are right, but the array you were given has been changed: after the call, the caller has lost the "
        "values of x. np.asarray does not promise a copy; put the result into a new array.",
    ),
)
def overwrites_x(x):
    x = np.asarray(x)
    negative = x < 0
    x[negative] = 0
    x[~negative] = 1
    return x
