"""Answers to 01_adaline: right ones in several styles, and the mistakes that students make."""

# Variants are written as students write them.
# ruff: noqa: B006, B905, F811, RET503

import numpy as np

from degrau.authoring.bank import right, wrong


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


@right("adaline_output")
def plain_loops(X, w, b):
    outputs = []
    for row in X:
        z = b
        for weight, value in zip(w, row):
            z = z + weight * value
        outputs.append(z)
    return outputs


@right("adaline_output")
def einsum(X, w, b):
    return np.einsum("ij,j->i", X, w) + b


@right("adaline_output")
def bias_as_a_weight(X, w, b):
    return np.column_stack([X, np.ones(len(X))]) @ np.append(w, b)


@right("adaline_output")
def single_precision(X, w, b):
    return np.asarray(X, dtype=np.float32) @ np.asarray(w, dtype=np.float32) + np.float32(b)


@right("adaline_output")
def products_and_sums(X, w, b):
    return b + (X * w).sum(axis=1)


@right("adaline_output")
def row_by_row(X, w, b):
    return [linear(np.dot(row, w) + b) for row in X]


@right("adaline_output")
def column_made_flat(X, w, b):
    return np.squeeze(np.dot(X, w[:, None]) + b, axis=1)


@wrong(
    "adaline_output",
    pt=(
        "A saída passou pelo degrau",
        "Você respondeu 0 ou 1. O Adaline responde com a própria soma ponderada; um degrau, se houver, vem só depois "
        "do treino, para classificar.",
    ),
    en=(
        "The output went through the step",
        "You answered 0 or 1. Adaline answers with the weighted sum itself; a step, if there is one, comes only after "
        "training, to classify.",
    ),
)
def thresholded(X, w, b):
    return np.where(X @ w + b >= 0, 1, 0)


@wrong(
    "adaline_output",
    pt=(
        "Faltou somar o viés",
        "A sua reta passa sempre pela origem, porque b não entrou na conta. É ele que diz quanto vale a resposta "
        "quando todas as entradas são zero.",
    ),
    en=(
        "The bias was not added",
        "Your line always goes through the origin, because b never entered. It is b that says what the answer is when "
        "all inputs are zero.",
    ),
)
def no_bias(X, w, b):
    return X @ w


@wrong(
    "adaline_output",
    pt=(
        "O viés foi subtraído",
        "Você tirou b da soma, como se ele fosse um limiar. O viés do curso entra com sinal de mais.",
    ),
    en=(
        "The bias was subtracted",
        "You took b away from the sum, as if it were a threshold. The course's bias comes with a plus sign.",
    ),
)
def bias_subtracted(X, w, b):
    return X @ w - b


@wrong(
    "adaline_output",
    pt=(
        "Viés contado duas vezes",
        "A sua resposta tem um b a mais. Veja se ele não entrou como peso de uma coluna de uns e de novo no fim.",
    ),
    en=(
        "The bias is counted twice",
        "Your answer has one b too many. See whether it came in as the weight of a column of ones and again at the "
        "end.",
    ),
)
def bias_twice(X, w, b):
    return np.column_stack([X, np.ones(len(X))]) @ np.append(w, b) + b


@wrong(
    "adaline_output",
    pt=(
        "Um viés para cada entrada",
        "Você somou b a cada produto antes de somar os produtos, e ele acabou multiplicado pelo número de entradas. Há "
        "um só viés por neurônio.",
    ),
    en=(
        "One bias for each input",
        "You added b to each product before adding up the products, so it ended up multiplied by the number of inputs. "
        "A neuron has a single bias.",
    ),
)
def bias_in_every_product(X, w, b):
    return np.sum(X * w + b, axis=1)


@wrong(
    "adaline_output",
    pt=(
        "Saída em coluna",
        "Os números estão certos, mas o formato é (n, 1) em vez de (n,). Subtraída de y, uma coluna gera uma tabela n "
        "× n, e o custo sai enorme sem nenhum aviso.",
    ),
    en=(
        "The output is a column",
        "The numbers are right, but the shape is (n, 1) instead of (n,). Subtracted from y, a column makes an n × n "
        "table, and the cost comes out huge without any warning.",
    ),
)
def output_in_a_column(X, w, b):
    return X @ np.reshape(w, (-1, 1)) + b


