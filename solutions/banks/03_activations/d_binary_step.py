"""Answers to d_binary_step: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("d_binary_step")
def zeros_of_the_shape_of_x(x):
    return np.zeros(np.shape(x))


@right("d_binary_step")
def zeros_like_x(x):
    return np.zeros_like(x)


@right("d_binary_step")
def x_times_zero(x):
    return x * 0.0


@right("d_binary_step")
def nested_lists(x):
    def slope(v):
        return 0 if np.ndim(v) == 0 else [slope(u) for u in v]

    return slope(x)


@right("d_binary_step")
def steep_at_zero(x):
    return np.where(np.asarray(x) == 0, 1e6, 0.0)


@right("d_binary_step")
def one_half_at_zero(x):
    return np.equal(x, 0) / 2


@right("d_binary_step")
def single_precision(x):
    return np.float32(0) * np.asarray(x, dtype=np.float32)


@wrong(
    "d_binary_step",
    pt=(
        "Um número só",
        "Você devolveu 0 mesmo quando x é um array. A inclinação é a mesma em toda parte, mas cada elemento de x "
        "precisa da sua: a resposta tem o formato de x.",
    ),
    en=(
        "A single number",
        "You returned 0 even where x is an array. The slope is the same everywhere, but every element of x needs its "
        "own: the answer has the shape of x.",
    ),
)
def one_number_for_all(x):
    return 0.0


@wrong(
    "d_binary_step",
    pt=(
        "Infinito em zero",
        "O salto em x = 0 é vertical, e o delta de Dirac o descreve bem no papel. Um infinito, porém, estraga todas as "
        "contas em que entra; nesse ponto se devolve um número finito qualquer.",
    ),
    en=(
        "Infinity at zero",
        "The jump at x = 0 is vertical, and Dirac's delta describes it well on paper. An infinity, however, ruins "
        "every computation it enters; at that point one returns some finite number.",
    ),
)
def infinite_at_zero(x):
    return np.where(np.asarray(x) == 0, np.inf, 0.0)


@wrong(
    "d_binary_step",
    pt=(
        "NaN em zero",
        "A derivada de fato não existe em x = 0, mas um NaN se espalha por tudo o que vier depois. Combina-se ali um "
        "número finito qualquer, para que o treino possa continuar.",
    ),
    en=(
        "NaN at zero",
        "The derivative does not in fact exist at x = 0, but a NaN spreads to all that follows. One agrees on some "
        "finite number there, so that training can go on.",
    ),
)
def not_a_number_at_zero(x):
    return np.where(np.asarray(x) == 0, np.nan, 0.0)


@wrong(
    "d_binary_step",
    pt=(
        "Erro em zero",
        "A sua função interrompe o programa quando encontra x = 0. A derivada não existe ali, mas a função precisa "
        "seguir com um número finito qualquer.",
    ),
    en=(
        "An error at zero",
        "Your function stops the program when it meets x = 0. There is no derivative there, but the function has to go "
        "on with some finite number.",
    ),
)
def raises_at_zero(x):
    if np.any(np.asarray(x) == 0):
        raise ValueError("x = 0")
    return np.zeros(np.shape(x))


@wrong(
    "d_binary_step",
    pt=(
        "A função no lugar da derivada",
        "Você devolveu o próprio degrau, 0 ou 1. Aqui se pede a inclinação dele, e um patamar é plano, seja qual for a "
        "sua altura.",
    ),
    en=(
        "The function in place of its derivative",
        "You returned the step itself, 0 or 1. What is asked for is its slope, and a level stretch is flat, whatever "
        "its height.",
    ),
)
def the_function_itself(x):
    return binary_step(x)


@wrong(
    "d_binary_step",
    pt=(
        "A derivada da identidade",
        "Inclinação 1 é a da reta y = x. O degrau não sobe junto com x: ele fica parado dos dois lados de zero.",
    ),
    en=(
        "The derivative of the identity",
        "Slope 1 is that of the line y = x. The step does not go up along with x: it stays level on both sides of "
        "zero.",
    ),
)
def derivative_of_the_identity(x):
    return np.ones(np.shape(x))


@wrong(
    "d_binary_step",
    pt=(
        "A derivada da logística",
        "A logística é uma versão suave do degrau, inclinada em toda parte. O degrau em si é plano dos dois lados do "
        "salto: por isso ele não serve para o treino por gradiente.",
    ),
    en=(
        "The derivative of the logistic",
        "The logistic is a smooth version of the step, with a slope everywhere. The step itself is flat on both sides "
        "of the jump: that is why it does not serve for training by gradients.",
    ),
)
def derivative_of_the_logistic(x):
    return d_logistic(x)


@wrong(
    "d_binary_step",
    pt=(
        "Uma inclinação emprestada",
        "Você usou 1 perto de zero, um truque conhecido para treinar redes com degraus. Ele troca a derivada por "
        "outra; a do degrau é zero também perto de zero.",
    ),
    en=(
        "A borrowed slope",
        "You used 1 near zero, a well-known trick for training networks with steps. It puts another derivative in "
        "place of the real one; that of the step is zero near zero too.",
    ),
)
def straight_through(x):
    return np.where(np.abs(x) <= 1, 1.0, 0.0)


@wrong(
    "d_binary_step",
    pt=(
        "Um pico largo demais",
        "Você tratou como zero tudo o que está muito perto de zero. Um x minúsculo já está em um dos patamares, e lá a "
        "inclinação é zero.",
    ),
    en=(
        "A peak that is too wide",
        "You took all that is very near zero for zero. A minute x is already on one of the level stretches, and the "
        "slope there is zero.",
    ),
)
def a_peak_around_zero(x):
    return np.where(np.isclose(x, 0), 1.0, 0.0)


@wrong(
    "d_binary_step",
    pt=(
        "Diferença que atravessa o salto",
        "Perto de zero, os seus dois pontos caem em lados opostos do degrau, e a diferença mede o salto inteiro. A "
        "inclinação no ponto x é a do patamar onde ele está.",
    ),
    en=(
        "A difference across the jump",
        "Near zero your two points fall on opposite sides of the step, and the difference measures the whole jump. The "
        "slope at the point x is that of the level stretch that it is on.",
    ),
)
def difference_across_the_jump(x):
    h = 1e-3
    return (np.heaviside(x + h, 1) - np.heaviside(x - h, 1)) / (2 * h)


@wrong(
    "d_binary_step",
    pt=(
        "A derivada do valor absoluto",
        "Inclinações −1 e 1 são as de |x|. O degrau não desce nem sobe fora de zero.",
    ),
    en=(
        "The derivative of the absolute value",
        "Slopes −1 and 1 are those of |x|. The step goes neither down nor up away from zero.",
    ),
)
def derivative_of_the_absolute_value(x):
    return np.sign(x)


@wrong(
    "d_binary_step",
    pt=(
        "Funciona só com um número",
        "Um if comum escolhe uma vez só: um array de um elemento vira um número, e com mais elementos o NumPy reclama. "
        "A função precisa decidir elemento por elemento.",
    ),
    en=(
        "Works with a single number only",
        "A plain if chooses only once: an array of one element becomes a number, and with more elements NumPy "
        "complains. The function has to decide element by element.",
    ),
)
def single_numbers_only(x):
    if x == 0:
        return 1.0
    return 0.0


@wrong(
    "d_binary_step",
    pt=(
        "Perdeu o formato de x",
        "Os valores estão certos, mas em fila: uma matriz virou um vetor, e um número virou uma lista de um elemento. "
        "A resposta tem o mesmo formato da entrada.",
    ),
    en=(
        "Lost the shape of x",
        "The values are right, but in single file: a matrix became a vector, and a number became a list of one. The "
        "answer has the same shape as the input.",
    ),
)
def flattened(x):
    return [0.0 for _ in np.ravel(x)]


@wrong(
    "d_binary_step",
    pt=(
        "Escreveu por cima de x",
        "As respostas estão certas, mas o array que você recebeu foi alterado: depois da chamada, quem chamou perdeu "
        "os valores de x. np.asarray não garante uma cópia; guarde o resultado em um array novo.",
    ),
    en=(
        "Wrote over x",
        "The answers are right, but the array you were given has been changed: after the call, the caller has lost the "
        "values of x. np.asarray does not promise a copy; put the result into a new array.",
    ),
)
def overwrites_x(x):
    x = np.asarray(x)
    x[...] = 0
    return x
