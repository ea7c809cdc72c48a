"""Answers to random_local_search: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("random_local_search")
def box_around_the_best(f, x, y, step, tries, rng):
    best = f(x, y)
    for _ in range(tries):
        new_x = rng.uniform(x - step, x + step)
        new_y = rng.uniform(y - step, y + step)
        value = f(new_x, new_y)
        if value > best:
            x, y, best = new_x, new_y, value
    return x, y, best


@right("random_local_search")
def steps_drawn_beforehand(f, x, y, step, tries, rng):
    moves = step * (2 * rng.random((tries, 2)) - 1)
    place, best = np.array([x, y], dtype=float), f(x, y)
    for move in moves:
        candidate = place + move
        if f(candidate[0], candidate[1]) > best:
            place, best = candidate, f(candidate[0], candidate[1])
    return place[0], place[1], best


@right("random_local_search")
def clipped_normal_steps(f, x, y, step, tries, rng):
    for _ in range(tries):
        dx, dy = np.clip(rng.normal(0.0, step / 2, size=2), -step, step)
        if f(x + dx, y + dy) > f(x, y):
            x, y = x + dx, y + dy
    return [x, y, f(x, y)]


@right("random_local_search")
def list_of_the_best(f, x, y, step, tries, rng):
    path = [(x, y, f(x, y))]
    while tries > 0:
        tries -= 1
        here_x, here_y, here = path[-1]
        there_x = here_x + step * rng.uniform(-1, 1)
        there_y = here_y + step * rng.uniform(-1, 1)
        there = f(there_x, there_y)
        if not there <= here:
            path.append((there_x, there_y, there))
    return path[-1]


@right("random_local_search")
def single_precision(f, x, y, step, tries, rng):
    x, y, step = np.float32(x), np.float32(y), np.float32(step)
    out = np.float32(f(x, y))
    for _ in range(tries):
        dx, dy = step * rng.uniform(-1, 1, size=2).astype(np.float32)
        new = np.float32(f(x + dx, y + dy))
        if new > out:
            x, y, out = x + dx, y + dy, new
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "Volta sempre ao início",
        "As suas tentativas são todas em volta do ponto de partida, e a busca nunca vai além de um passo dele. A "
        "próxima tentativa parte do melhor ponto encontrado até ali.",
    ),
    en=(
        "Always back to the start",
        "Your tries are all around the starting point, and the search never gets further than one step from it. "
        "The next try starts from the best point found so far.",
    ),
)
def around_the_start(f, x, y, step, tries, rng):
    best = (x, y, f(x, y))
    for _ in range(tries):
        dx, dy = rng.uniform(-step, step, size=2)
        if f(x + dx, y + dy) > best[2]:
            best = (x + dx, y + dy, f(x + dx, y + dy))
    return best


@wrong(
    "random_local_search",
    pt=(
        "Passeio ao acaso",
        "O seu ponto anda em todas as tentativas, também quando f piora, e a seguinte parte de onde ele foi "
        "parar. Uma tentativa que não melhora deve ser esquecida.",
    ),
    en=(
        "A random walk",
        "Your point moves in every try, even when f gets worse, and the next one starts from wherever it ended "
        "up. A try that does not improve has to be forgotten.",
    ),
)
def random_walk(f, x, y, step, tries, rng):
    best = (x, y, f(x, y))
    for _ in range(tries):
        x, y = x + rng.uniform(-step, step), y + rng.uniform(-step, step)
        if f(x, y) > best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_local_search",
    pt=(
        "Passos só para a frente",
        "Os seus passos vão de 0 a step, e por isso x e y só aumentam. Não sabemos de antemão para que lado f "
        "cresce: o passo precisa dos dois sinais.",
    ),
    en=(
        "Steps forward only",
        "Your steps go from 0 to step, so x and y can only increase. We do not know beforehand which way f grows:"
        " the step needs both signs.",
    ),
)
def forward_steps_only(f, x, y, step, tries, rng):
    out = f(x, y)
    for _ in range(tries):
        dx, dy = step * rng.random(2)
        if f(x + dx, y + dy) > out:
            x, y, out = x + dx, y + dy, f(x + dx, y + dy)
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "Metade do passo",
        "As suas tentativas alcançam só metade de step: rng.random() - 0.5, por exemplo, fica entre −½ e ½. A "
        "faixa vai de −step a step.",
    ),
    en=(
        "Half the step",
        "Your tries reach only half of step: rng.random() - 0.5, for example, is between −½ and ½. The range goes "
        "from −step to step.",
    ),
)
def half_the_step(f, x, y, step, tries, rng):
    out = f(x, y)
    for _ in range(tries):
        dx, dy = step * (rng.random(2) - 0.5)
        if f(x + dx, y + dy) > out:
            x, y, out = x + dx, y + dy, f(x + dx, y + dy)
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "O passo não é usado",
        "As suas tentativas se afastam até 1 do melhor ponto, qualquer que seja step. É step que diz até onde se "
        "pode ir de cada vez.",
    ),
    en=(
        "The step is not used",
        "Your tries go up to 1 away from the best point, whatever step is. It is step that says how far one may "
        "go each time.",
    ),
)
def step_ignored(f, x, y, step, tries, rng):
    out = f(x, y)
    for _ in range(tries):
        dx, dy = rng.uniform(-1, 1, size=2)
        if f(x + dx, y + dy) > out:
            x, y, out = x + dx, y + dy, f(x + dx, y + dy)
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "Desce em vez de subir",
        "Você guarda os passos que diminuem f. Aqui melhor quer dizer maior: a comparação está virada.",
    ),
    en=(
        "Goes down instead of up",
        "You keep the steps that make f smaller. Better means larger here: the comparison is the wrong way round.",
    ),
)
def downhill(f, x, y, step, tries, rng):
    out = f(x, y)
    for _ in range(tries):
        dx, dy = rng.uniform(-step, step, size=2)
        if f(x + dx, y + dy) < out:
            x, y, out = x + dx, y + dy, f(x + dx, y + dy)
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "Preso no quadrado",
        "Você não deixa o ponto sair de [−1, 1]², e um início de fora é puxado para dentro. Esse limite era da "
        "busca anterior: a busca local vai aonde f melhorar.",
    ),
    en=(
        "Locked inside the square",
        "You do not let the point leave [−1, 1]², and a start outside is pulled in. That limit belonged to the "
        "previous search: the local one goes wherever f improves.",
    ),
)
def locked_in_the_square(f, x, y, step, tries, rng):
    out = f(x, y)
    for _ in range(tries):
        dx, dy = rng.uniform(-step, step, size=2)
        new_x, new_y = np.clip(x + dx, -1, 1), np.clip(y + dy, -1, 1)
        if f(new_x, new_y) > out:
            x, y, out = new_x, new_y, f(new_x, new_y)
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "O mesmo empurrão em x e em y",
        "Você sorteia um número só e o soma às duas coordenadas. Assim o ponto anda apenas em diagonal, e há "
        "direções que ele nunca experimenta.",
    ),
    en=(
        "The same push for x and y",
        "You draw a single number and add it to both coordinates. That way the point moves along a diagonal only,"
        " and there are directions that it never tries.",
    ),
)
def same_push_twice(f, x, y, step, tries, rng):
    out = f(x, y)
    for _ in range(tries):
        d = rng.uniform(-step, step)
        if f(x + d, y + d) > out:
            x, y, out = x + d, y + d, f(x + d, y + d)
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "Anda também no empate",
        "Você aceita um ponto novo quando f fica igual. Só vale a pena sair de onde se está se f for maior: num "
        "platô, a busca fica parada.",
    ),
    en=(
        "Moves on a tie too",
        "You accept a new point when f stays the same. Leaving where you are is worth it only if f is larger: on "
        "a plateau the search stays put.",
    ),
)
def moves_on_a_tie(f, x, y, step, tries, rng):
    out = f(x, y)
    for _ in range(tries):
        dx, dy = rng.uniform(-step, step, size=2)
        if f(x + dx, y + dy) >= out:
            x, y, out = x + dx, y + dy, f(x + dx, y + dy)
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "O recorde nunca é atualizado",
        "Você compara cada tentativa com o valor do ponto de partida, e não com o melhor até ali. Assim um ponto "
        "pior que o atual é aceito, desde que ganhe do primeiro.",
    ),
    en=(
        "The record is never updated",
        "You compare each try with the value at the starting point, not with the best so far. So a point worse "
        "than the current one is accepted as long as it beats the first.",
    ),
)
def record_never_updated(f, x, y, step, tries, rng):
    start = f(x, y)
    for _ in range(tries):
        dx, dy = rng.uniform(-step, step, size=2)
        if f(x + dx, y + dy) > start:
            x, y = x + dx, y + dy
    return x, y, f(x, y)


@wrong(
    "random_local_search",
    pt=(
        "O ponto de partida não conta",
        "O seu recorde não começa no valor do início: a primeira tentativa ganha sempre, mesmo que seja pior que "
        "ele. O ponto de partida também concorre.",
    ),
    en=(
        "The starting point does not count",
        "Your record does not start at the starting point's value: the first try always wins, even if it is "
        "worse. The starting point competes too.",
    ),
)
def start_does_not_count(f, x, y, step, tries, rng):
    out = -np.inf
    for _ in range(tries):
        dx, dy = rng.uniform(-step, step, size=2)
        if f(x + dx, y + dy) > out:
            x, y, out = x + dx, y + dy, f(x + dx, y + dy)
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "O melhor começa em zero",
        "O seu recorde começa em 0. Onde f é negativa nenhum passo é aceito, e onde o início já vale mais que 0 "
        "um passo pior é aceito.",
    ),
    en=(
        "The best starts at zero",
        "Your record starts at 0. Where f is negative no step is accepted, and where the start is already above 0"
        " a worse step is.",
    ),
)
def record_starts_at_zero(f, x, y, step, tries, rng):
    out = 0.0
    for _ in range(tries):
        dx, dy = rng.uniform(-step, step, size=2)
        if f(x + dx, y + dy) > out:
            x, y, out = x + dx, y + dy, f(x + dx, y + dy)
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "Um gerador próprio, de semente fixa",
        "Você cria um gerador dentro da função e ignora o que recebeu. Toda chamada tenta os mesmos passos: o "
        "acaso tem de vir de rng.",
    ),
    en=(
        "A generator of its own, with a fixed seed",
        "You make a generator inside the function and ignore the one you were given. Every call tries the same "
        "steps: chance has to come from rng.",
    ),
)
def fixed_seed(f, x, y, step, tries, rng):
    rng = np.random.default_rng(42)
    out = f(x, y)
    for _ in range(tries):
        dx, dy = rng.uniform(-step, step, size=2)
        if f(x + dx, y + dy) > out:
            x, y, out = x + dx, y + dy, f(x + dx, y + dy)
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "A busca do quadrado inteiro",
        "Cada tentativa sua é um ponto qualquer de [−1, 1]², sem olhar para onde a busca está. Isso é a busca "
        "anterior: a local tenta perto do melhor ponto.",
    ),
    en=(
        "The search of the whole square",
        "Each of your tries is any point of [−1, 1]², no matter where the search is. That is the previous search:"
        " the local one tries near the best point.",
    ),
)
def whole_square(f, x, y, step, tries, rng):
    out = f(x, y)
    for _ in range(tries):
        new_x, new_y = rng.uniform(-1, 1, size=2)
        if f(new_x, new_y) > out:
            x, y, out = new_x, new_y, f(new_x, new_y)
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "O valor é o da última tentativa",
        "O ponto que você devolve é o melhor, mas out é o valor da última tentativa, aceita ou não. O valor tem "
        "de ser o de f no ponto devolvido.",
    ),
    en=(
        "The value is the last try's",
        "The point you return is the best, but out is the value of the last try, accepted or not. The value has "
        "to be that of f at the point returned.",
    ),
)
def value_of_the_last_try(f, x, y, step, tries, rng):
    best = out = f(x, y)
    for _ in range(tries):
        dx, dy = rng.uniform(-step, step, size=2)
        out = f(x + dx, y + dy)
        if out > best:
            x, y, best = x + dx, y + dy, out
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "Só x se mexe",
        "As suas tentativas mudam x e deixam y onde está. O passo é nas duas coordenadas.",
    ),
    en=(
        "Only x moves",
        "Your tries change x and leave y where it is. The step is in both coordinates.",
    ),
)
def only_x_moves(f, x, y, step, tries, rng):
    out = f(x, y)
    for _ in range(tries):
        dx = rng.uniform(-step, step)
        if f(x + dx, y) > out:
            x, out = x + dx, f(x + dx, y)
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "Dez tentativas em vão, e desiste",
        "A sua busca para depois de dez tentativas seguidas que não melhoram. São tries tentativas, todas: a "
        "décima primeira podia melhorar.",
    ),
    en=(
        "Ten tries in vain, and it gives up",
        "Your search stops after ten tries in a row that do not improve. There are to be tries of them, all: the"
        " eleventh might improve.",
    ),
)
def ten_idle_tries_and_out(f, x, y, step, tries, rng):
    out, idle = f(x, y), 0
    for _ in range(tries):
        dx, dy = rng.uniform(-step, step, size=2)
        value, idle = f(x + dx, y + dy), idle + 1
        if value > out:
            x, y, out, idle = x + dx, y + dy, value, 0
        if idle == 10:
            break
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "Passos que encolhem",
        "A cada tentativa que não melhora o seu passo encolhe, e a busca para antes da hora. O passo é step do "
        "começo ao fim.",
    ),
    en=(
        "Shrinking steps",
        "With every try that does not improve your step shrinks, and the search comes to a halt too early. The "
        "step is step from beginning to end.",
    ),
)
def shrinking_steps(f, x, y, step, tries, rng):
    out = f(x, y)
    for _ in range(tries):
        dx, dy = rng.uniform(-step, step, size=2)
        value = f(x + dx, y + dy)
        if value > out:
            x, y, out = x + dx, y + dy, value
        else:
            step = step * 0.95
    return x, y, out


@wrong(
    "random_local_search",
    pt=(
        "Só fica com o que melhora bastante",
        "Você só aceita um ponto quando f cresce mais de 0,001. Basta que f seja maior: numa ladeira suave a sua busca "
        "não sai do lugar.",
    ),
    en=(
        "Keeps only what is much better",
        "You accept a point only where f grows by more than 0.001. It is enough for f to be larger: on a gentle slope "
        "your search stays where it is.",
    ),
)
def keeps_only_what_is_much_better(f, x, y, step, tries, rng):
    best = f(x, y)
    for _ in range(tries):
        new_x, new_y = x + step * rng.uniform(-1, 1), y + step * rng.uniform(-1, 1)
        if f(new_x, new_y) > best + 1e-3:
            x, y, best = new_x, new_y, f(new_x, new_y)
    return x, y, best


@wrong(
    "random_local_search",
    pt=(
        "Metade das tentativas",
        "Você faz só metade das tentativas pedidas, e o que viria na outra metade não aparece.",
    ),
    en=(
        "Half of the tries",
        "You make only half of the tries asked for, and what would come in the other half is not seen.",
    ),
)
def half_of_the_tries(f, x, y, step, tries, rng):
    out = f(x, y)
    for _ in range((tries + 1) // 2):
        new_x, new_y = x + rng.uniform(-step, step), y + rng.uniform(-step, step)
        new_out = f(new_x, new_y)
        if new_out > out:
            x, y, out = new_x, new_y, new_out
    return x, y, out
