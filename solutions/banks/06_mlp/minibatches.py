"""Answers to minibatches: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("minibatches")
def generator_of_slices(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]


@right("minibatches")
def list_of_pairs(X, y, batch_size, rng):
    order = np.arange(len(X))
    rng.shuffle(order)
    return [(X[order[i : i + batch_size]], y[order[i : i + batch_size]]) for i in range(0, len(X), batch_size)]


@right("minibatches")
def sorted_by_random_keys(X, y, batch_size, rng):
    order = np.argsort(rng.random(len(X)))
    cuts = range(batch_size, len(X), batch_size)
    return zip(np.split(X[order], cuts), np.split(y[order], cuts))


@right("minibatches")
def drawn_one_by_one(X, y, batch_size, rng):
    left = list(range(len(X)))
    while left:
        rows = [left.pop(int(rng.integers(len(left)))) for _ in range(min(batch_size, len(left)))]
        yield [X[i] for i in rows], [y[i] for i in rows]


@right("minibatches")
def object_that_iterates(X, y, batch_size, rng):
    class Batches:
        def __iter__(self):
            order = rng.permutation(len(X))
            return ((X[order[i : i + batch_size]], y[order[i : i + batch_size]]) for i in range(0, len(X), batch_size))

    return Batches()


@right("minibatches")
def chosen_without_replacement(X, y, batch_size, rng):
    order = rng.choice(len(X), size=len(X), replace=False)
    X, y = X[order], y[order]
    while len(X):
        yield X[:batch_size], y[:batch_size]
        X, y = X[batch_size:], y[batch_size:]


@right("minibatches")
def shuffled_by_hand(X, y, batch_size, rng):
    order = list(range(len(X)))
    for i in range(len(X) - 1, 0, -1):
        j = int(rng.integers(0, i + 1))
        order[i], order[j] = order[j], order[i]
    return [(X[order[i : i + batch_size]], y[order[i : i + batch_size]]) for i in range(0, len(X), batch_size)]


@right("minibatches")
def named_batches(X, y, batch_size, rng):
    from collections import namedtuple

    Batch = namedtuple("Batch", "inputs targets")
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        yield Batch(X[order[start : start + batch_size]], y[order[start : start + batch_size]])


@right("minibatches")
def batches_by_number(X, y, batch_size, rng):
    order = rng.permutation(len(X))

    class Batches:
        def __getitem__(self, k):
            rows = order[k * batch_size : (k + 1) * batch_size]
            if not len(rows):
                raise IndexError(k)
            return X[rows], y[rows]

    return Batches()


@right("minibatches")
def mapped(X, y, batch_size, rng):
    order = rng.permutation(len(X))

    def batch(start):
        return [X[order[start : start + batch_size]], y[order[start : start + batch_size]]]

    return map(batch, range(0, len(X), batch_size))


@wrong(
    "minibatches",
    pt=(
        "Sem embaralhar",
        "Os lotes saem na ordem dos dados. Se os exemplos estiverem agrupados por classe, cada passo do treino vê uma "
        "classe só, e a rede vai e volta entre elas.",
    ),
    en=(
        "Not shuffled",
        "The batches come in the order of the data. If the examples are grouped by class, each training step sees one "
        "class only, and the network swings between them.",
    ),
)
def in_order(X, y, batch_size, rng):
    for start in range(0, len(X), batch_size):
        yield X[start : start + batch_size], y[start : start + batch_size]


@wrong(
    "minibatches",
    pt=(
        "X e y embaralhados em separado",
        "Cada um recebeu a sua própria ordem, e as respostas foram parar em outros exemplos. A ordem sorteada é uma "
        "só, para os dois.",
    ),
    en=(
        "X and y shuffled separately",
        "Each got an order of its own, and the answers ended up with other examples. There is one order, for both.",
    ),
)
def two_orders(X, y, batch_size, rng):
    first, second = rng.permutation(len(X)), rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        rows = slice(start, start + batch_size)
        yield X[first[rows]], y[second[rows]]


@wrong(
    "minibatches",
    pt=(
        "Só X foi embaralhado",
        "As linhas de X mudaram de lugar e y ficou onde estava. Cada exemplo passa a ser treinado com a resposta de "
        "outro.",
    ),
    en=(
        "Only X was shuffled",
        "The rows of X moved and y stayed where it was. Each example is then trained with another one's answer.",
    ),
)
def targets_left_behind(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        yield X[order[start : start + batch_size]], y[start : start + batch_size]


@wrong(
    "minibatches",
    pt=(
        "O último lote se perdeu",
        "Quando o número de exemplos não é múltiplo do tamanho do lote, sobram alguns, e eles nunca são vistos nesta "
        "época. O último lote pode ser menor.",
    ),
    en=(
        "The last batch was lost",
        "When the number of examples is no multiple of the batch size a few are left over, and this epoch never sees "
        "them. The last batch may be shorter.",
    ),
)
def full_batches_only(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for i in range(len(X) // batch_size):
        rows = order[i * batch_size : (i + 1) * batch_size]
        yield X[rows], y[rows]


@wrong(
    "minibatches",
    pt=(
        "Sorteio com reposição",
        "Cada linha foi sorteada sem olhar as que já saíram: alguns exemplos aparecem mais de uma vez na época, e "
        "outros, nenhuma. Uma época passa uma vez por cada um.",
    ),
    en=(
        "Drawn with replacement",
        "Each row was drawn without a look at those already drawn: some examples appear more than once in the epoch "
        "and others not at all. An epoch goes through each of them once.",
    ),
)
def with_replacement(X, y, batch_size, rng):
    for start in range(0, len(X), batch_size):
        rows = rng.integers(len(X), size=min(batch_size, len(X) - start))
        yield X[rows], y[rows]


@wrong(
    "minibatches",
    pt=(
        "Um lote só",
        "Tudo saiu embaralhado, mas de uma vez. Os dados precisam ser cortados em pedaços de batch_size linhas.",
    ),
    en=(
        "A single batch",
        "Everything came out shuffled, but at once. The data must be cut into pieces of batch_size rows.",
    ),
)
def everything_at_once(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    yield X[order], y[order]


@wrong(
    "minibatches",
    pt=(
        "Tamanho do lote lido como número de lotes",
        "Você cortou os dados em batch_size pedaços. O parâmetro diz quantas linhas tem cada lote, não quantos lotes "
        "há.",
    ),
    en=(
        "Batch size read as number of batches",
        "You cut the data into batch_size pieces. The parameter says how many rows a batch has, not how many batches "
        "there are.",
    ),
)
def that_many_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for rows in np.array_split(order, batch_size):
        if len(rows):
            yield X[rows], y[rows]


@wrong(
    "minibatches",
    pt=(
        "Semente fixa",
        "O seu sorteio não usa o rng que recebeu e dá a mesma ordem em todas as épocas. Esse rng é a única fonte de "
        "acaso.",
    ),
    en=(
        "A fixed seed",
        "Your draw does not use the rng that it was given, and gives the same order in every epoch. That rng is the "
        "only source of chance.",
    ),
)
def own_generator(X, y, batch_size, rng):
    order = np.random.default_rng(0).permutation(len(X))
    for start in range(0, len(X), batch_size):
        yield X[order[start : start + batch_size]], y[order[start : start + batch_size]]


@wrong(
    "minibatches",
    pt=(
        "Lotes embaralhados, linhas não",
        "Você sorteou a ordem dos lotes, mas as linhas de cada um são sempre as mesmas vizinhas. O embaralhamento vem "
        "antes do corte.",
    ),
    en=(
        "Batches shuffled, rows not",
        "You drew the order of the batches, but the rows in each are always the same neighbours. Shuffling comes "
        "before cutting.",
    ),
)
def shuffled_batches(X, y, batch_size, rng):
    starts = np.arange(0, len(X), batch_size)
    for start in rng.permutation(starts):
        yield X[start : start + batch_size], y[start : start + batch_size]


@wrong(
    "minibatches",
    pt=(
        "Só girou a ordem",
        "A época começa num ponto sorteado e segue a ordem dos dados. As linhas vizinhas continuam vizinhas, e os "
        "lotes quase não mudam.",
    ),
    en=(
        "The order was only rotated",
        "The epoch starts at a random place and follows the order of the data. Neighbouring rows stay neighbours, and "
        "the batches hardly change.",
    ),
)
def rotated(X, y, batch_size, rng):
    order = np.roll(np.arange(len(X)), int(rng.integers(len(X))))
    for start in range(0, len(X), batch_size):
        yield X[order[start : start + batch_size]], y[order[start : start + batch_size]]


@wrong(
    "minibatches",
    pt=(
        "Só as linhas de X",
        "Os lotes trazem as entradas sem as respostas. Quem treina precisa das duas: pares (X, y).",
    ),
    en=(
        "The rows of X only",
        "The batches bring the inputs without the answers. Training needs both: pairs (X, y).",
    ),
)
def inputs_only(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        yield X[order[start : start + batch_size]]


@wrong(
    "minibatches",
    pt=(
        "Embaralhou os dados de quem chamou",
        "Os lotes estão certos, mas X e y ficaram embaralhados para quem chamou a função. Embaralhe os índices e deixe "
        "os dados como estão.",
    ),
    en=(
        "The caller's data were shuffled",
        "The batches are right, but X and y stay shuffled for whoever called the function. Shuffle the indices and "
        "leave the data as they are.",
    ),
)
def in_place(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    return [(X[i : i + batch_size].copy(), y[i : i + batch_size].copy()) for i in range(0, len(X), batch_size)]


@wrong(
    "minibatches",
    pt=(
        "Trocas com qualquer linha",
        "Trocar cada linha com uma sorteada entre todas não dá a mesma chance a todas as ordens: há n·n·…·n "
        "maneiras de sortear para n! ordens, e a conta não é exata. No sorteio justo, cada lugar escolhe só "
        "entre os que ainda não foram escolhidos.",
    ),
    en=(
        "Swapped with any row",
        "To swap each row with one drawn from all of them does not give all orders the same chance: there are "
        "n·n·…·n ways to draw for n! orders, and the division is not exact. In the fair shuffle each place "
        "chooses only among those not chosen yet.",
    ),
)
def swapped_with_any_row(X, y, batch_size, rng):
    order = np.arange(len(X))
    for i in range(len(X)):
        j = rng.integers(0, len(X))
        order[i], order[j] = order[j], order[i]
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]


@wrong(
    "minibatches",
    pt=(
        "Chaves que se repetem",
        "Você ordena por inteiros sorteados, e muitos saem iguais: entre iguais as linhas ficam na ordem em que "
        "estavam. Números reais quase nunca se repetem.",
    ),
    en=(
        "Keys that repeat",
        "You sort by integers drawn at random, and many come out equal: among equals the rows stay in the order "
        "in which they were. Real numbers hardly ever repeat.",
    ),
)
def sorted_by_coarse_keys(X, y, batch_size, rng):
    order = np.argsort(rng.integers(0, len(X), size=len(X)), kind="stable")
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]


@wrong(
    "minibatches",
    pt=(
        "Ninguém fica no lugar",
        "No seu sorteio nenhuma linha pode ficar onde estava: j vai de 0 até antes de i, sem i. Numa ordem "
        "justa, ficar no lugar também acontece.",
    ),
    en=(
        "Nobody stays in place",
        "In your shuffle no row can stay where it was: j goes from 0 to before i, without i. In a fair order it "
        "also happens that a row stays in its place.",
    ),
)
def never_its_own_place(X, y, batch_size, rng):
    order = np.arange(len(X))
    for i in range(len(X) - 1, 0, -1):
        j = rng.integers(0, i)
        order[i], order[j] = order[j], order[i]
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]


@wrong(
    "minibatches",
    pt=(
        "Trocas entre vizinhas",
        "Trocar linhas vizinhas algumas vezes mistura pouco: as linhas do começo continuam perto do começo. "
        "Todas as ordens devem ter a mesma chance.",
    ),
    en=(
        "Neighbours swapped",
        "To swap neighbouring rows a few times mixes little: the rows from the beginning stay near the "
        "beginning. All orders have to have the same chance.",
    ),
)
def neighbours_swapped(X, y, batch_size, rng):
    order = np.arange(len(X))
    for _ in range(3):
        for i in range(len(X) - 1):
            if rng.random() < 0.5:
                order[i], order[i + 1] = order[i + 1], order[i]
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]


@wrong(
    "minibatches",
    pt=(
        "Linhas iguais contadas uma vez só",
        "np.unique joga fora as linhas repetidas de X. Dois exemplos iguais são dois exemplos, e cada um aparece uma "
        "vez por época, com o seu y.",
    ),
    en=(
        "Equal rows taken for one",
        "np.unique throws repeated rows of X away. Two equal examples are two examples, and each appears once an "
        "epoch, with its own y.",
    ),
)
def equal_rows_taken_for_one(X, y, batch_size, rng):
    first = np.unique(X, axis=0, return_index=True)[1]
    order = rng.permutation(first)
    for start in range(0, len(order), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]


@wrong(
    "minibatches",
    pt=(
        "Ordenar por chaves que se repetem",
        "Você ordena por inteiros sorteados, e chaves iguais deixam as linhas na ordem antiga: as primeiras vêm antes "
        "com mais frequência. rng.permutation dá a mesma chance a todas as ordens.",
    ),
    en=(
        "Sorting by keys that repeat",
        "You sort by integers that are drawn, and equal keys leave rows in their old order: the first ones come "
        "earlier more often. rng.permutation gives all orders the same chance.",
    ),
)
def sorted_by_repeated_keys(X, y, batch_size, rng):
    order = np.argsort(rng.integers(0, len(X), size=len(X)), kind="stable")
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]


@wrong(
    "minibatches",
    pt=(
        "A primeira linha não se mexe",
        "A primeira linha vem sempre primeiro: só as outras são embaralhadas. Embaralhe os índices desde o 0.",
    ),
    en=(
        "The first row does not move",
        "The first row always comes first: only the others are shuffled. Shuffle the indices from 0 on.",
    ),
)
def first_row_stays(X, y, batch_size, rng):
    order = np.concatenate([[0], 1 + rng.permutation(len(X) - 1)])
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]
