"""Answers to init_layer: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("init_layer")
def normal_with_a_scale(n_in, n_out, rng):
    return rng.normal(0.0, np.sqrt(2 / n_in), (n_out, n_in)), np.zeros(n_out)


@right("init_layer")
def standard_normal_scaled(n_in, n_out, rng):
    return rng.standard_normal((n_out, n_in)) * np.sqrt(2.0 / n_in), np.zeros(n_out)


@right("init_layer")
def one_by_one(n_in, n_out, rng):
    W = [[rng.normal() * (2 / n_in) ** 0.5 for _ in range(n_in)] for _ in range(n_out)]
    return W, [0.0] * n_out


@right("init_layer")
def drawn_transposed(n_in, n_out, rng):
    return rng.normal(scale=(2 / n_in) ** 0.5, size=(n_in, n_out)).T, np.zeros((n_out,))


@right("init_layer")
def single_precision(n_in, n_out, rng):
    W = rng.standard_normal((n_out, n_in), dtype=np.float32) * np.float32(np.sqrt(2 / n_in))
    return W, np.zeros(n_out, dtype=np.float32)


@wrong(
    "init_layer",
    pt=(
        "Contou as saídas",
        "O desvio usa o número de entradas: é sobre elas que a unidade soma. Você usou o de saídas.",
    ),
    en=(
        "Counted the outputs",
        "The deviation uses the number of inputs: the unit adds up over them. You used the number of outputs.",
    ),
)
def outputs_counted(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_out), (n_out, n_in)), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "Faltou a raiz",
        "Você usou 2/n_in como desvio, mas isso é a variância. O desvio é a raiz dela.",
    ),
    en=(
        "The root is missing",
        "You used 2/n_in as the deviation, but that is the variance. The deviation is its root.",
    ),
)
def no_root(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, (n_out, n_in)), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "1 no lugar de 2",
        "√(1/n_in) é a escala de LeCun, que alguns chamam de Xavier, pensada para a tanh. A de He, com o 2, compensa a "
        "metade que a ReLU zera.",
    ),
    en=(
        "1 in place of 2",
        "√(1/n_in) is LeCun's scale, which some call Xavier's, meant for tanh. He's, with the 2, makes up for the half "
        "that ReLU sets to zero.",
    ),
)
def one_over_the_root(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_in), (n_out, n_in)), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "Entradas e saídas",
        "√(2/(n_in + n_out)) é a escala de Xavier Glorot. A de He olha só para as entradas.",
    ),
    en=(
        "Inputs and outputs",
        "√(2/(n_in + n_out)) is Xavier Glorot's scale. He's looks at the inputs only.",
    ),
)
def both_counted(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_out, n_in)), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "Sem escala",
        "Os pesos têm desvio 1, qualquer que seja o número de entradas. Com muitas entradas as somas ficam enormes "
        "e as unidades saturam.",
    ),
    en=(
        "Not scaled",
        "The weights have deviation 1, whatever the number of inputs. With many inputs the sums become huge and the "
        "units saturate.",
    ),
)
def not_scaled(n_in, n_out, rng):
    return rng.normal(size=(n_out, n_in)), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "Tudo zero",
        "Com pesos iguais, todas as unidades da camada fazem a mesma conta e recebem o mesmo gradiente, para "
        "sempre. O sorteio é o que as separa.",
    ),
    en=(
        "All zeros",
        "With equal weights all units of the layer do the same computation and receive the same gradient, for ever. "
        "The draw is what sets them apart.",
    ),
)
def zeros(n_in, n_out, rng):
    return np.zeros((n_out, n_in)), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "Sorteio uniforme",
        "O desvio está certo, mas os pesos vieram da distribuição uniforme num intervalo. Pede-se a normal.",
    ),
    en=(
        "A uniform draw",
        "The deviation is right, but the weights came from the uniform distribution on an interval. What is asked for "
        "is the normal.",
    ),
)
def uniform(n_in, n_out, rng):
    limit = np.sqrt(6 / n_in)
    return rng.uniform(-limit, limit, (n_out, n_in)), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "Só pesos positivos",
        "Os pesos não têm média zero: ficaram todos do mesmo lado. Sem pesos negativos, as unidades só sabem somar.",
    ),
    en=(
        "Positive weights only",
        "The weights do not have mean zero: they are all on one side. Without negative weights the units can only add.",
    ),
)
def positive_only(n_in, n_out, rng):
    return np.abs(rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in))), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "W transposta",
        "O formato de W é (saídas, entradas), uma linha por unidade. A sua W é a transposta.",
    ),
    en=(
        "W transposed",
        "The shape of W is (outputs, inputs), a row for each unit. Your W is the transpose.",
    ),
)
def transposed(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out)), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "Vieses sorteados",
        "Os vieses começam em zero: são os pesos que quebram a simetria.",
    ),
    en=(
        "Random biases",
        "The biases start at zero: it is the weights that break the symmetry.",
    ),
)
def random_biases(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in)), rng.normal(0, np.sqrt(2 / n_in), n_out)


@wrong(
    "init_layer",
    pt=(
        "Um viés por entrada",
        "Há um viés por unidade, isto é, por saída.",
    ),
    en=(
        "A bias for each input",
        "There is one bias for each unit, that is, for each output.",
    ),
)
def biases_for_the_inputs(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_out, n_in)), np.zeros(n_in)


@wrong(
    "init_layer",
    pt=(
        "Semente fixa",
        "O seu sorteio não usa o rng que recebeu e dá sempre os mesmos pesos.",
    ),
    en=(
        "A fixed seed",
        "Your draw does not use the rng that it was given, and always gives the same weights.",
    ),
)
def own_generator(n_in, n_out, rng):
    return np.random.default_rng(0).normal(0, np.sqrt(2 / n_in), (n_out, n_in)), np.zeros(n_out)
