"""Answers to multiply_gradient: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("multiply_gradient")
def as_numbers(x, y):
    dx, dy = float(y), float(x)
    return [dx, dy]


@right("multiply_gradient")
def through_the_definition(x, y):
    h = 2.0**-10 * max(abs(x), abs(y), 2.0**-20)
    return ((x + h) * y - (x - h) * y) / (2 * h), (x * (y + h) - x * (y - h)) / (2 * h)


@right("multiply_gradient")
def single_precision(x, y):
    return np.float32(y), np.float32(x)


@right("multiply_gradient")
def product_rule(x, y):
    dx = 1 * y + x * 0
    dy = 0 * y + x * 1
    return np.array(dx), np.array(dy)


@right("multiply_gradient")
def by_the_jacobian(x, y):
    swap = np.array([[0.0, 1.0], [1.0, 0.0]])
    dx, dy = swap @ [x, y]
    return dx, dy


@right("multiply_gradient")
def as_one_array(x, y):
    return np.array([y, x])


@wrong(
    "multiply_gradient",
    pt=(
        "As duas trocadas",
        "Você devolveu (x, y), e a derivada em relação a x não é x. Se y está parado, cada unidade a mais em x "
        "soma um y inteiro ao produto.",
    ),
    en=(
        "The two swapped",
        "You returned (x, y), but the derivative with respect to x is not x. With y held still, each extra unit "
        "of x adds a whole y to the product.",
    ),
)
def swapped(x, y):
    return x, y


@wrong(
    "multiply_gradient",
    pt=(
        "As derivadas da soma",
        "Um e um são as derivadas de x + y. Num produto, a força de uma entrada é o valor da outra.",
    ),
    en=(
        "The derivatives of the sum",
        "One and one are the derivatives of x + y. In a product, the strength of one input is the value of the other.",
    ),
)
def derivatives_of_the_sum(x, y):
    return 1.0, 1.0


@wrong(
    "multiply_gradient",
    pt=(
        "O próprio produto",
        "Você devolveu o valor da porta, e não quanto ele muda. A derivada diz quanto a saída muda quando uma "
        "entrada muda.",
    ),
    en=(
        "The product itself",
        "You returned the gate's value, not how much it changes. The derivative says how much the output changes "
        "when an input does.",
    ),
)
def the_product_itself(x, y):
    return x * y, x * y


@wrong(
    "multiply_gradient",
    pt=(
        "Sinal trocado",
        "As suas derivadas apontam para onde o produto diminui. Isso seria o passo de quem quer descer; o "
        "gradiente aponta para cima.",
    ),
    en=(
        "Sign swapped",
        "Your derivatives point to where the product gets smaller. That would be the step of someone going down; "
        "the gradient points up.",
    ),
)
def sign_swapped(x, y):
    return -y, -x


@wrong(
    "multiply_gradient",
    pt=(
        "Só o módulo",
        "Você jogou fora o sinal da outra entrada. Se y é negativo, aumentar x diminui o produto, e a derivada "
        "tem de dizer isso.",
    ),
    en=(
        "The size only",
        "You dropped the sign of the other input. If y is negative, increasing x makes the product smaller, and "
        "the derivative has to say so.",
    ),
)
def size_only(x, y):
    return abs(y), abs(x)


@wrong(
    "multiply_gradient",
    pt=(
        "Uma derivada para as duas",
        "Você somou as duas derivadas parciais e devolveu a soma para ambas. Cada entrada tem a sua, com a outra "
        "parada.",
    ),
    en=(
        "One derivative for both",
        "You added the two partial derivatives and returned the sum for both. Each input has its own, with the "
        "other held still.",
    ),
)
def sum_for_both(x, y):
    return x + y, x + y


@wrong(
    "multiply_gradient",
    pt=(
        "Como se fosse um quadrado",
        "Você derivou como x². O 2 aparece quando as duas entradas são a mesma; aqui são duas variáveis diferentes.",
    ),
    en=(
        "As if it were a square",
        "You took the derivative as for x². The 2 appears when both inputs are the same; here they are two "
        "different variables.",
    ),
)
def as_a_square(x, y):
    return 2 * x, 2 * y


@wrong(
    "multiply_gradient",
    pt=(
        "Só uma derivada",
        "Você devolveu um número só. O gradiente tem uma parte para cada entrada: (dx, dy).",
    ),
    en=(
        "A single derivative",
        "You returned one number. The gradient has a part for each input: (dx, dy).",
    ),
)
def single_derivative(x, y):
    return y


@wrong(
    "multiply_gradient",
    pt=(
        "Parte decimal perdida",
        "Você converteu as entradas em inteiros. As entradas de um circuito são números reais, e a derivada também.",
    ),
    en=(
        "Decimal part lost",
        "You turned the inputs into integers. A circuit's inputs are real numbers, and so is the derivative.",
    ),
)
def truncated(x, y):
    return int(y), int(x)


@wrong(
    "multiply_gradient",
    pt=(
        "Os quadrados das entradas",
        "Você devolveu y² e x², como se cada derivada levasse a outra entrada duas vezes. Na derivada em relação "
        "a x, o fator y aparece uma vez só.",
    ),
    en=(
        "Squares of the inputs",
        "You returned y² and x², as if each derivative took the other input twice. In the derivative with respect"
        " to x the factor y appears only once.",
    ),
)
def squares(x, y):
    return y**2, x**2