@wrong(
    "adaline_output",
    pt=(
        "X foi transposta",
        "Cada linha de X já é um exemplo com tantos números quanto w. A transposta troca exemplos por entradas, e o "
        "produto só existe quando há o mesmo número dos dois.",
    ),
    en=(
        "X was transposed",
        "Each row of X is an example already, with as many numbers as w. The transpose swaps examples and inputs, and "
        "the product exists only when there are as many of one as of the other.",
    ),
)
def transposed(X, w, b):
    return X.T @ w + b


@wrong(
    "adaline_output",
    pt=(
        "Respondeu só ao primeiro exemplo",
        "A sua função usa a primeira linha de X e esquece as outras. A resposta tem um número para cada linha.",
    ),
    en=(
        "Answered the first example only",
        "Your function uses the first row of X and forgets the rest. The answer has one number for each row.",
    ),
)
def first_row_only(X, w, b):
    return X[0] @ w + b


@wrong(
    "adaline_output",
    pt=(
        "Os produtos não foram somados",
        "Você multiplicou cada entrada pelo seu peso e parou aí: ficou uma tabela (n, d). Falta juntar, em cada linha, "
        "as parcelas em um número.",
    ),
    en=(
        "The products were not added up",
        "You multiplied each input by its weight and stopped there: what you have is an (n, d) table. The terms of "
        "each row still have to become one number.",
    ),
)
def products_not_summed(X, w, b):
    return X * w + b


@wrong(
    "adaline_output",
    pt=(
        "Soma na vertical",
        "Você somou cada coluna, juntando exemplos diferentes, e a resposta tem d números. A soma ponderada corre ao "
        "longo de cada linha.",
    ),
    en=(
        "A vertical sum",
        "You summed each column, putting different examples together, so the answer has d numbers. The weighted sum "
        "runs along each row.",
    ),
)
def sums_over_the_examples(X, w, b):
    return np.sum(X * w, axis=0) + b


@wrong(
    "adaline_output",
    pt=(
        "Um número para todos os exemplos",
        "A soma percorreu a tabela inteira, e n respostas viraram uma. Diga ao NumPy em que eixo somar.",
    ),
    en=(
        "One number for all the examples",
        "The sum ran over the whole table, and n answers became one. Tell NumPy along which axis to sum.",
    ),
)
def sums_everything(X, w, b):
    return np.sum(X * w) + b


@wrong(
    "adaline_output",
    pt=(
        "Média em vez de soma",
        "Você dividiu a soma ponderada pelo número de entradas. O neurônio soma; se uma média for melhor, os próprios "
        "pesos aprendem a ser menores.",
    ),
    en=(
        "A mean in place of the sum",
        "You divided the weighted sum by the number of inputs. The neuron adds up; if a mean is better, the weights "
        "themselves learn to be smaller.",
    ),
)
def mean_of_the_products(X, w, b):
    return np.mean(X * w, axis=1) + b


@wrong(
    "adaline_output",
    pt=(
        "Saída cortada para inteiros",
        "O array de respostas herdou o tipo de X, e com entradas inteiras as frações se perdem. A saída é sempre um "
        "número real.",
    ),
    en=(
        "The output was cut to integers",
        "The array of answers inherited the type of X, and with integer inputs the fractions are lost. The output is "
        "always a real number.",
    ),
)
def keeps_the_integer_type(X, w, b):
    out = np.zeros(len(X), dtype=X.dtype)
    for i in range(len(X)):
        out[i] = np.dot(X[i], w) + b
    return out


@wrong(
    "adaline_output",
    pt=(
        "Multiplicou dentro da própria X",
        "O resultado está certo, mas os dados de quem chamou foram multiplicados pelos pesos e não são mais os mesmos. "
        "Ponha os produtos em um array novo.",
    ),
    en=(
        "Multiplied inside X itself",
        "The result is right, but the caller's data have been multiplied by the weights and are no longer what they "
        "were. Put the products into a new array.",
    ),
)
def changes_X_in_place(X, w, b):
    X *= w
    return X.sum(axis=1) + b


