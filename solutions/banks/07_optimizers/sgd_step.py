"""Answers to sgd_step: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("sgd_step")
def against_the_gradient(w, g, lr):
    return w + lr * np.negative(g)


@right("sgd_step")
def negative_step_added(w, g, lr):
    step = -lr * g
    return w + step


@right("sgd_step")
def entry_by_entry(w, g, lr):
    flat_w, flat_g = np.ravel(w).tolist(), np.ravel(g).tolist()
    return np.reshape([a - lr * b for a, b in zip(flat_w, flat_g)], np.shape(w))


@right("sgd_step")
def row_by_row_in_a_list(w, g, lr):
    return [w[i] - lr * g[i] for i in range(len(w))]


@right("sgd_step")
def single_precision(w, g, lr):
    w, g = np.asarray(w, dtype=np.float32), np.asarray(g, dtype=np.float32)
    return w - np.float32(lr) * g


@right("sgd_step")
def changes_a_copy(w, g, lr):
    new = np.array(w, dtype=float)
    new -= lr * g
    return new


@right("sgd_step")
def with_ufuncs(w, g, lr):
    return np.subtract(w, np.multiply(lr, g))


@wrong(
    "sgd_step",
    pt=(
        "Subiu a ladeira",
        "O gradiente aponta para onde o custo cresce, e o seu passo foi nesse sentido. Para descer, ande no sentido "
        "oposto.",
    ),
    en=(
        "Walked uphill",
        "The gradient points where the cost grows, and your step went that way. To go down, walk the opposite way.",
    ),
)
def uphill(w, g, lr):
    return w + lr * g


@wrong(
    "sgd_step",
    pt=(
        "Passo sem a taxa de aprendizado",
        "O seu passo tem o tamanho do gradiente inteiro, e lr não muda nada. É a taxa que diz quanto andar na "
        "direção que o gradiente indica.",
    ),
    en=(
        "A step without the learning rate",
        "Your step is as large as the whole gradient, and lr changes nothing. It is the rate that says how far to "
        "walk in the direction the gradient shows.",
    ),
)
def no_learning_rate(w, g, lr):
    return w - g


@wrong(
    "sgd_step",
    pt=(
        "Peso e gradiente trocados",
        "Você partiu do gradiente e tirou os pesos. Os pesos são o lugar de onde se parte, e o gradiente diz para "
        "onde andar.",
    ),
    en=(
        "Weights and gradient swapped",
        "You started from the gradient and took the weights away. The weights are where you start, and the gradient "
        "says where to go.",
    ),
)
def gradient_from_weights(w, g, lr):
    return g - lr * w


@wrong(
    "sgd_step",
    pt=(
        "Devolveu só o passo",
        "O que saiu é o quanto os pesos mudam, não os pesos novos. O passo ainda precisa ser dado a partir de w.",
    ),
    en=(
        "Returned the step only",
        "What came out is how much the weights change, not the new weights. The step still has to be taken from w.",
    ),
)
def only_the_step(w, g, lr):
    return -lr * g


@wrong(
    "sgd_step",
    pt=(
        "Alterou os pesos recebidos",
        "Com -= os pesos novos são escritos por cima dos antigos, no array de quem chamou; se ele for de inteiros, "
        "a conta nem acontece. Devolva um array novo.",
    ),
    en=(
        "Changed the weights it was given",
        "With -= the new weights are written over the old ones, in the caller's array; if that holds integers, the "
        "operation does not even happen. Return a new array.",
    ),
)
def in_place(w, g, lr):
    w -= lr * g
    return w


@wrong(
    "sgd_step",
    pt=(
        "Pesos novos de tipo inteiro",
        "Você copiou o tipo de w, e quando ele é inteiro a fração de cada peso novo é descartada. Os passos "
        "pequenos somem ou saem grandes demais.",
    ),
    en=(
        "New weights of an integer type",
        "You copied the type of w, and when it is an integer type the fraction of each new weight is dropped. Small "
        "steps vanish or come out too large.",
    ),
)
def integer_weights(w, g, lr):
    return (w - lr * g).astype(w.dtype)


@wrong(
    "sgd_step",
    pt=(
        "Dividiu pela taxa",
        "O gradiente foi dividido por lr em vez de multiplicado. Uma taxa pequena pede passos pequenos, e os seus "
        "ficam enormes.",
    ),
    en=(
        "Divided by the rate",
        "The gradient was divided by lr instead of multiplied. A small rate asks for small steps, and yours become "
        "huge.",
    ),
)
def rate_divides(w, g, lr):
    return w - g / lr


@wrong(
    "sgd_step",
    pt=(
        "Gradiente normalizado",
        "Você dividiu o gradiente pela sua norma, e todos os passos ficaram do mesmo comprimento. No SGD o passo "
        "encolhe junto com o gradiente, e um gradiente nulo não move nada.",
    ),
    en=(
        "A normalised gradient",
        "You divided the gradient by its norm, and all steps became equally long. In SGD the step shrinks with the "
        "gradient, and a zero gradient moves nothing.",
    ),
)
def unit_gradient(w, g, lr):
    return w - lr * g / np.linalg.norm(g)


@wrong(
    "sgd_step",
    pt=(
        "Só o sinal do gradiente",
        "Todos os pesos andaram a mesma distância, seja o gradiente grande ou pequeno. O tamanho dele também conta, "
        "não só o sentido.",
    ),
    en=(
        "Only the gradient's sign",
        "All weights moved the same distance, whether the gradient is large or small. Its size counts as well, not "
        "only its direction.",
    ),
)
def sign_of_the_gradient(w, g, lr):
    return w - lr * np.sign(g)


@wrong(
    "sgd_step",
    pt=(
        "O mesmo passo para todos os pesos",
        "Você tirou a média das entradas do gradiente e usou um número só. Cada peso tem a sua própria derivada e "
        "dá o seu próprio passo.",
    ),
    en=(
        "The same step for all weights",
        "You averaged the gradient's entries and used a single number. Each weight has its own derivative and takes "
        "its own step.",
    ),
)
def mean_gradient(w, g, lr):
    return w - lr * np.mean(g)


@wrong(
    "sgd_step",
    pt=(
        "Os pesos também encolheram",
        "Além do passo, w foi multiplicado por 1 − lr. Isso é um passo que inclui uma penalidade L2, e aqui só o "
        "gradiente recebido entra.",
    ),
    en=(
        "The weights shrank as well",
        "Besides the step, w was multiplied by 1 − lr. That is a step that includes an L2 penalty, and here only "
        "the given gradient takes part.",
    ),
)
def weight_decay_too(w, g, lr):
    return (1 - lr) * w - lr * g
