"""Answers to predict: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("predict")
def plain_loops(X, w, b):
    classes = []
    for row in X:
        z = b
        for weight, value in zip(w, row):
            z = z + weight * value
        classes.append(1 if z >= 0 else 0)
    return classes


@right("predict")
def einsum(X, w, b):
    return np.einsum("ij,j->i", X, w) + b >= 0


@right("predict")
def bias_as_a_weight(X, w, b):
    with_ones = np.column_stack([X, np.ones(len(X))])
    return (with_ones @ np.append(w, b) >= 0).astype(float)


@right("predict")
def sum_against_the_threshold(X, w, b):
    return np.where(np.sum(X * w, axis=1) >= -b, 1, 0)


@right("predict")
def single_precision(X, w, b):
    z = np.asarray(X, dtype=np.float32) @ np.asarray(w, dtype=np.float32) + np.float32(b)
    return (z >= 0).astype(np.float32)


@right("predict")
def row_by_row(X, w, b):
    return [step(np.dot(row, w) + b) for row in X]


@right("predict")
def column_made_flat(X, w, b):
    return step((np.dot(X, w.reshape(-1, 1)) + b).ravel())


@wrong(
    "predict",
    pt=(
        "Exemplo sobre a reta classificado como 0",
        "Quando w·x + b dá exatamente zero, você responde 0. A reta de decisão pertence à classe 1, porque o degrau "
        "vale 1 em zero.",
    ),
    en=(
        "An example on the line is put in class 0",
        "When w·x + b is exactly zero, you say 0. The decision line belongs to class 1, because the step is 1 at zero.",
    ),
)
def line_in_class_zero(X, w, b):
    return np.where(X @ w + b > 0, 1, 0)


@wrong(
    "predict",
    pt=(
        "O viés ficou de fora",
        "Você somou as entradas com os pesos, mas b não entrou na conta. Sem ele, toda reta de decisão passa pela "
        "origem.",
    ),
    en=(
        "The bias was left out",
        "You added up inputs and weights, but b never entered. Without it every decision line goes through the origin.",
    ),
)
def no_bias(X, w, b):
    return np.where(X @ w >= 0, 1, 0)


@wrong(
    "predict",
    pt=(
        "Viés com o sinal de um limiar",
        "Você comparou a soma com b, como se ele fosse o valor a alcançar. No curso o viés é somado: quanto maior b, "
        "mais fácil a resposta ser 1, e não mais difícil.",
    ),
    en=(
        "The bias has a threshold's sign",
        "You compared the sum with b, as if it were the value to reach. In the course the bias is added: the larger b, "
        "the easier it is to answer 1, not the harder.",
    ),
)
def bias_as_a_threshold(X, w, b):
    return np.where(X @ w - b >= 0, 1, 0)


@wrong(
    "predict",
    pt=(
        "Viés somado uma vez por entrada",
        "Você somou b dentro de cada produto, e com d entradas ele acabou contado d vezes. O viés entra uma única vez "
        "em cada exemplo, depois da soma.",
    ),
    en=(
        "The bias is added once per input",
        "You added b inside each product, so with d inputs it was counted d times. The bias enters once per example, "
        "after the sum.",
    ),
)
def bias_in_every_product(X, w, b):
    return np.where(np.sum(X * w + b, axis=1) >= 0, 1, 0)


@wrong(
    "predict",
    pt=(
        "Resposta em coluna",
        "Os valores estão certos, mas o formato é (n, 1) em vez de (n,). Comparada com os rótulos, uma coluna se "
        "espalha em uma tabela n × n sem dar erro, e as contagens saem absurdas.",
    ),
    en=(
        "The answer is a column",
        "The values are right, but the shape is (n, 1) instead of (n,). Compared with the labels, a column spreads "
        "into an n × n table without any error, and counts come out absurd.",
    ),
)
def answer_in_a_column(X, w, b):
    return np.where(X @ np.reshape(w, (-1, 1)) + b >= 0, 1, 0)


@wrong(
    "predict",
    pt=(
        "Parou antes do degrau",
        "Você devolveu a soma ponderada de cada exemplo. Falta a decisão: passe cada soma pelo degrau que você "
        "escreveu no exercício anterior.",
    ),
    en=(
        "Stopped before the step",
        "You returned the weighted sum of each example. The decision is missing: send each sum through the step that "
        "you wrote in the previous exercise.",
    ),
)
def weighted_sums(X, w, b):
    return X @ w + b


@wrong(
    "predict",
    pt=(
        "Classes −1 e 1",
        "As duas classes têm os rótulos 0 e 1 em y, e a sua previsão usa −1 para a primeira. Uma previsão só pode ser "
        "comparada com um rótulo escrito do mesmo jeito.",
    ),
    en=(
        "Classes −1 and 1",
        "In y the two classes are labelled 0 and 1, and your prediction uses −1 for the first. A prediction can only "
        "be compared with a label that is written the same way.",
    ),
)
def classes_minus_one_and_one(X, w, b):
    return np.where(X @ w + b >= 0, 1, -1)


@wrong(
    "predict",
    pt=(
        "Só o primeiro exemplo",
        "A sua função olha apenas para a primeira linha de X. São n linhas, e cada uma é um exemplo que recebe a sua "
        "previsão. Se você usou um laço, veja se o return não ficou dentro dele.",
    ),
    en=(
        "The first example only",
        "Your function looks at the first row of X alone. There are n rows, and each is an example that gets its "
        "prediction. If you wrote a loop, see whether the return was left inside it.",
    ),
)
def first_row_only(X, w, b):
    return 1 if X[0] @ w + b >= 0 else 0


@wrong(
    "predict",
    pt=(
        "X transposta sem necessidade",
        "As linhas de X já são os exemplos, e cada linha tem tantos números quanto w. Transposta, a matriz só combina "
        "com w quando há tantos exemplos quanto entradas, e mesmo aí mistura exemplos diferentes.",
    ),
    en=(
        "X is transposed for no reason",
        "The rows of X are the examples already, and each row has as many numbers as w. Transposed, the matrix fits w "
        "only when there are as many examples as inputs, and even then it mixes different examples.",
    ),
)
def transposed(X, w, b):
    return np.where(X.T @ w + b >= 0, 1, 0)


@wrong(
    "predict",
    pt=(
        "Somou na direção errada",
        "Você somou de cima para baixo, ao longo dos exemplos, e ficou com um número para cada entrada. A soma de um "
        "exemplo percorre a linha dele, entrada por entrada.",
    ),
    en=(
        "Summed in the wrong direction",
        "You summed downwards, along the examples, and got one number for each input. The sum of an example runs along "
        "its row, input by input.",
    ),
)
def sums_over_the_examples(X, w, b):
    return np.where(np.sum(X * w, axis=0) + b >= 0, 1, 0)


@wrong(
    "predict",
    pt=(
        "Somou todos os exemplos juntos",
        "Sem dizer em que eixo somar, o NumPy soma a tabela inteira, e os n exemplos viram um número só. Cada linha "
        "precisa da sua própria soma.",
    ),
    en=(
        "All examples summed together",
        "Unless it is told the axis, NumPy sums the whole table, and the n examples become one number. Each row needs "
        "a sum of its own.",
    ),
)
def sums_everything(X, w, b):
    return 1 if np.sum(X * w) + b >= 0 else 0


@wrong(
    "predict",
    pt=(
        "A posição da maior parcela",
        "Você devolveu o índice da parcela que mais contribui, e isso escolhe uma entrada, não uma classe. Com um "
        "neurônio só, a classe vem do lado da reta em que o exemplo está.",
    ),
    en=(
        "The position of the largest term",
        "You returned the index of the term that contributes most, and that picks an input, not a class. With a single "
        "neuron the class comes from the side of the line that the example is on.",
    ),
)
def position_of_the_largest(X, w, b):
    return np.argmax(X * w + b, axis=1)


@wrong(
    "predict",
    pt=(
        "A soma foi cortada para inteiro",
        "Cortar a parte decimal leva toda soma entre −1 e 0 para o zero, e esses exemplos trocam de classe. A decisão "
        "se toma com a soma exata.",
    ),
    en=(
        "The sum was cut to an integer",
        "Cutting off the decimals takes every sum between −1 and 0 to zero, and those examples change class. The "
        "decision is made on the exact sum.",
    ),
)
def sums_cut_to_integers(X, w, b):
    return np.where((X @ w + b).astype(int) >= 0, 1, 0)


@wrong(
    "predict",
    pt=(
        "Array de zeros nunca preenchido",
        "A sua resposta é 0 para todos, quaisquer que sejam os pesos. O array foi criado, mas as previsões não foram "
        "escritas nele; veja se o laço grava em uma variável que depois se perde.",
    ),
    en=(
        "An array of zeros, never filled",
        "Your answer is 0 for everyone, whatever the weights are. The array was made, but the predictions were not "
        "written into it; see whether the loop stores them in a variable that is then lost.",
    ),
)
def zeros_never_filled(X, w, b):
    classes = np.zeros(len(X))
    for row, answer in zip(X, classes):
        answer = 1 if row @ w + b >= 0 else 0
    return classes
