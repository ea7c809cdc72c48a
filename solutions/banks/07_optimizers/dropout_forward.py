"""Answers to dropout_forward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("dropout_forward")
def uniform_numbers_kept(X, p, rng):
    kept = rng.uniform(size=X.shape) > p
    mask = np.where(kept, 1.0 / (1.0 - p), 0.0)
    return X * mask, mask


@right("dropout_forward")
def binomial(X, p, rng):
    mask = rng.binomial(1, 1 - p, size=X.shape) / (1 - p)
    return X * mask, mask


@right("dropout_forward")
def choice_of_two(X, p, rng):
    mask = rng.choice([0.0, 1.0], size=X.shape, p=[p, 1.0 - p]) / (1.0 - p)
    return np.multiply(X, mask), mask


@right("dropout_forward")
def one_by_one(X, p, rng):
    Y, mask = [], []
    for row in X:
        mask.append([0.0 if rng.random() < p else 1 / (1 - p) for _ in row])
        Y.append([factor * value for factor, value in zip(mask[-1], row)])
    return Y, mask


@right("dropout_forward")
def single_precision(X, p, rng):
    X, keep = np.asarray(X, dtype=np.float32), np.float32(1 - p)
    mask = (rng.random(X.shape, dtype=np.float32) >= p).astype(np.float32) / keep
    return X * mask, mask


@right("dropout_forward")
def dropped_set_to_zero(X, p, rng):
    mask = np.full(X.shape, 1 / (1 - p))
    mask[rng.random(X.shape) < p] = 0.0
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Faltou aumentar os que ficam",
        "A sua máscara tem 0 e 1, e a saída fica menor na média. Os que ficam precisam compensar os que faltam, "
        "multiplicados por 1/(1 − p).",
    ),
    en=(
        "What stays is not made larger",
        "Your mask holds 0 and 1, and the output gets smaller on average. Those that stay have to make up for those "
        "that are missing, multiplied by 1/(1 − p).",
    ),
)
def without_scaling(X, p, rng):
    mask = (rng.random(X.shape) >= p).astype(float)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "p como chance de ficar",
        "Você manteve cada número com probabilidade p e dividiu por p. Aqui p é a chance de apagar; ficar tem "
        "chance 1 − p.",
    ),
    en=(
        "p as the chance of staying",
        "You kept each number with probability p and divided by p. Here p is the chance of dropping; staying has "
        "chance 1 − p.",
    ),
)
def p_keeps(X, p, rng):
    mask = (rng.random(X.shape) < p) / p if p > 0 else np.zeros(X.shape)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Apagou os que deviam ficar",
        "O fator 1/(1 − p) está certo, mas cada número fica com probabilidade p. Os sorteios abaixo de p são os que "
        "apagam.",
    ),
    en=(
        "Dropped those that should stay",
        "The factor 1/(1 − p) is right, but each number stays with probability p. The draws below p are those that "
        "drop.",
    ),
)
def keeps_with_probability_p(X, p, rng):
    mask = (rng.random(X.shape) < p) / (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Dividiu por p",
        "Os números certos foram apagados, e os que ficam foram divididos por p. A chance de ficar é 1 − p, e é ela "
        "que se compensa.",
    ),
    en=(
        "Divided by p",
        "The right numbers were dropped, and those that stay were divided by p. The chance of staying is 1 − p, and "
        "that is what is made up for.",
    ),
)
def divided_by_p(X, p, rng):
    mask = (rng.random(X.shape) >= p) / p if p > 0 else np.ones(X.shape)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "A máscara não leva o fator",
        "A saída está certa, mas a máscara devolvida tem só 0 e 1. Na volta o gradiente precisa do mesmo fator 1/(1 "
        "− p), e ele vem dela.",
    ),
    en=(
        "The mask lacks the factor",
        "The output is right, but the mask returned holds 0 and 1 only. On the way back the gradient needs the same "
        "factor 1/(1 − p), and it comes from the mask.",
    ),
)
def mask_without_the_factor(X, p, rng):
    mask = rng.random(X.shape) >= p
    return X * mask / (1 - p), mask


@wrong(
    "dropout_forward",
    pt=(
        "O fator entrou duas vezes",
        "A máscara já tem 1/(1 − p), e você dividiu a saída por 1 − p outra vez. Y é só X vezes a máscara.",
    ),
    en=(
        "The factor came in twice",
        "The mask has 1/(1 − p) already, and you divided the output by 1 − p again. Y is just X times the mask.",
    ),
)
def scaled_twice(X, p, rng):
    mask = (rng.random(X.shape) >= p) / (1 - p)
    return X * mask / (1 - p), mask


@wrong(
    "dropout_forward",
    pt=(
        "Multiplicou por 1 − p",
        "Os que ficam foram diminuídos em vez de aumentados. Multiplicar por 1 − p é o que se faz na hora de usar a "
        "rede quando o dropout não é o invertido.",
    ),
    en=(
        "Multiplied by 1 − p",
        "Those that stay were made smaller instead of larger. Multiplying by 1 − p is what is done when the network "
        "is used if dropout is not the inverted kind.",
    ),
)
def multiplied_by_the_chance(X, p, rng):
    mask = (rng.random(X.shape) >= p) * (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Um sorteio para cada linha",
        "Cada linha foi apagada inteira ou não foi. Um exemplo apagado por completo não ensina nada: cada número "
        "tem o seu próprio sorteio.",
    ),
    en=(
        "One draw for each row",
        "Each row was dropped as a whole or not at all. An example that is dropped completely teaches nothing: each "
        "number has a draw of its own.",
    ),
)
def whole_rows(X, p, rng):
    kept = rng.random((len(X), 1)) >= p
    mask = np.broadcast_to(kept, X.shape) / (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Um sorteio para cada coluna",
        "As mesmas unidades faltam em todos os exemplos. Cada número da matriz tem o seu próprio sorteio, e cada "
        "exemplo vê uma rede diferente.",
    ),
    en=(
        "One draw for each column",
        "The same units are missing for all the examples. Each number of the matrix has a draw of its own, and each "
        "example sees a different network.",
    ),
)
def whole_columns(X, p, rng):
    kept = rng.random(X.shape[1]) >= p
    mask = np.broadcast_to(kept, X.shape) / (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Um sorteio para tudo",
        "Um só número foi sorteado, e com ele a camada inteira fica ou some. Sorteie um número para cada entrada de X.",
    ),
    en=(
        "One draw for everything",
        "A single number was drawn, and with it the whole layer stays or vanishes. Draw a number for each entry of X.",
    ),
)
def all_or_nothing(X, p, rng):
    mask = np.full(X.shape, (rng.random() >= p) / (1 - p))
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Semente própria",
        "A sua função cria o seu próprio gerador, sempre com a mesma semente, e a máscara nunca muda. Todo o acaso "
        "deve vir do rng que chega.",
    ),
    en=(
        "A seed of its own",
        "Your function makes its own generator, always with the same seed, and the mask never changes. All the "
        "chance must come from the rng it is given.",
    ),
)
def own_seed(X, p, rng):
    mask = (np.random.default_rng(0).random(X.shape) >= p) / (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Sempre a mesma quantidade",
        "Você apaga exatamente uma fração p dos números. O sorteio de cada um não depende dos outros, e a "
        "quantidade varia de uma vez para outra.",
    ),
    en=(
        "Always the same number",
        "You drop exactly a fraction p of the numbers. The draw of each does not depend on the others, and how many "
        "are dropped varies from one time to the next.",
    ),
)
def exact_share(X, p, rng):
    flat = np.full(X.size, 1 / (1 - p))
    flat[rng.permutation(X.size)[: round(p * X.size)]] = 0.0
    mask = flat.reshape(X.shape)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Sorteio da distribuição normal",
        "Você comparou p com números de uma normal, que não ficam entre 0 e 1. Só um sorteio uniforme fica abaixo "
        "de p com probabilidade p.",
    ),
    en=(
        "Draws from the normal distribution",
        "You compared p with numbers from a normal distribution, which do not lie between 0 and 1. Only a uniform "
        "draw is below p with probability p.",
    ),
)
def normal_numbers(X, p, rng):
    mask = (rng.normal(size=X.shape) >= p) / (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Cara ou coroa",
        "A sua moeda é sempre honesta: cada número some com chance ½, qualquer que seja p. O p precisa entrar no "
        "sorteio.",
    ),
    en=(
        "Heads or tails",
        "Your coin is always fair: each number goes with chance ½, whatever p is. The p has to take part in the draw.",
    ),
)
def coin(X, p, rng):
    mask = rng.integers(0, 2, size=X.shape) / (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Fator tirado da contagem",
        "Você compensou com a fração que ficou de fato neste sorteio, e o fator muda a cada vez. O que se compensa "
        "é a chance de ficar, 1 − p.",
    ),
    en=(
        "A factor from the count",
        "You made up for the fraction that did stay in this draw, and the factor changes every time. What is made "
        "up for is the chance of staying, 1 − p.",
    ),
)
def scaled_by_the_count(X, p, rng):
    kept = rng.random(X.shape) >= p
    mask = kept * (kept.size / max(1, kept.sum()))
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Ruído em vez de máscara",
        "Você multiplicou por números aleatórios entre 0 e 2, que na média não mudam X. No dropout cada número fica "
        "inteiro ou some de vez.",
    ),
    en=(
        "Noise instead of a mask",
        "You multiplied by random numbers between 0 and 2, which leave X unchanged on average. In dropout each "
        "number stays whole or goes for good.",
    ),
)
def adds_noise_instead(X, p, rng):
    mask = rng.uniform(0, 2, size=X.shape)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Alterou o X recebido",
        "Os zeros foram escritos no array de quem chamou. Na volta, e no próximo passo, aqueles valores já não "
        "existem: calcule Y em um array novo.",
    ),
    en=(
        "Changed the X it was given",
        "The zeros were written into the caller's array. On the way back, and at the next step, those values no "
        "longer exist: compute Y in a new array.",
    ),
)
def changes_x(X, p, rng):
    mask = (rng.random(X.shape) >= p) / (1 - p)
    X[mask == 0] = 0
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Máscara antes da saída",
        "As contas estão certas, mas você devolveu a máscara primeiro. Quem chama espera (Y, mask).",
    ),
    en=(
        "The mask before the output",
        "The numbers are right, but you returned the mask first. The caller expects (Y, mask).",
    ),
)
def mask_first(X, p, rng):
    mask = (rng.random(X.shape) >= p) / (1 - p)
    return mask, X * mask


@wrong(
    "dropout_forward",
    pt=(
        "Nada foi apagado",
        "A máscara só tem uns: é o que se faz na hora de usar a rede. Durante o treino, cada número some com "
        "probabilidade p.",
    ),
    en=(
        "Nothing was dropped",
        "The mask holds ones only: that is what is done when the network is used. During training each number goes "
        "with probability p.",
    ),
)
def nothing_dropped(X, p, rng):
    mask = np.ones(X.shape)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "A chance em décimos",
        "Você compara p com um inteiro de 0 a 9, e só há dez chances possíveis: 0,25 vira 0,2. Um número real em"
        " [0, 1) serve para qualquer p.",
    ),
    en=(
        "The chance in tenths",
        "You compare p with an integer from 0 to 9, and only ten chances are possible: 0.25 becomes 0.2. A real "
        "number in [0, 1) serves any p.",
    ),
)
def chance_in_tenths(X, p, rng):
    mask = (rng.integers(0, 10, size=X.shape) >= round(10 * p)) / (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Limiar de uma normal",
        "O sorteio é normal, e só parece uniforme: perto do meio a chance quase dá p, mas longe dele não.",
    ),
    en=(
        "The threshold of a normal",
        "The draw is normal, and only looks uniform: near the middle the chance is nearly p, but far from it, it"
        " is not.",
    ),
)
def normal_threshold(X, p, rng):
    mask = (rng.normal(0.5, 0.29, size=X.shape) >= p) / (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Sorteios aos pares",
        "Metade dos números é sorteada, e a outra metade recebe 1 − u. O que sai em um lugar diz o que sai em "
        "outro; pede-se um sorteio próprio para cada número.",
    ),
    en=(
        "Draws in pairs",
        "Half of the numbers are drawn, and the other half gets 1 − u. What is dropped at one place tells what is at "
        "another; a draw of its own is asked for each number.",
    ),
)
def draws_in_pairs(X, p, rng):
    half = rng.random((X.size + 1) // 2)
    u = np.concatenate([half, 1 - half])[: X.size].reshape(X.shape)
    mask = (u >= p) / (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "O primeiro nunca é zerado",
        "O primeiro número fica sempre. Cada um, sem exceção, é zerado com probabilidade p.",
    ),
    en=(
        "The first is never dropped",
        "The first number always stays. Each of them, without exception, is dropped with probability p.",
    ),
)
def the_first_always_stays(X, p, rng):
    mask = (rng.random(X.shape) >= p) / (1 - p)
    mask.flat[0] = 1 / (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "A chance em centésimos",
        "Você compara p com um inteiro de 0 a 99, e p vira o centésimo abaixo dele: 0,005 vira 0. Um número real em"
        " [0, 1) serve para qualquer p.",
    ),
    en=(
        "The chance in hundredths",
        "You compare p with an integer from 0 to 99, and p becomes the hundredth below it: 0.005 becomes 0. A real "
        "number in [0, 1) serves any p.",
    ),
)
def chance_in_hundredths(X, p, rng):
    mask = (rng.integers(0, 100, size=X.shape) >= int(100 * p)) / (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "Sorteios arredondados",
        "Você arredonda os sorteios a duas casas antes de comparar com p, e assim se apaga com uma chance meio "
        "centésimo menor. Compare o sorteio como ele vem.",
    ),
    en=(
        "Draws that are rounded",
        "You round the draws to two digits before you compare them with p, and so the chance of dropping is half "
        "a hundredth smaller. Compare the draw as it comes.",
    ),
)
def draws_in_hundredths(X, p, rng):
    mask = (np.round(rng.random(X.shape), 2) >= p) / (1 - p)
    return X * mask, mask


@wrong(
    "dropout_forward",
    pt=(
        "A última linha como a primeira",
        "A última linha da máscara repete a primeira. Cada número tem o seu próprio sorteio.",
    ),
    en=(
        "The last row like the first",
        "The last row of the mask repeats the first. Each number has a draw of its own.",
    ),
)
def last_row_like_the_first(X, p, rng):
    drawn = rng.random(X.shape)
    drawn[-1] = drawn[0]
    mask = (drawn >= p) / (1 - p)
    return X * mask, mask
