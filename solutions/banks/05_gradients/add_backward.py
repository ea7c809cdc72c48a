"""Answers to add_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("add_backward")
def the_same_for_both(a, b, dx):
    return dx, dx


@right("add_backward")
def times_one(a, b, dx):
    return 1.0 * dx, 1.0 * dx


@right("add_backward")
def copies(a, b, dx):
    return np.array(dx, dtype=float), np.array(dx, dtype=float)


@right("add_backward")
def lists(a, b, dx):
    def everywhere(v):
        return float(v) if np.ndim(v) == 0 else [everywhere(u) for u in v]

    return everywhere(dx), everywhere(dx)


@right("add_backward")
def single_precision(a, b, dx):
    dx = np.asarray(dx, dtype=np.float32)
    return dx, dx


@wrong(
    "add_backward",
    erratum="E14",
    pt=(
        "O gradiente foi dividido",
        "Cada entrada recebeu a metade, como sugerem os slides B, em que a soma “distribui igualmente o gradiente”. "
        "Nada se divide: a soma muda tanto quanto cada entrada muda, e cada uma deve receber o gradiente inteiro.",
    ),
    en=(
        "The gradient was divided",
        "Each input received half, as slides B suggest when they say that the sum “distributes its gradient equally”. "
        "Nothing is divided: the sum changes as much as each input does, and each should receive the whole gradient.",
    ),
)
def shared_equally(a, b, dx):
    return dx / 2, dx / 2


@wrong(
    "add_backward",
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
def local_slopes_only(a, b, dx):
    return np.ones(np.shape(dx)), np.ones(np.shape(dx))


@wrong(
    "add_backward",
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
def sign_flipped(a, b, dx):
    return -dx, -dx


@wrong(
    "add_backward",
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
def forwards(a, b, dx):
    return a + b, a + b


@wrong(
    "add_backward",
    pt=(
        "Porta da multiplicação",
        "Você usou a regra do produto, em que cada entrada recebe a outra. Na soma, as duas inclinações valem 1.",
    ),
    en=(
        "The multiplication gate",
        "You used the rule of the product, where each input receives the other. In a sum both slopes are 1.",
    ),
)
def like_a_product(a, b, dx):
    return b * dx, a * dx


@wrong(
    "add_backward",
    pt=(
        "Cada entrada com o seu valor",
        "Cada gradiente foi multiplicado pela própria entrada. Na soma, o valor da entrada não importa.",
    ),
    en=(
        "Each input with its own value",
        "Each gradient was multiplied by its own input. In a sum the value of the input does not matter.",
    ),
)
def own_value(a, b, dx):
    return a * dx, b * dx


@wrong(
    "add_backward",
    pt=(
        "Só a primeira recebe",
        "A segunda entrada ficou sem gradiente. As duas mudam a soma do mesmo jeito.",
    ),
    en=(
        "Only the first one receives",
        "The second input got no gradient. Both change the sum in the same way.",
    ),
)
def first_only(a, b, dx):
    return dx, 0 * dx


@wrong(
    "add_backward",
    pt=(
        "Como numa diferença",
        "A segunda entrada recebeu o gradiente com sinal trocado, o que vale para a − b.",
    ),
    en=(
        "As in a difference",
        "The second input received the gradient with its sign flipped, which holds for a − b.",
    ),
)
def second_subtracted(a, b, dx):
    return dx, -dx


@wrong(
    "add_backward",
    pt=(
        "Repartido pelo valor",
        "Você repartiu o gradiente na proporção dos valores das entradas. Ele não é um bolo: cada entrada recebe tudo.",
    ),
    en=(
        "Shared out by value",
        "You shared the gradient out in proportion to the values of the inputs. It is no cake: each input receives all "
        "of it.",
    ),
)
def by_size(a, b, dx):
    with np.errstate(all="ignore"):
        return np.divide(a, a + b) * dx, np.divide(b, a + b) * dx


@wrong(
    "add_backward",
    pt=(
        "Tudo somado num número",
        "O gradiente de cada entrada foi somado. Ele tem o formato da entrada, um número para cada elemento.",
    ),
    en=(
        "All summed into one number",
        "The gradient of each input was summed. It has the input's shape, one number for each element.",
    ),
)
def summed_up(a, b, dx):
    return np.sum(dx), np.sum(dx)