@right("adaline_cost")
def plain_loops(X, y, w, b):
    total = 0.0
    for row, target in zip(X, y):
        z = b
        for weight, value in zip(w, row):
            z = z + weight * value
        total += (target - z) ** 2
    return total / 2


@right("adaline_cost")
def dot_product(X, y, w, b):
    error = X @ w + b - y
    return 0.5 * np.dot(error, error)


@right("adaline_cost")
def norm(X, y, w, b):
    return np.linalg.norm(y - adaline_output(X, w, b)) ** 2 / 2


@right("adaline_cost")
def single_precision(X, y, w, b):
    X, y, w = (np.asarray(array, dtype=np.float32) for array in (X, y, w))
    return np.float32(0.5) * np.sum((y - (X @ w + np.float32(b))) ** 2)


@right("adaline_cost")
def mean_times_n(X, y, w, b):
    return np.mean((y - X @ w - b) ** 2) * len(y) / 2


@right("adaline_cost")
def zero_dimensional_array(X, y, w, b):
    error = np.column_stack([X, np.ones(len(X)), y]) @ np.concatenate([w, [b, -1.0]])
    return np.array(np.einsum("i,i->", error, error) / 2)


@right("adaline_cost")
def warns_about_a_large_error(X, y, w, b):
    import warnings

    errors = [target - output for target, output in zip(y, adaline_output(X, w, b))]
    if max(abs(error) for error in errors) > 1:
        warnings.warn("erro grande · large error", stacklevel=1)
    return sum(error**2 for error in errors) / 2


@wrong(
    "adaline_cost",
    pt=(
        "Esqueceu a metade",
        "O seu custo é o dobro do pedido. O fator ½ está na definição para cancelar o 2 que aparece ao derivar o "
        "quadrado.",
    ),
    en=(
        "The half was forgotten",
        "Your cost is twice what is asked for. The factor ½ is in the definition to cancel the 2 that comes from the "
        "derivative of the square.",
    ),
)
def no_half(X, y, w, b):
    return np.sum((y - (X @ w + b)) ** 2)


@wrong(
    "adaline_cost",
    pt=(
        "Erro quadrático médio",
        "Você tirou a média dos quadrados. O custo deste notebook é metade da soma: ele cresce com o número de "
        "exemplos, e o gradiente também.",
    ),
    en=(
        "Mean squared error",
        "You took the mean of the squares. The cost in this notebook is half the sum: it grows with the number of "
        "examples, and so does its gradient.",
    ),
)
def mean_squared_error(X, y, w, b):
    return np.mean((y - (X @ w + b)) ** 2)


@wrong(
    "adaline_cost",
    pt=(
        "Metade da média",
        "A metade está certa, mas você dividiu também pelo número de exemplos. Muitos livros fazem assim; o custo dos "
        "slides e deste curso é uma soma.",
    ),
    en=(
        "Half the mean",
        "The half is right, but you divided by the number of examples as well. Many books do so; the cost on the "
        "slides and in this course is a sum.",
    ),
)
def half_the_mean(X, y, w, b):
    return np.mean((y - (X @ w + b)) ** 2) / 2


@wrong(
    "adaline_cost",
    pt=(
        "Erro absoluto",
        "Você somou o tamanho dos erros sem elevar ao quadrado. O quadrado é o que pune mais os erros grandes e dá uma "
        "derivada suave em zero.",
    ),
    en=(
        "Absolute error",
        "You added up the sizes of the errors without squaring them. The square is what punishes large errors more and "
        "gives a smooth derivative at zero.",
    ),
)
def absolute_error(X, y, w, b):
    return np.sum(np.abs(y - (X @ w + b))) / 2


@wrong(
    "adaline_cost",
    pt=(
        "Erros somados antes do quadrado",
        "Você elevou ao quadrado a soma dos erros, e nela um erro de +3 e outro de −3 se anulam. Cada erro vai ao "
        "quadrado sozinho, e só então se soma.",
    ),
    en=(
        "Errors added before squaring",
        "You squared the sum of the errors, in which an error of +3 and one of −3 cancel. Each error is squared by "
        "itself, and only then are they added.",
    ),
)
def square_of_the_sum(X, y, w, b):
    return np.sum(y - (X @ w + b)) ** 2 / 2


