"""Answers to 00_perceptron: right ones in several styles, and the mistakes that students make."""

# Variants are written as students write them.
# ruff: noqa: B006, B905, F811, F841, RET503

import numpy as np

from degrau.authoring.bank import right, wrong


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
        "Com um array, um if comum não tem como escolher: algumas entradas são positivas, outras não, e o NumPy "
        "reclama. A função precisa decidir elemento por elemento.",
    ),
    en=(
        "Works with a single number only",
        "Given an array, a plain if has no way to choose: some entries are positive, some are not, and NumPy "
        "complains. The function has to decide element by element.",
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
        "A sua função olha apenas para a primeira linha de X. São n linhas, cada uma é um exemplo, e cada exemplo "
        "recebe a sua previsão.",
    ),
    en=(
        "The first example only",
        "Your function looks at the first row of X alone. There are n rows, each row is an example, and each example "
        "gets its prediction.",
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
        "Arredondou a soma para inteiro",
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
        "The new array inherited the type of w, and when w is whole the fractions of the correction are cut off. The "
        "weights returned are real numbers, even if the ones you start from are integers.",
    ),
)
def keeps_the_integer_type(w, b, x, y, lr):
    error = y - float(w @ x + b >= 0)
    new_w = np.zeros_like(w)
    for j in range(len(w)):
        new_w[j] = w[j] + lr * error * x[j]
    return new_w, b + lr * error


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
        "Recomeça do zero a cada época",
        "No início de cada época você volta aos pesos de partida, e tudo o que foi aprendido se perde. Uma época "
        "continua de onde a anterior parou.",
    ),
    en=(
        "Starts over in each epoch",
        "At the beginning of each epoch you go back to the starting weights, and all that was learned is lost. An "
        "epoch goes on from where the last one stopped.",
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
        "O seu treino devolve a resposta já no fim da primeira volta do laço, e as outras épocas nunca acontecem. Veja "
        "o recuo da última linha: ele diz se ela está dentro ou fora do laço.",
    ),
    en=(
        "Ended after the first epoch",
        "Your training returns its answer at the end of the first turn of the loop, and the other epochs never happen. "
        "Look at the last line's indentation: it says whether the line is inside the loop or outside.",
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
