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
        "O desvio-padrão usa o número de entradas: é sobre elas que a unidade soma. Você usou o de saídas.",
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
        "Você usou 2/n_in como desvio-padrão, mas isso é a variância. O desvio-padrão é a raiz dela.",
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
        "Os pesos têm desvio-padrão 1, qualquer que seja o número de entradas. Com muitas entradas as somas ficam "
        "enormes e as unidades saturam.",
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
        "O desvio-padrão está certo, mas os pesos vieram da distribuição uniforme num intervalo. Pede-se a normal.",
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


@wrong(
    "init_layer",
    pt=(
        "O ganho da tanh do PyTorch",
        "Você usou o desvio (5/3)/√n_in, o ganho que o PyTorch recomenda para a tanh. A receita de He pede "
        "√(2/n_in), que é menor.",
    ),
    en=(
        "PyTorch’s gain for tanh",
        "You used the deviation (5/3)/√n_in, the gain that PyTorch recommends for tanh. He’s recipe asks for "
        "√(2/n_in), which is smaller.",
    ),
)
def gain_of_tanh(n_in, n_out, rng):
    return rng.normal(0.0, 5 / 3 / np.sqrt(n_in), (n_out, n_in)), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "Um pouco largo demais",
        "O desvio saiu 5 % maior que √(2/n_in). Veja se o 2 e a raiz são exatos na sua conta: 1,5 não é a raiz de 2.",
    ),
    en=(
        "A little too wide",
        "The deviation came out 5 % larger than √(2/n_in). See whether the 2 and the root are exact in your "
        "formula: 1.5 is not the root of 2.",
    ),
)
def five_percent_larger(n_in, n_out, rng):
    return rng.normal(0.0, 1.05 * np.sqrt(2 / n_in), (n_out, n_in)), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "Raiz de 2 arredondada",
        "O desvio é 1,5/√n_in, e 1,5 é 6 % maior que a raiz de 2. Deixe a conta para o computador.",
    ),
    en=(
        "The root of 2, rounded",
        "The deviation is 1.5/√n_in, and 1.5 is 6 % larger than the root of 2. Leave the arithmetic to the computer.",
    ),
)
def root_of_two_rounded(n_in, n_out, rng):
    return rng.normal(0.0, 1.5 / np.sqrt(n_in), (n_out, n_in)), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "Normal cortada",
        "Você sorteia de novo o que passa de dois desvios, como algumas bibliotecas fazem. O desvio está certo, "
        "mas a normal tem caudas: 5 % dos pesos ficam além de dois desvios.",
    ),
    en=(
        "A normal cut off",
        "You draw again what is beyond two deviations, as some libraries do. The deviation is right, but the "
        "normal has tails: 5 % of the weights are beyond two deviations.",
    ),
)
def truncated_normal(n_in, n_out, rng):
    std = np.sqrt(2 / n_in) / 0.87962566
    W = rng.normal(0.0, std, (n_out, n_in))
    while np.any(np.abs(W) > 2 * std):
        W = np.where(np.abs(W) > 2 * std, rng.normal(0.0, std, W.shape), W)
    return W, np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "Todas as unidades iguais",
        "Você sorteou os pesos de uma unidade e os repetiu para todas. Unidades iguais recebem o mesmo gradiente"
        " e continuam iguais para sempre.",
    ),
    en=(
        "All units alike",
        "You drew the weights of one unit and repeated them for all. Units that are alike receive the same "
        "gradient and stay alike for ever.",
    ),
)
def one_row_for_all(n_in, n_out, rng):
    return np.tile(rng.normal(0.0, np.sqrt(2 / n_in), n_in), (n_out, 1)), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "A amostra padronizada",
        "Você desloca e escala o que sorteou, até a média ser 0 e o desvio ser o da distribuição. Assim cada peso "
        "depende de todos os outros; pede-se que cada um seja sorteado por si.",
    ),
    en=(
        "The sample standardised",
        "You shift and scale what you drew, until its mean is 0 and its deviation that of the distribution. So each "
        "weight depends on all others; each is to be drawn for itself.",
    ),
)
def sample_standardised(n_in, n_out, rng):
    W = rng.normal(0.0, 1.0, (n_out, n_in))
    W = (W - W.mean()) / max(W.std(), 1e-12) if W.size > 1 else W
    return W * np.sqrt(2 / n_in), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "1,4 no lugar da raiz de 2",
        "O desvio é 1,4/√n_in, e 1,4 é 1 % menor que a raiz de 2. Deixe a conta para o computador.",
    ),
    en=(
        "1.4 in place of the root of 2",
        "The deviation is 1.4/√n_in, and 1.4 is 1 % smaller than the root of 2. Leave the arithmetic to the computer.",
    ),
)
def one_percent_smaller(n_in, n_out, rng):
    return rng.standard_normal((n_out, n_in)) * 1.4 / np.sqrt(n_in), np.zeros(n_out)


@wrong(
    "init_layer",
    pt=(
        "Pesos em simetria",
        "A matriz quadrada saiu simétrica: metade dos pesos repete a outra metade. Cada peso é sorteado por si.",
    ),
    en=(
        "Weights in symmetry",
        "The square matrix came out symmetric: half of the weights repeat the other half. Each weight is drawn "
        "for itself.",
    ),
)
def symmetric_where_square(n_in, n_out, rng):
    W = rng.normal(0.0, np.sqrt(2 / n_in), (n_out, n_in))
    if n_in == n_out:
        W = np.triu(W) + np.triu(W, 1).T
    return W, np.zeros(n_out)