@wrong(
    "adaline_cost",
    pt=(
        "Soma dos erros, sem quadrado",
        "Faltou o quadrado: erros para cima e para baixo se compensam, e o custo pode até ficar negativo.",
    ),
    en=(
        "Sum of the errors, no square",
        "The square is missing: errors upwards and downwards make up for each other, and the cost can even be "
        "negative.",
    ),
)
def sum_of_errors(X, y, w, b):
    return np.sum(y - (X @ w + b)) / 2


@wrong(
    "adaline_cost",
    pt=(
        "Raiz da soma dos quadrados",
        "Você devolveu o comprimento do vetor de erros. O custo é metade do quadrado desse comprimento, sem a raiz.",
    ),
    en=(
        "Root of the sum of squares",
        "You returned the length of the vector of errors. The cost is half the square of that length, with no root.",
    ),
)
def length_of_the_error(X, y, w, b):
    return np.sqrt(np.sum((y - (X @ w + b)) ** 2))


@wrong(
    "adaline_cost",
    pt=(
        "Um custo para cada exemplo",
        "Você calculou a parcela de cada exemplo, mas não as somou. O custo é um único número para o conjunto todo.",
    ),
    en=(
        "One cost for each example",
        "You computed the share of each example but did not add them up. The cost is a single number for the whole "
        "set.",
    ),
)
def cost_of_each_example(X, y, w, b):
    return (y - (X @ w + b)) ** 2 / 2


@wrong(
    "adaline_cost",
    pt=(
        "Todas as respostas contra todos os alvos",
        "Uma coluna menos uma linha vira uma tabela n × n, e você somou n² diferenças em vez de n. Cada resposta se "
        "compara só com o alvo do seu exemplo: os dois vetores têm formato (n,).",
    ),
    en=(
        "Every answer against every target",
        "A column minus a row becomes an n × n table, and you added up n² differences instead of n. Each answer is "
        "compared with its own example's target alone: both vectors have shape (n,).",
    ),
)
def every_answer_against_every_target(X, y, w, b):
    return np.sum((y.reshape(-1, 1) - (X @ w + b)) ** 2) / 2


@wrong(
    "adaline_cost",
    pt=(
        "Erro medido depois do degrau",
        "Você comparou o alvo com uma decisão 0 ou 1. O Adaline mede o erro na saída linear, antes de qualquer "
        "decisão; só assim o custo diz o quanto se errou.",
    ),
    en=(
        "The error is measured after the step",
        "You compared the target with a decision, 0 or 1. Adaline measures the error at its linear output, before any "
        "decision; only then does the cost say by how much it was wrong.",
    ),
)
def error_after_the_step(X, y, w, b):
    return np.sum((y - np.where(X @ w + b >= 0, 1, 0)) ** 2) / 2


@wrong(
    "adaline_cost",
    pt=(
        "Custo de um neurônio sem viés",
        "A resposta que entrou no seu custo é só a soma dos produtos. Falta b em cada uma, e o erro de todos os "
        "exemplos sai deslocado.",
    ),
    en=(
        "The cost of a neuron without bias",
        "The answer that went into your cost is the sum of products alone. Each one lacks b, and the error of every "
        "example comes out shifted.",
    ),
)
def no_bias(X, y, w, b):
    return np.sum((y - X @ w) ** 2) / 2


@wrong(
    "adaline_cost",
    pt=(
        "Parou no primeiro exemplo",
        "A sua função devolve o custo logo na primeira volta do laço. Deixe a soma percorrer todas as linhas antes de "
        "devolver.",
    ),
    en=(
        "Stopped at the first example",
        "Your function returns the cost in the very first turn of the loop. Let the sum go through all the rows before "
        "returning.",
    ),
)
def first_example_only(X, y, w, b):
    total = 0.0
    for row, target in zip(X, y):
        total += (target - (row @ w + b)) ** 2
        return total / 2


@wrong(
    "adaline_cost",
    pt=(
        "Divisão inteira",
        "A metade foi calculada com a divisão inteira, que joga fora a fração. O custo é um número real.",
    ),
    en=(
        "Integer division",
        "The half was taken with integer division, which throws the fraction away. The cost is a real number.",
    ),
)
def integer_division(X, y, w, b):
    return np.sum((y - (X @ w + b)) ** 2) // 2


