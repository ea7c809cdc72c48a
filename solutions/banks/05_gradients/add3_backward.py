"""Answers to add3_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("add3_backward")
def the_same_for_all(a, b, c, dx):
    return dx, dx, dx


@right("add3_backward")
def times_one(a, b, c, dx):
    return 1.0 * dx, 1.0 * dx, 1.0 * dx


@right("add3_backward")
def two_gates_in_a_row(a, b, c, dx):
    dab, dc = dx, dx
    da, db = dab, dab
    return da, db, dc


@right("add3_backward")
def copies(a, b, c, dx):
    return tuple(np.array(dx, dtype=float) for _ in range(3))


@right("add3_backward")
def single_precision(a, b, c, dx):
    dx = np.asarray(dx, dtype=np.float32)
    return dx, dx, dx


@wrong(
    "add3_backward",
    erratum="E14",
    pt=(
        "O gradiente foi dividido",
        "Cada entrada recebeu um terço, como sugerem os slides B, em que a soma “distribui igualmente o gradiente”. "
        "Nada se divide: cada uma deve receber o gradiente inteiro.",
    ),
    en=(
        "The gradient was divided",
        "Each input received a third, as slides B suggest when they say that the sum “distributes its gradient "
        "equally”. Nothing is divided: each one should receive the whole gradient.",
    ),
)
def shared_equally(a, b, c, dx):
    return dx / 3, dx / 3, dx / 3


@wrong(
    "add3_backward",
    pt=(
        "Dividido porta por porta",
        "Você viu duas somas em fila e dividiu ao meio em cada uma. As portas estão certas, a divisão não: nenhuma "
        "delas reparte o gradiente.",
    ),
    en=(
        "Divided gate by gate",
        "You saw two sums in a row and halved in each. The gates are right, the halving is not: neither of them "
        "shares the gradient out.",
    ),
)
def shared_in_two_gates(a, b, c, dx):
    return dx / 4, dx / 4, dx / 2


@wrong(
    "add3_backward",
    pt=(
        "Só as inclinações locais",
        "Você devolveu as derivadas da porta e deixou de fora o gradiente que chega. A regra da cadeia multiplica "
        "as duas coisas.",
    ),
    en=(
        "The local slopes only",
        "You returned the gate's own derivatives and left out the gradient that arrives. The chain rule multiplies "
        "the two.",
    ),
)
def local_slopes_only(a, b, c, dx):
    return tuple(np.ones(np.shape(dx)) for _ in range(3))


@wrong(
    "add3_backward",
    pt=(
        "Sinal trocado",
        "Todos os gradientes saíram com o sinal oposto, como quem já dá o passo da descida. Aqui só se propaga a "
        "inclinação.",
    ),
    en=(
        "Sign flipped",
        "All gradients came out with the opposite sign, as if the step downhill were taken already. Here the slope "
        "is only passed on.",
    ),
)
def sign_flipped(a, b, c, dx):
    return -dx, -dx, -dx


@wrong(
    "add3_backward",
    pt=(
        "O valor da porta, não o gradiente",
        "Você calculou a saída da porta a partir das entradas. Na volta, o que se calcula é quanto cada entrada "
        "muda a saída, vezes o que chega.",
    ),
    en=(
        "The gate's value, not its gradient",
        "You computed the gate's output from its inputs. On the way back what is computed is how much each input "
        "changes the output, times what arrives.",
    ),
)
def forwards(a, b, c, dx):
    return a + b + c, a + b + c, a + b + c


@wrong(
    "add3_backward",
    pt=(
        "Porta da multiplicação",
        "Cada entrada recebeu o produto das outras duas, que é a regra de a·b·c. Numa soma as inclinações valem 1.",
    ),
    en=(
        "The multiplication gate",
        "Each input received the product of the other two, which is the rule of a·b·c. In a sum the slopes are 1.",
    ),
)
def like_a_product(a, b, c, dx):
    return b * c * dx, a * c * dx, a * b * dx


@wrong(
    "add3_backward",
    pt=(
        "Cada entrada com o seu valor",
        "Cada gradiente foi multiplicado pela própria entrada. Na soma, o valor da entrada não importa.",
    ),
    en=(
        "Each input with its own value",
        "Each gradient was multiplied by its own input. In a sum the value of the input does not matter.",
    ),
)
def own_value(a, b, c, dx):
    return a * dx, b * dx, c * dx


@wrong(
    "add3_backward",
    pt=(
        "A terceira ficou sem",
        "A terceira entrada não recebeu gradiente. Ela muda a soma tanto quanto as outras.",
    ),
    en=(
        "The third went without",
        "The third input received no gradient. It changes the sum as much as the others do.",
    ),
)
def two_only(a, b, c, dx):
    return dx, dx, 0 * dx
