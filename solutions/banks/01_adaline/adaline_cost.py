"""Answers to adaline_cost: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


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
        "A metade está certa, mas você dividiu também pelo número de exemplos. Muitos livros fazem assim; o deste "
        "notebook é uma soma, ½ Σ (y − ŷ)².",
    ),
    en=(
        "Half the mean",
        "The half is right, but you divided by the number of examples as well. Many books do so; the one in this "
        "notebook is a sum, ½ Σ (y − ŷ)².",
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
        "As respostas que entraram no seu custo são só as somas dos produtos. Em cada resposta falta um b, e o erro de "
        "todos os exemplos sai deslocado.",
    ),
    en=(
        "The cost of a neuron without bias",
        "The answers that went into your cost are the sums of products alone. Each answer lacks one b, and the error "
        "of every example comes out shifted.",
    ),
)
def no_bias(X, y, w, b):
    return np.sum((y - X @ w) ** 2) / 2


@wrong(
    "adaline_cost",
    pt=(
        "Parou no primeiro exemplo",
        "O seu custo é só o do primeiro exemplo. A soma precisa percorrer todas as linhas antes de ser devolvida: se "
        "você usou um laço, veja se o return não ficou dentro dele.",
    ),
    en=(
        "Stopped at the first example",
        "Your cost is that of the first example alone. The sum has to go through all the rows before it is returned: "
        "if you wrote a loop, see whether the return was left inside it.",
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