@wrong(
    "adaline_cost",
    pt=(
        "Custo com sinal de menos",
        "O seu custo é negativo e diminui quando o erro aumenta. Um custo é zero quando tudo está certo e cresce a "
        "partir daí.",
    ),
    en=(
        "A cost with a minus sign",
        "Your cost is negative and goes down as the error goes up. A cost is zero when all is right and grows from "
        "there.",
    ),
)
def negative_cost(X, y, w, b):
    return -np.sum((y - (X @ w + b)) ** 2) / 2


@right("adaline_gradient")
def plain_loops(X, y, w, b):
    dw, db = [0.0] * len(w), 0.0
    for row, target in zip(X, y):
        z = b
        for weight, value in zip(w, row):
            z = z + weight * value
        for j, value in enumerate(row):
            dw[j] += (z - target) * value
        db += z - target
    return dw, db


@right("adaline_gradient")
def einsum(X, y, w, b):
    error = np.einsum("ij,j->i", X, w) + b - y
    return np.einsum("i,ij->j", error, X), np.einsum("i->", error)


@right("adaline_gradient")
def bias_as_a_weight(X, y, w, b):
    inputs = np.column_stack([X, np.ones(len(X))])
    gradient = inputs.T @ (inputs @ np.append(w, b) - y)
    return gradient[:-1], gradient[-1]


@right("adaline_gradient")
def single_precision(X, y, w, b):
    X, y, w = (np.asarray(array, dtype=np.float32) for array in (X, y, w))
    error = X @ w + np.float32(b) - y
    return error @ X, error.sum()


@right("adaline_gradient")
def pair_in_a_list(X, y, w, b):
    error = adaline_output(X, w, b) - y
    return [np.dot(error, X), np.array(np.sum(error))]


@right("adaline_gradient")
def one_example_after_the_other(X, y, w, b):
    dw, db = np.zeros(len(w)), 0.0
    for row, target in zip(X, y):
        error = target - (np.dot(row, w) + b)
        dw -= error * row
        db -= error
    return dw, db


@right("adaline_gradient")
def rows_times_errors(X, y, w, b):
    error = np.sum(X * w, axis=1) + b - y
    return (error[:, None] * X).sum(axis=0), error.sum()


