"""Answers to circuit_gradient: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("circuit_gradient")
def without_the_circuit(x, y, z):
    return z, z, x + y


@right("circuit_gradient")
def chain_rule_in_full(x, y, z):
    q = x + y
    df_dq, df_dz = z, q
    dq_dx, dq_dy = 1.0, 1.0
    return df_dq * dq_dx, df_dq * dq_dy, df_dz


@right("circuit_gradient")
def multiplied_out(x, y, z):
    from_xz = np.array([z, 0, x])
    from_yz = np.array([0, z, y])
    dx, dy, dz = from_xz + from_yz
    return dx, dy, dz


@right("circuit_gradient")
def single_precision(x, y, z):
    x, y, z = np.float32(x), np.float32(y), np.float32(z)
    return z, z, x + y


@right("circuit_gradient")
def in_a_list(x, y, z):
    dx = dy = float(z)
    return [dx, dy, np.array(y + x)]


@wrong(
    "circuit_gradient",
    erratum="E8",
    pt=(
        "A regra da cadeia do slide",
        "Nos slides A a regra da cadeia aparece como ∂f/∂q · ∂f/∂x, e você multiplicou duas vezes pela derivada "
        "de f. O segundo fator é ∂q/∂x: quanto q muda com x, e numa soma isso é 1.",
    ),
    en=(
        "The slide's chain rule",
        "On slides A the chain rule reads ∂f/∂q · ∂f/∂x, and you multiplied by the derivative of f twice. The "
        "second factor is ∂q/∂x: how much q changes with x, which for a sum is 1.",
    ),
)
def chain_rule_of_the_slide(x, y, z):
    df_dq = z
    df_dx = df_dy = z
    return df_dq * df_dx, df_dq * df_dy, x + y


@wrong(
    "circuit_gradient",
    erratum="E14",
    pt=(
        "A soma reparte o gradiente",
        "Você deu metade do gradiente a x e metade a y, talvez porque os slides B dizem que a soma “distribui "
        "igualmente o gradiente”. Ela não reparte: se x cresce 1, q cresce 1 inteiro, e cada entrada recebe o "
        "gradiente todo.",
    ),
    en=(
        "The sum shares out the gradient",
        "You gave half of the gradient to x and half to y, perhaps because slides B say that the sum “distributes its "
        "gradient equally”. It does not share: if x grows by 1, q grows by a whole 1, and each input receives all of "
        "the gradient.",
    ),
)
def sum_shares_out(x, y, z):
    return z / 2, z / 2, x + y


@wrong(
    "circuit_gradient",
    pt=(
        "A soma tratada como produto",
        "Você passou o gradiente pela porta de soma como se ela fosse de produto. A derivada de x + y em relação "
        "a x é 1, e não y.",
    ),
    en=(
        "The sum treated as a product",
        "You passed the gradient through the sum gate as if it were a product gate. The derivative of x + y with "
        "respect to x is 1, not y.",
    ),
)
def sum_as_a_product(x, y, z):
    return z * y, z * x, x + y


@wrong(
    "circuit_gradient",
    pt=(
        "Multiplicou pelo valor da entrada",
        "Você multiplicou o gradiente que chega por x e por y. O fator é a derivada da porta de soma, que vale 1,"
        " e não o valor que entra nela.",
    ),
    en=(
        "Multiplied by the input's value",
        "You multiplied the arriving gradient by x and by y. The factor is the derivative of the sum gate, which "
        "is 1, not the value that enters it.",
    ),
)
def times_the_value(x, y, z):
    return z * x, z * y, x + y


@wrong(
    "circuit_gradient",
    pt=(
        "Parou na porta de soma",
        "Você devolveu 1 para x e para y: isso é quanto q muda, e não quanto f muda. Falta multiplicar pelo que q "
        "faz com f, que chega da porta de produto.",
    ),
    en=(
        "Stopped at the sum gate",
        "You returned 1 for x and y: that is how much q changes, not how much f does. It still has to be "
        "multiplied by what q does to f, which arrives from the product gate.",
    ),
)
def stopped_at_the_sum(x, y, z):
    return 1.0, 1.0, x + y


@wrong(
    "circuit_gradient",
    pt=(
        "Somou em vez de multiplicar",
        "Ao longo de um caminho as derivadas se multiplicam, e você as somou. A soma aparece só quando há mais de"
        " um caminho.",
    ),
    en=(
        "Added instead of multiplied",
        "Along one path derivatives are multiplied, and you added them. Sums appear only where there is more than"
        " one path.",
    ),
)
def added_along_the_path(x, y, z):
    return z + 1, z + 1, x + y


@wrong(
    "circuit_gradient",
    pt=(
        "A derivada em relação a z",
        "Você devolveu z como derivada em relação a z. Num produto, a força de uma entrada é o valor da outra, "
        "que aqui é q.",
    ),
    en=(
        "The derivative with respect to z",
        "You returned z as the derivative with respect to z. In a product, the strength of one input is the value "
        "of the other, which here is q.",
    ),
)
def dz_is_z(x, y, z):
    return z, z, z


@wrong(
    "circuit_gradient",
    pt=(
        "q como produto",
        "Você usou x·y no lugar de x + y. A primeira porta deste circuito é uma soma.",
    ),
    en=(
        "q as a product",
        "You used x·y instead of x + y. This circuit's first gate is a sum.",
    ),
)
def q_as_a_product(x, y, z):
    return z, z, x * y


@wrong(
    "circuit_gradient",
    pt=(
        "Trocou as entradas do produto",
        "Você mandou q para a soma e z para z. Na porta de produto cada entrada recebe a outra: q recebe z, e z "
        "recebe q.",
    ),
    en=(
        "Swapped the product's inputs",
        "You sent q to the sum and z to z. In the product gate each input receives the other: q receives z, and z"
        " receives q.",
    ),
)
def product_inputs_swapped(x, y, z):
    return x + y, x + y, z


@wrong(
    "circuit_gradient",
    pt=(
        "O circuito x + y·z",
        "Você derivou como se o produto viesse antes da soma. Os parênteses mandam: primeiro q = x + y, depois q·z.",
    ),
    en=(
        "The circuit x + y·z",
        "You took the derivatives as if the product came before the sum. The parentheses rule: first q = x + y, "
        "then q·z.",
    ),
)
def product_before_the_sum(x, y, z):
    return 1.0, z, y


@wrong(
    "circuit_gradient",
    pt=(
        "Só a última porta",
        "Você devolveu o gradiente das entradas da porta de produto, q e z. Falta levá-lo por dentro da soma até "
        "x e y.",
    ),
    en=(
        "The last gate only",
        "You returned the gradient of the product gate's inputs, q and z. It still has to be taken through the "
        "sum to x and y.",
    ),
)
def last_gate_only(x, y, z):
    return z, x + y


@wrong(
    "circuit_gradient",
    pt=(
        "Sinal trocado",
        "As três derivadas apontam para onde f diminui. O gradiente diz para onde f cresce; quem quer descer "
        "troca o sinal ao dar o passo.",
    ),
    en=(
        "Sign swapped",
        "All three derivatives point to where f decreases. The gradient says where f grows; to go down one "
        "changes the sign when taking the step.",
    ),
)
def sign_swapped(x, y, z):
    return -z, -z, -(x + y)
