"""Answers to numerical_derivative: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("numerical_derivative")
def rise_over_run(f, x, h=1e-5):
    rise = f(x + h) - f(x)
    return rise / h


@right("numerical_derivative")
def step_as_it_is_stored(f, x, h=1e-5):
    there = x + h
    return (f(there) - f(x)) / (there - x)


@right("numerical_derivative")
def difference_of_quotients(f, x, h=0.00001):
    return f(x + h) / h - f(x) / h


@right("numerical_derivative")
def with_arrays(f, x, h=1e-5):
    before, after = np.float64(x), np.float64(x) + h
    return np.diff([f(before), f(after)])[0] / h


@right("numerical_derivative")
def minus_on_both_sides(f, x, h=10**-5):
    return np.array((f(x) - f(x + h)) / -h)


@wrong(
    "numerical_derivative",
    pt=(
        "Diferença central",
        "Você andou um passo para cada lado. A definição pedida aqui compara f(x + h) com o próprio f(x); a outra"
        " vem mais adiante, com outro nome.",
    ),
    en=(
        "Central difference",
        "You took a step to each side. The definition asked for here compares f(x + h) with f(x) itself; the "
        "other one comes later, under another name.",
    ),
)
def central_instead(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)


@wrong(
    "numerical_derivative",
    pt=(
        "Passo para trás",
        "Você comparou f(x) com o ponto de trás. O limite é o mesmo, mas com h finito a medida é outra: a "
        "definição pedida aqui anda para a frente.",
    ),
    en=(
        "A step backward",
        "You compared f(x) with the point behind it. The limit is the same, but with a finite h the measurement "
        "is another: the definition asked for here goes forward.",
    ),
)
def backward(f, x, h=1e-5):
    return (f(x) - f(x - h)) / h


@wrong(
    "numerical_derivative",
    pt=(
        "Faltou dividir por h",
        "Você devolve quanto f mudou, e isso encolhe com h. A derivada é a mudança por unidade de x.",
    ),
    en=(
        "The division by h is missing",
        "You return how much f changed, and that shrinks with h. The derivative is the change per unit of x.",
    ),
)
def change_without_division(f, x, h=1e-5):
    return f(x + h) - f(x)


@wrong(
    "numerical_derivative",
    pt=(
        "Dividiu por 2h",
        "O passo foi de h, mas você dividiu por 2h, e o resultado é a metade. Os 2h são da fórmula que anda um "
        "passo para cada lado.",
    ),
    en=(
        "Divided by 2h",
        "The step was h, yet you divided by 2h, and the result is half. The 2h belong to the formula that takes a"
        " step to each side.",
    ),
)
def divided_by_two_h(f, x, h=1e-5):
    return (f(x + h) - f(x)) / (2 * h)


@wrong(
    "numerical_derivative",
    pt=(
        "Faltaram parênteses",
        "Sem parênteses em volta da diferença, só f(x) é dividido por h. A divisão vem antes da subtração.",
    ),
    en=(
        "Parentheses are missing",
        "Without parentheses around the difference only f(x) is divided by h. Division comes before subtraction.",
    ),
)
def missing_parentheses(f, x, h=1e-5):
    return f(x + h) - f(x) / h


@wrong(
    "numerical_derivative",
    pt=(
        "O passo foi dado fora de f",
        "Você somou h ao valor de f, e não a x: a diferença dá sempre h, e o quociente, sempre 1. Quem dá o passo"
        " é a entrada.",
    ),
    en=(
        "The step was taken outside f",
        "You added h to the value of f, not to x: the difference is always h, and the quotient always 1. It is "
        "the input that takes the step.",
    ),
)
def step_outside(f, x, h=1e-5):
    return ((f(x) + h) - f(x)) / h


@wrong(
    "numerical_derivative",
    pt=(
        "Sinal trocado",
        "Você subtraiu na ordem inversa, e a derivada sai com o sinal oposto. É o valor novo menos o antigo.",
    ),
    en=(
        "Sign swapped",
        "You subtracted in the opposite order, and the derivative comes out with the opposite sign. It is the new"
        " value minus the old.",
    ),
)
def old_minus_new(f, x, h=1e-5):
    return (f(x) - f(x + h)) / h


@wrong(
    "numerical_derivative",
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
    return (f(x + h) - f(x)) / h


@wrong(
    "numerical_derivative",
    pt=(
        "Outro h quando não se diz nenhum",
        "A fórmula está certa, mas sem o terceiro argumento a sua função usa um passo de 0,001. O combinado na "
        "assinatura é 1e-5.",
    ),
    en=(
        "Another h when none is given",
        "The formula is right, but without the third argument your function uses a step of 0.001. The signature "
        "says 1e-5.",
    ),
)
def another_default(f, x, h=1e-3):
    return (f(x + h) - f(x)) / h


@wrong(
    "numerical_derivative",
    pt=(
        "Passo proporcional a x",
        "Você andou h vezes x, em vez de h. O passo muda de ponto para ponto, e com x negativo vai para trás. "
        "Quem chama pediu um passo de h.",
    ),
    en=(
        "A step in proportion to x",
        "You moved by h times x instead of h. The step changes from point to point, and goes backward where x is "
        "negative. The caller asked for a step of h.",
    ),
)
def relative_step(f, x, h=1e-5):
    step = h * x if x != 0 else h * h
    return (f(x + step) - f(x)) / step


@wrong(
    "numerical_derivative",
    pt=(
        "Resultado arredondado",
        "Você arredondou a derivada para quatro casas. Parece mais limpo, mas joga fora os algarismos de que a "
        "comparação com uma fórmula vai precisar.",
    ),
    en=(
        "Rounded result",
        "You rounded the derivative to four places. It looks tidier but throws away the digits that a comparison "
        "with a formula will need.",
    ),
)
def rounded(f, x, h=1e-5):
    return round((f(x + h) - f(x)) / h, 4)
