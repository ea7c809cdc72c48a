"""Answers to numerical_gradient: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("numerical_gradient")
def copy_for_each_component(f, x, h=1e-5):
    gradient = []
    for i in range(len(x)):
        moved = np.array(x, dtype=float)
        moved[i] = moved[i] + h
        gradient.append((f(moved) - f(x)) / h)
    return gradient


@right("numerical_gradient")
def put_back_exactly(f, x, h=1e-5):
    moved, here = x.astype(np.float64), f(x)
    gradient = np.zeros(len(x))
    for i in range(len(x)):
        kept = moved[i]
        moved[i] = kept + h
        gradient[i] = (f(moved) - here) / h
        moved[i] = kept
    return gradient


@right("numerical_gradient")
def one_variable_at_a_time(f, x, h=1e-5):
    def along(i):
        direction = np.arange(len(x)) == i
        return numerical_derivative(lambda t: f(np.where(direction, t, x)), x[i], h)

    return np.array([along(i) for i in range(len(x))])


@right("numerical_gradient")
def rows_of_a_matrix(f, x, h=1e-5):
    moved = np.tile(x, (len(x), 1)) + h * np.eye(len(x))
    return (np.array([f(row) for row in moved]) - f(x)) / h


@right("numerical_gradient")
def in_place_and_restored(f, x, h=1e-5):
    if x.dtype.kind != "f":
        x = x * 1.0
    here, gradient = f(x), np.empty(len(x))
    for i, value in enumerate(x.tolist()):
        x[i] = value + h
        gradient[i] = (f(x) - here) / h
        x[i] = value
    return gradient


@wrong(
    "numerical_gradient",
    pt=(
        "Somar h e subtrair h não desfaz",
        "Você mexe no array de quem chamou: 0,5 + 1e-5 − 1e-5 não volta exatamente a 0,5, e num array de inteiros "
        "h nem cabe. Trabalhe numa cópia de números reais.",
    ),
    en=(
        "Adding h and taking it off does not undo",
        "You work in the caller's array: 0.5 + 1e-5 − 1e-5 is not exactly 0.5 again, and in an array of integers "
        "h does not even fit. Work on a copy of real numbers.",
    ),
)
def added_and_subtracted(f, x, h=1e-5):
    here, gradient = f(x), np.zeros(len(x))
    for i in range(len(x)):
        x[i] += h
        gradient[i] = (f(x) - here) / h
        x[i] -= h
    return gradient


@wrong(
    "numerical_gradient",
    pt=(
        "O passo nunca é desfeito",
        "Você soma h a uma componente e não a põe de volta antes da seguinte. A partir da segunda, a medida é "
        "feita em outro ponto, e o array de quem chamou fica mudado.",
    ),
    en=(
        "The step is never undone",
        "You add h to one component and do not put it back before the next. From the second on the measurement is"
        " made at another point, and the caller's array stays changed.",
    ),
)
def never_put_back(f, x, h=1e-5):
    gradient = np.zeros(len(x))
    for i in range(len(x)):
        here = f(x)
        x[i] += h
        gradient[i] = (f(x) - here) / h
    return gradient


@wrong(
    "numerical_gradient",
    pt=(
        "Os passos se acumulam na cópia",
        "A sua cópia é feita uma vez só, antes do laço, e cada componente fica deslocada quando chega a vez das "
        "outras. Numa derivada parcial só uma componente se mexe.",
    ),
    en=(
        "The steps pile up in the copy",
        "Your copy is made once, before the loop, and each component stays shifted when the others have their "
        "turn. In a partial derivative only one component moves.",
    ),
)
def steps_pile_up(f, x, h=1e-5):
    moved, here = np.array(x, dtype=float), f(x)
    gradient = np.zeros(len(x))
    for i in range(len(x)):
        moved[i] += h
        gradient[i] = (f(moved) - here) / h
    return gradient


@wrong(
    "numerical_gradient",
    pt=(
        "Todas as componentes ao mesmo tempo",
        "Somar h ao array inteiro mexe em todas as componentes de uma vez, e o resultado é um número só repetido."
        " Para a derivada parcial, mexa em uma e deixe as outras.",
    ),
    en=(
        "All components at once",
        "Adding h to the whole array moves every component at the same time, and the result is a single number "
        "repeated. For a partial derivative, move one and leave the others.",
    ),
)
def all_components_together(f, x, h=1e-5):
    return np.full(len(x), (f(x + h) - f(x)) / h)


@wrong(
    "numerical_gradient",
    pt=(
        "h não cabe num array de inteiros",
        "Num array de inteiros, como x ou uma cópia de x, a parte decimal se perde ao somar h. O ponto não se "
        "mexe como devia, e a medida sai errada.",
    ),
    en=(
        "h does not fit into an array of integers",
        "In an array of integers, such as x or a copy of x, the decimal part is lost when h is added. The point "
        "does not move as it should, and the measurement is wrong.",
    ),
)
def integer_copy(f, x, h=1e-5):
    gradient = np.zeros(len(x))
    for i in range(len(x)):
        moved = x.copy()
        moved[i] = moved[i] + h
        gradient[i] = (f(moved) - f(x)) / h
    return gradient


@wrong(
    "numerical_gradient",
    pt=(
        "O resultado é guardado em inteiros",
        "Um array feito a partir de x, com zeros_like ou copy, tem o mesmo tipo de x. Se x tem inteiros, cada "
        "derivada perde a parte decimal ao ser guardada.",
    ),
    en=(
        "The result is stored as integers",
        "An array made from x, with zeros_like or copy, has the same type as x. If x holds integers, each "
        "derivative loses its decimal part when it is stored.",
    ),
)
def stored_as_integers(f, x, h=1e-5):
    gradient = np.zeros_like(x)
    for i in range(len(x)):
        moved = np.array(x, dtype=float)
        moved[i] += h
        gradient[i] = (f(moved) - f(x)) / h
    return gradient


@wrong(
    "numerical_gradient",
    pt=(
        "Diferença central",
        "Você andou um passo para cada lado em cada componente. É uma boa medida, mas a definição pedida aqui "
        "anda só para a frente.",
    ),
    en=(
        "Central difference",
        "You took a step to each side in every component. It is a good measurement, but the definition asked for "
        "here goes forward only.",
    ),
)
def central_instead(f, x, h=1e-5):
    steps = h * np.eye(len(x))
    return np.array([(f(x + step) - f(x - step)) / (2 * h) for step in steps])


@wrong(
    "numerical_gradient",
    pt=(
        "Faltou dividir por h",
        "Você devolve quanto f mudou com cada passo. Para ser uma derivada, falta dividir pelo tamanho do passo.",
    ),
    en=(
        "The division by h is missing",
        "You return how much f changed with each step. To be a derivative it still has to be divided by the size "
        "of the step.",
    ),
)
def changes_without_division(f, x, h=1e-5):
    return np.array([f(x + step) - f(x) for step in h * np.eye(len(x))])


@wrong(
    "numerical_gradient",
    pt=(
        "Sinal trocado",
        "Você subtraiu na ordem inversa, e o gradiente aponta para onde f diminui. É o valor novo menos o antigo.",
    ),
    en=(
        "Sign swapped",
        "You subtracted in the opposite order, and the gradient points to where f decreases. It is the new value "
        "minus the old.",
    ),
)
def old_minus_new(f, x, h=1e-5):
    return np.array([(f(x) - f(x + step)) / h for step in h * np.eye(len(x))])


@wrong(
    "numerical_gradient",
    pt=(
        "As derivadas somadas",
        "Você somou as derivadas parciais num número só. O gradiente tem uma componente para cada variável.",
    ),
    en=(
        "The derivatives added up",
        "You added the partial derivatives up into a single number. The gradient has one component for each variable.",
    ),
)
def added_up(f, x, h=1e-5):
    return sum((f(x + step) - f(x)) / h for step in h * np.eye(len(x)))


@wrong(
    "numerical_gradient",
    pt=(
        "O h recebido é ignorado",
        "A sua função usa sempre 1e-5. Quem chama pode pedir outro passo, e 1e-5 é só o valor quando ninguém pede.",
    ),
    en=(
        "The given h is ignored",
        "Your function always uses 1e-5. The caller may ask for another step, and 1e-5 is only the value when "
        "nobody does.",
    ),
)
def given_h_ignored(f, x, h=1e-5):
    h = 1e-5
    return np.array([(f(x + step) - f(x)) / h for step in h * np.eye(len(x))])


@wrong(
    "numerical_gradient",
    pt=(
        "Outro h quando não se diz nenhum",
        "A fórmula está certa, mas sem o terceiro argumento a sua função usa um passo de 0,0001. O combinado na "
        "assinatura é 1e-5.",
    ),
    en=(
        "Another h when none is given",
        "The formula is right, but without the third argument your function uses a step of 0.0001. The signature "
        "says 1e-5.",
    ),
)
def another_default(f, x, h=1e-4):
    return np.array([(f(x + step) - f(x)) / h for step in h * np.eye(len(x))])


@wrong(
    "numerical_gradient",
    pt=(
        "Dividiu pelo número de variáveis",
        "Você dividiu cada derivada por n, como quem tira uma média. Cada derivada parcial é só dela: basta "
        "dividir por h.",
    ),
    en=(
        "Divided by the number of variables",
        "You divided each derivative by n, as if taking a mean. Each partial derivative stands alone: dividing by"
        " h is enough.",
    ),
)
def divided_by_n(f, x, h=1e-5):
    return np.array([(f(x + step) - f(x)) / h for step in h * np.eye(len(x))]) / len(x)
