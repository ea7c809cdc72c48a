"""Answers to random_search: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("random_search")
def all_at_once(f, tries, rng):
    points = rng.uniform(-1, 1, size=(tries, 2))
    values = f(points[:, 0], points[:, 1])
    i = np.argmax(values)
    return points[i, 0], points[i, 1], values[i]


@right("random_search")
def largest_by_key(f, tries, rng):
    points = [(2 * rng.random() - 1, 2 * rng.random() - 1) for _ in range(tries)]
    x, y = max(points, key=lambda point: f(*point))
    return [x, y, f(x, y)]


@right("random_search")
def first_point_then_the_others(f, tries, rng):
    x, y = rng.uniform(-1.0, 1.0), rng.uniform(-1.0, 1.0)
    best = (x, y, f(x, y))
    while tries > 1:
        x, y = rng.uniform(-1.0, 1.0), rng.uniform(-1.0, 1.0)
        if f(x, y) >= best[2]:
            best = (x, y, f(x, y))
        tries = tries - 1
    return best


@right("random_search")
def sorted_tries(f, tries, rng):
    xs = rng.uniform(-1, 1, tries)
    ys = rng.uniform(-1, 1, tries)
    found = sorted((f(x, y), x, y) for x, y in zip(xs, ys))
    out, x, y = found[-1]
    return float(x), float(y), float(out)


@right("random_search")
def single_precision(f, tries, rng):
    points = rng.uniform(-1, 1, size=(tries, 2)).astype(np.float32)
    values = [f(x, y) for x, y in points]
    i = int(np.argmax(values))
    return points[i][0], points[i][1], np.float32(values[i])


@wrong(
    "random_search",
    pt=(
        "Fica com o último ponto",
        "Você devolve o último ponto sorteado, e não o melhor. A busca precisa se lembrar do maior valor visto até "
        "ali e do lugar onde ele apareceu.",
    ),
    en=(
        "Keeps the last point",
        "You return the last point drawn, not the best. The search has to remember the largest value seen so far,"
        " and where it was.",
    ),
)
def last_point(f, tries, rng):
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
    return x, y, f(x, y)


@wrong(
    "random_search",
    pt=(
        "Procura o menor",
        "Você guarda o ponto onde f é menor. Aqui queremos o maior valor: a comparação está virada.",
    ),
    en=(
        "Looks for the smallest",
        "You keep the point where f is smallest. Here we want the largest value: the comparison is the wrong way "
        "round.",
    ),
)
def smallest_value(f, tries, rng):
    best = (0.0, 0.0, np.inf)
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        if f(x, y) < best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "O melhor começa em zero",
        "O seu recorde começa em 0, e uma função que só tem valores negativos nunca o bate. Antes do primeiro "
        "ponto ainda não há recorde nenhum, por menor que seja.",
    ),
    en=(
        "The best starts at zero",
        "Your record starts at 0, and a function with negative values only never beats it. Before the first point"
        " there is no record yet, however low.",
    ),
)
def record_starts_at_zero(f, tries, rng):
    best_x, best_y, best_out = 0.0, 0.0, 0.0
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        if f(x, y) > best_out:
            best_x, best_y, best_out = x, y, f(x, y)
    return best_x, best_y, best_out


@wrong(
    "random_search",
    pt=(
        "Só um quarto do quadrado",
        "Os seus pontos têm x e y entre 0 e 1. O quadrado vai de −1 a 1: três quartos dele nunca são visitados.",
    ),
    en=(
        "Only a quarter of the square",
        "Your points have x and y between 0 and 1. The square goes from −1 to 1: three quarters of it are never "
        "visited.",
    ),
)
def unit_square(f, tries, rng):
    best = (0.0, 0.0, -np.inf)
    for _ in range(tries):
        x, y = rng.random(), rng.random()
        if f(x, y) > best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "O mesmo número para x e y",
        "Você sorteia um número só e o usa nas duas coordenadas. Assim a busca anda apenas na diagonal do quadrado.",
    ),
    en=(
        "The same number for x and y",
        "You draw a single number and use it for both coordinates. That way the search only looks along the "
        "square's diagonal.",
    ),
)
def same_number_twice(f, tries, rng):
    best = (0.0, 0.0, -np.inf)
    for _ in range(tries):
        x = y = rng.uniform(-1, 1)
        if f(x, y) > best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "Um gerador próprio, de semente fixa",
        "Você cria um gerador dentro da função e ignora o que recebeu. Os sorteios saem iguais em todas as "
        "chamadas: o acaso tem de vir de rng.",
    ),
    en=(
        "A generator of its own, with a fixed seed",
        "You make a generator inside the function and ignore the one you were given. The draws come out the same "
        "in every call: chance has to come from rng.",
    ),
)
def fixed_seed(f, tries, rng):
    rng = np.random.default_rng(0)
    best = (0.0, 0.0, -np.inf)
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        if f(x, y) > best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "O valor de um ponto, as coordenadas de outro",
        "Você guarda o maior valor, mas devolve as coordenadas do último sorteio. O ponto tem de ser lembrado "
        "junto com o seu valor.",
    ),
    en=(
        "One point's value, another's coordinates",
        "You keep the largest value but return the coordinates of the last draw. The point has to be remembered "
        "along with its value.",
    ),
)
def value_without_its_point(f, tries, rng):
    best_out = -np.inf
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        best_out = max(best_out, f(x, y))
    return x, y, best_out


@wrong(
    "random_search",
    pt=(
        "Uma tentativa a mais",
        "Você sorteia um ponto antes do laço e mais tries dentro dele. São tries sorteios ao todo, contando o "
        "primeiro.",
    ),
    en=(
        "One try too many",
        "You draw a point before the loop and tries more inside it. There are tries draws in all, the first included.",
    ),
)
def one_try_too_many(f, tries, rng):
    x, y = rng.uniform(-1, 1, size=2)
    best = (x, y, f(x, y))
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        if f(x, y) > best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "Uma tentativa a menos",
        "O seu laço dá uma volta a menos: range(1, tries) e range(tries - 1) têm só tries − 1 números. Com uma "
        "tentativa só, ele nem chega a sortear.",
    ),
    en=(
        "One try too few",
        "Your loop goes round once too few: range(1, tries) and range(tries - 1) have only tries − 1 numbers. "
        "With a single try it draws nothing at all.",
    ),
)
def one_try_too_few(f, tries, rng):
    best = (0.0, 0.0, -np.inf)
    for _ in range(1, tries):
        x, y = rng.uniform(-1, 1, size=2)
        if f(x, y) > best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "Sorteio normal",
        "Você usou a distribuição normal, que prefere o meio e às vezes sai do quadrado. Aqui todos os pontos de "
        "[−1, 1]² têm a mesma chance.",
    ),
    en=(
        "Normal draws",
        "You used the normal distribution, which prefers the middle and sometimes leaves the square. Here all "
        "points of [−1, 1]² are equally likely.",
    ),
)
def normal_draws(f, tries, rng):
    best = (0.0, 0.0, -np.inf)
    for _ in range(tries):
        x, y = rng.normal(size=2)
        if f(x, y) > best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "Só coordenadas inteiras",
        "Você sorteia números inteiros, e por isso x e y só podem valer −1, 0 ou 1. O sorteio é de números reais "
        "entre −1 e 1.",
    ),
    en=(
        "Whole coordinates only",
        "You draw integers, so x and y can only be −1, 0 or 1. The draw is of real numbers between −1 and 1.",
    ),
)
def whole_coordinates(f, tries, rng):
    best = (0.0, 0.0, -np.inf)
    for _ in range(tries):
        x, y = rng.integers(-1, 2), rng.integers(-1, 2)
        if f(x, y) > best[2]:
            best = (float(x), float(y), f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "O maior em módulo",
        "Você compara os valores sem o sinal, e um valor muito negativo ganha de um positivo pequeno. Melhor, "
        "aqui, quer dizer maior, com sinal e tudo.",
    ),
    en=(
        "The largest in size",
        "You compare the values without their sign, and a very negative one beats a small positive one. Better "
        "means larger here, sign and all.",
    ),
)
def largest_in_size(f, tries, rng):
    best = None
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        if best is None or abs(f(x, y)) > abs(best[2]):
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "Coordenadas trocadas na chamada",
        "Você avalia f com y no lugar de x. Em x·y isso não aparece, mas em quase toda outra função o valor "
        "devolvido é o de outro ponto.",
    ),
    en=(
        "Coordinates swapped in the call",
        "You evaluate f with y in the place of x. With x·y it does not show, but for almost any other function "
        "the value returned is another point's.",
    ),
)
def swapped_coordinates(f, tries, rng):
    best = (0.0, 0.0, -np.inf)
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        if f(y, x) > best[2]:
            best = (x, y, f(y, x))
    return best


@wrong(
    "random_search",
    pt=(
        "O recorde começa em −100",
        "O seu recorde começa em −100, e onde f é menor que isso em toda parte nenhum ponto o bate. O primeiro "
        "ponto sorteado é sempre o melhor até ali.",
    ),
    en=(
        "The record starts at −100",
        "Your record starts at −100, and where f is below that everywhere no point beats it. The first point "
        "drawn is always the best so far.",
    ),
)
def record_starts_at_minus_hundred(f, tries, rng):
    best = (0.0, 0.0, -100.0)
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        if f(x, y) > best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "Nada é maior que −∞",
        "O recorde começa em −∞. Onde f é −∞ em todos os pontos sorteados, nenhum o bate, e não sobra ponto para"
        " devolver. O primeiro ponto sorteado é sempre o melhor até ali.",
    ),
    en=(
        "Nothing beats −∞",
        "The record starts at −∞. Where f is −∞ at all the points drawn, none beats it, and no point is left to "
        "return. The first point drawn is always the best so far.",
    ),
)
def record_starts_at_minus_infinity(f, tries, rng):
    best_out = -np.inf
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        out = f(x, y)
        if out > best_out:
            best_x, best_y, best_out = x, y, out
    return best_x, best_y, best_out


@wrong(
    "random_search",
    pt=(
        "Pontos de uma grade",
        "As suas coordenadas são múltiplos de 0,01. Os pontos do quadrado são todos: sorteie números reais.",
    ),
    en=(
        "Points of a grid",
        "Your coordinates are multiples of 0.01. All points of the square count: draw real numbers.",
    ),
)
def points_of_a_grid(f, tries, rng):
    best = None
    for _ in range(tries):
        x, y = rng.integers(-100, 101, size=2) / 100
        if best is None or f(x, y) > best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "Só dentro do círculo",
        "Os seus pontos ficam no círculo de raio 1, e os cantos do quadrado nunca são visitados. A busca é em "
        "[−1, 1]².",
    ),
    en=(
        "Inside the circle only",
        "Your points stay in the circle of radius 1, and the corners of the square are never visited. The search"
        " is in [−1, 1]².",
    ),
)
def inside_the_circle(f, tries, rng):
    best = None
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        while x * x + y * y > 1:
            x, y = rng.uniform(-1, 1, size=2)
        if best is None or f(x, y) > best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "Não chega à beirada",
        "Os seus pontos não passam de 0,9. O quadrado vai de −1 a 1 nas duas coordenadas.",
    ),
    en=(
        "Not quite to the edge",
        "Your points do not go beyond 0.9. The square goes from −1 to 1 in both coordinates.",
    ),
)
def not_quite_to_the_edge(f, tries, rng):
    best = None
    for _ in range(tries):
        x, y = rng.uniform(-0.9, 0.9, size=2)
        if best is None or f(x, y) > best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "Perto do melhor, depois de dez tentativas",
        "Depois das dez primeiras tentativas você só procura em volta do melhor ponto. Essa é a busca local: aqui "
        "todas as tentativas são sorteadas no quadrado inteiro.",
    ),
    en=(
        "Near the best, after ten tries",
        "After the first ten tries you only look around the best point. That is the local search: here all tries are "
        "drawn from the whole square.",
    ),
)
def near_the_best_after_ten_tries(f, tries, rng):
    best = None
    for k in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        if k >= 10:
            x, y = np.clip([best[0] + x / 5, best[1] + y / 5], -1, 1)
        if best is None or f(x, y) > best[2]:
            best = (x, y, f(x, y))
    return best


@wrong(
    "random_search",
    pt=(
        "Só o que é bem melhor",
        "Um ponto novo só conta quando é melhor por um milésimo pelo menos. O maior valor vale, por menor que seja a "
        "diferença.",
    ),
    en=(
        "Only what is much better",
        "A new point counts only when it is better by a thousandth at least. The largest value counts, however small "
        "the difference.",
    ),
)
def keeps_only_what_is_much_better(f, tries, rng):
    best = None
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        out = f(x, y)
        if best is None or out > best[2] + 1e-3:
            best = x, y, out
    return best


@wrong(
    "random_search",
    pt=(
        "Parou depois de muitas tentativas em vão",
        "Depois de cinquenta tentativas seguidas sem nada melhor, você para. Pedem-se todas as tentativas: a próxima "
        "pode ser a melhor.",
    ),
    en=(
        "Stopped after many tries in vain",
        "After fifty tries in a row with nothing better, you stop. All the tries are asked for: the next one may be "
        "the best.",
    ),
)
def fifty_idle_tries_and_out(f, tries, rng):
    best, idle = None, 0
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        out = f(x, y)
        idle += 1
        if best is None or out > best[2]:
            best, idle = (x, y, out), 0
        if idle == 50:
            break
    return best


@wrong(
    "random_search",
    pt=(
        "No máximo cem tentativas",
        "Depois de cem pontos você para, por mais que tries peça. O melhor pode ser o último.",
    ),
    en=(
        "A hundred tries at most",
        "After a hundred points you stop, however many tries asks for. The best may be the last one.",
    ),
)
def a_hundred_tries_at_most(f, tries, rng):
    points = rng.uniform(-1, 1, size=(min(tries, 100), 2))
    values = [f(x, y) for x, y in points]
    best = int(np.argmax(values))
    return points[best, 0], points[best, 1], values[best]