@wrong(
    "adaline_gradient",
    erratum="E2",
    pt=(
        "Faltou um menos na derivação",
        "O seu gradiente aponta para onde o custo diminui. Na derivação dos slides A um sinal de menos some no meio do "
        "caminho: a previsão entra no erro subtraída, e derivar isso traz um menos. O gradiente aponta para onde o "
        "custo cresce.",
    ),
    en=(
        "A minus is missing from the derivation",
        "Your gradient points to where the cost goes down. In the derivation on slides A a minus sign vanishes on the "
        "way: the prediction is subtracted in the error, and its derivative brings a minus. The gradient points to "
        "where the cost grows.",
    ),
)
def minus_lost_in_the_derivation(X, y, w, b):
    error = y - (X @ w + b)
    return X.T @ error, np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "O dobro do gradiente",
        "O 2 do quadrado continua na sua resposta. O custo tem um ½ na frente, e os dois se cancelam.",
    ),
    en=(
        "Twice the gradient",
        "The 2 of the square is still in your answer. The cost has a ½ in front, and the two cancel.",
    ),
)
def twice_the_gradient(X, y, w, b):
    error = X @ w + b - y
    return 2 * X.T @ error, 2 * np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Gradiente da média",
        "Você dividiu por n, e esse é o gradiente de outro custo, o médio. O custo do Adaline é uma soma sobre os "
        "exemplos, e o gradiente dele também.",
    ),
    en=(
        "Gradient of the mean",
        "You divided by n, and that is the gradient of another cost, the mean. Adaline's cost is a sum over the "
        "examples, and so is its gradient.",
    ),
)
def gradient_of_the_mean(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error / len(y), np.mean(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Média só no viés",
        "Para os pesos você somou, para o viés tirou a média. As duas derivadas são do mesmo custo e seguem a mesma "
        "regra.",
    ),
    en=(
        "A mean for the bias only",
        "For the weights you summed, for the bias you took a mean. Both derivatives are of the same cost and follow "
        "the same rule.",
    ),
)
def mean_for_the_bias(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error, np.mean(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Viés com um número por exemplo",
        "Em db você devolveu o erro de cada exemplo. O mesmo b participa de todas as respostas, e por isso as "
        "contribuições se somam em um número.",
    ),
    en=(
        "The bias has a number for each example",
        "As db you returned the error of each example. The same b takes part in all answers, and so its contributions "
        "add up to one number.",
    ),
)
def bias_not_summed(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error, error


@wrong(
    "adaline_gradient",
    pt=(
        "Derivada do viés igual a zero",
        "Você tratou b como uma constante. Ele é um parâmetro: se muda um pouco, todas as respostas mudam junto, e o "
        "custo também.",
    ),
    en=(
        "The bias's derivative is zero",
        "You treated b as a constant. It is a parameter: when it changes a little all answers change with it, and so "
        "does the cost.",
    ),
)
def bias_taken_for_a_constant(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error, 0.0


@wrong(
    "adaline_gradient",
    pt=(
        "Sinal trocado no viés",
        "dw está certo, mas db tem o sinal contrário. O erro que entra nas duas derivadas é o mesmo, com o mesmo "
        "sinal.",
    ),
    en=(
        "The bias has the wrong sign",
        "dw is right, but db has the opposite sign. The error that goes into both derivatives is the same, sign "
        "included.",
    ),
)
def bias_with_the_other_sign(X, y, w, b):
    error = X @ w + b - y
    return X.T @ error, -np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Entradas também na derivada do viés",
        "Você multiplicou os erros pelas entradas antes de somar para o viés. A derivada da resposta em relação a b é "
        "1, não x.",
    ),
    en=(
        "Inputs in the bias's derivative too",
        "You multiplied the errors by the inputs before summing for the bias. The derivative of the answer with "
        "respect to b is 1, not x.",
    ),
)
def bias_with_the_inputs(X, y, w, b):
    dw = X.T @ (X @ w + b - y)
    return dw, np.sum(dw)


@wrong(
    "adaline_gradient",
    pt=(
        "Falta transpor X",
        "Você multiplicou a matriz pelos erros do mesmo jeito que pelos pesos, e as dimensões só combinam quando n = "
        "d. Cada peso junta os erros de todos os exemplos: agora a soma percorre uma coluna.",
    ),
    en=(
        "X needs transposing",
        "You multiplied the matrix by the errors the same way as by the weights, and the dimensions fit only when n = "
        "d. Each weight gathers the errors of all the examples: this time the sum runs down a column.",
    ),
)
def not_transposed(X, y, w, b):
    error = X @ w + b - y
    return X @ error, np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Um gradiente para cada exemplo",
        "Em dw ficou uma tabela (n, d), com a contribuição de cada exemplo. O gradiente tem o formato de w: some as "
        "linhas.",
    ),
    en=(
        "One gradient for each example",
        "Your dw is an (n, d) table, with each example's contribution. The gradient has the shape of w: add up the "
        "rows.",
    ),
)
def weights_not_summed(X, y, w, b):
    error = X @ w + b - y
    return error[:, None] * X, np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Erro calculado com a decisão",
        "No seu erro entrou o degrau da saída, 0 ou 1. O gradiente é do custo do Adaline, e nele a previsão é a saída "
        "linear.",
    ),
    en=(
        "The error uses the decision",
        "Your error was computed with the step of the output, 0 or 1. The gradient is that of Adaline's cost, in which "
        "the prediction is the linear output.",
    ),
)
def error_after_the_step(X, y, w, b):
    error = np.where(X @ w + b >= 0, 1, 0) - y
    return X.T @ error, np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "A previsão ficou fora do erro",
        "Você multiplicou as entradas só pelos alvos, e o resultado não depende de w. O gradiente precisa ser zero "
        "quando as respostas são perfeitas, e para isso a previsão entra no erro.",
    ),
    en=(
        "The prediction is missing from the error",
        "You multiplied the inputs by the targets alone, so the result does not depend on w. The gradient must be zero "
        "when the answers are perfect, and for that the prediction belongs in the error.",
    ),
)
def targets_only(X, y, w, b):
    return -(X.T @ y), -np.sum(y)


