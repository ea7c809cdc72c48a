"""Answers to adaline_output: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


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
        "A sua função usa a primeira linha de X e esquece as outras. A resposta tem um número para cada linha. Se você "
        "usou um laço, veja se o return não ficou dentro dele.",
    ),
    en=(
        "Answered the first example only",
        "Your function uses the first row of X and forgets the rest. The answer has one number for each row. If you "
        "wrote a loop, see whether the return was left inside it.",
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