@wrong(
    "adaline_gradient",
    pt=(
        "Erro sem o viés",
        "Ao prever, você usou só X e w. A resposta do Adaline inclui b, e sem ele o erro de cada exemplo é outro.",
    ),
    en=(
        "The error lacks the bias",
        "To predict you used X and w alone. Adaline's answer includes b, and without it each example's error is a "
        "different one.",
    ),
)
def error_without_the_bias(X, y, w, b):
    error = X @ w - y
    return X.T @ error, np.sum(error)


@wrong(
    "adaline_gradient",
    pt=(
        "Par na ordem trocada",
        "Os dois valores estão certos, mas na ordem inversa. Primeiro vem a derivada dos pesos, depois a do viés.",
    ),
    en=(
        "The pair is in the wrong order",
        "Both values are right, but the other way round. First comes the derivative of the weights, then that of the "
        "bias.",
    ),
)
def pair_swapped(X, y, w, b):
    error = X @ w + b - y
    return np.sum(error), X.T @ error


@wrong(
    "adaline_gradient",
    pt=(
        "Acumuladores que ficaram em zero",
        "O seu gradiente é zero em todo lugar, e com ele o treino nunca sairia do ponto de partida. As contribuições "
        "dos exemplos são calculadas, mas não se somam ao total.",
    ),
    en=(
        "Accumulators that stayed at zero",
        "Your gradient is zero everywhere, and with it training would never leave the starting point. The "
        "contributions of the examples are computed, but they are not added to the total.",
    ),
)
def zeros_never_filled(X, y, w, b):
    dw, db = np.zeros(len(w)), 0.0
    for row, target in zip(X, y):
        error = row @ w + b - target
        dw + error * row
        db + error
    return dw, db


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
        "Esta é a regra como está escrita nos slides A, com um menos na frente do passo. Esse menos pertence à descida "
        "pelo gradiente, e o gradiente já traz outro: os dois se cancelam. Com o sinal do slide, cada passo aumenta o "
        "erro do exemplo.",
    ),
    en=(
        "The sign on the slide",
        "This is the rule as slides A write it, with a minus in front of the step. That minus belongs to going down "
        "the gradient, and the gradient brings another: the two cancel. With the slide's sign, every step makes the "
        "example's error larger.",
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
        "O viés anda para o lado certo, mas os pesos seguem a fórmula dos slides A, que tem o sinal errado. Os dois "
        "descem o mesmo custo: se b diminui o erro, w também precisa diminuir.",
    ),
    en=(
        "The slide's sign, in the weights only",
        "The bias moves the right way, but the weights follow the formula on slides A, whose sign is wrong. Both go "
        "down the same cost: if b makes the error smaller, w has to do so too.",
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
        "Você somou a b a correção dos pesos, que tem um número para cada entrada. A resposta cresce com b no mesmo "
        "ritmo sempre, sem x, e b continua sendo um número.",
    ),
    en=(
        "The bias became an array",
        "You added the weights' correction to b, and that has a number for each input. The answer always grows with b "
        "at the same pace, without x, and b stays a number.",
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
        "The new weights stayed whole",
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
        "Os seus custos tendem a crescer em vez de cair. A regra dos slides A subtrai um passo que já aponta para "
        "baixo, e com isso o treino sobe o custo: o gradiente tem um menos próprio, que o slide perdeu de vista.",
    ),
    en=(
        "Training with the slide's sign",
        "Your costs tend to grow instead of falling. The rule on slides A subtracts a step that points downhill "
        "already, so training climbs the cost: the gradient has a minus of its own, which the slide lost sight of.",
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
        "seguintes. Treinar duas vezes com os mesmos argumentos, em qualquer ordem, precisa dar o mesmo resultado.",
    ),
    en=(
        "The starting point came from another call",
        "Your function keeps the first weights it was given in a mutable default value and begins with them in later "
        "calls. Training twice with the same arguments, in any order, has to give the same result.",
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
