"""Answers to gradient_step: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("gradient_step")
def both_at_once(x, y, step):
    return x + step * y, y + step * x


@right("gradient_step")
def as_a_vector(x, y, step):
    new_x, new_y = np.array([x, y]) + step * np.array([y, x])
    return new_x, new_y


@right("gradient_step")
def old_value_kept(x, y, step):
    old = x
    x = x + step * y
    y = y + step * old
    return [x, y]


@right("gradient_step")
def single_precision(x, y, step):
    x, y, step = np.float32(x), np.float32(y), np.float32(step)
    return x + step * y, y + step * x


@right("gradient_step")
def as_a_matrix(x, y, step):
    moved = np.array([[1, step], [step, 1]]) @ np.array([x, y])
    return float(moved[0]), float(moved[1])


@wrong(
    "gradient_step",
    pt=(
        "Desceu em vez de subir",
        "Você andou contra o gradiente, como se faz para diminuir um custo. Aqui queremos que x·y aumente: o "
        "passo é a favor dele.",
    ),
    en=(
        "Went down instead of up",
        "You walked against the gradient, as one does to make a cost smaller. Here we want x·y to grow: the step "
        "goes along it.",
    ),
)
def downhill(x, y, step):
    return x - step * y, y - step * x


@wrong(
    "gradient_step",
    pt=(
        "O y usou o x novo",
        "Você atualizou x e usou o valor novo para calcular o passo de y. As duas derivadas são do mesmo ponto, o"
        " de antes do passo.",
    ),
    en=(
        "y used the new x",
        "You updated x and used the new value to compute y's step. Both derivatives belong to the same point, the"
        " one before the step.",
    ),
)
def new_x_used_for_y(x, y, step):
    x = x + step * y
    y = y + step * x
    return x, y


@wrong(
    "gradient_step",
    pt=(
        "O x usou o y novo",
        "Você atualizou y primeiro e usou o valor novo no passo de x. As duas derivadas são do mesmo ponto, o de "
        "antes do passo.",
    ),
    en=(
        "x used the new y",
        "You updated y first and used the new value in x's step. Both derivatives belong to the same point, the "
        "one before the step.",
    ),
)
def new_y_used_for_x(x, y, step):
    y = y + step * x
    x = x + step * y
    return x, y


@wrong(
    "gradient_step",
    pt=(
        "Cada um com a própria coordenada",
        "Você somou a x um pedaço de x, e a y um pedaço de y. A derivada de x·y em relação a x é y, e vice-versa.",
    ),
    en=(
        "Each with its own coordinate",
        "You added a piece of x to x and a piece of y to y. The derivative of x·y with respect to x is y, and the"
        " other way round.",
    ),
)
def own_coordinates(x, y, step):
    return x + step * x, y + step * y


@wrong(
    "gradient_step",
    pt=(
        "O tamanho do passo não entra",
        "Você somou o gradiente inteiro, sem multiplicá-lo por step. O gradiente dá a direção; step diz quanto "
        "andar nela.",
    ),
    en=(
        "The size of the step is left out",
        "You added the whole gradient without multiplying it by step. The gradient gives the direction; step says"
        " how far to walk along it.",
    ),
)
def step_left_out(x, y, step):
    return x + y, y + x


@wrong(
    "gradient_step",
    pt=(
        "Só o deslocamento",
        "Você devolveu quanto andar, e não onde se chega. O novo ponto é o antigo mais esse deslocamento.",
    ),
    en=(
        "The move only",
        "You returned how far to move, not where one arrives. The new point is the old one plus that move.",
    ),
)
def move_only(x, y, step):
    return step * y, step * x


@wrong(
    "gradient_step",
    pt=(
        "O mesmo empurrão para os dois",
        "Você somou step às duas coordenadas, sem o gradiente. Se y é negativo, aumentar x diminui o produto.",
    ),
    en=(
        "The same push for both",
        "You added step to both coordinates, without the gradient. If y is negative, increasing x makes the "
        "product smaller.",
    ),
)
def same_push(x, y, step):
    return x + step, y + step


@wrong(
    "gradient_step",
    pt=(
        "Só o sinal do gradiente",
        "Você anda sempre step, para um lado ou para o outro. O passo é step vezes a derivada: onde ela é grande,"
        " anda-se mais.",
    ),
    en=(
        "The gradient's sign only",
        "You always move by step, one way or the other. The move is step times the derivative: where that is "
        "large, one moves further.",
    ),
)
def sign_of_the_gradient(x, y, step):
    return x + step * np.sign(y), y + step * np.sign(x)


@wrong(
    "gradient_step",
    pt=(
        "Gradiente normalizado",
        "Você dividiu o gradiente pelo tamanho dele, e todos os passos ficam do mesmo tamanho. A regra pedida usa "
        "o gradiente como ele é.",
    ),
    en=(
        "Normalised gradient",
        "You divided the gradient by its size, and all steps come out the same length. The rule asked for uses "
        "the gradient as it is.",
    ),
)
def normalised(x, y, step):
    size = np.hypot(x, y)
    return (x + step * y / size, y + step * x / size) if size > 0 else (x, y)


@wrong(
    "gradient_step",
    pt=(
        "O produto no lugar do gradiente",
        "Você somou às duas coordenadas um pedaço de x·y. O valor do produto não diz como ele muda: para isso "
        "servem as derivadas.",
    ),
    en=(
        "The product instead of the gradient",
        "You added a piece of x·y to both coordinates. The product's value does not say how it changes: that is "
        "what the derivatives are for.",
    ),
)
def product_instead(x, y, step):
    return x + step * x * y, y + step * x * y


@wrong(
    "gradient_step",
    pt=(
        "O ponto sai trocado",
        "As contas estão certas, mas você devolveu o novo y antes do novo x. A ordem combinada é (x, y).",
    ),
    en=(
        "The point comes out swapped",
        "The calculation is right, but you returned the new y before the new x. The agreed order is (x, y).",
    ),
)
def swapped_result(x, y, step):
    return y + step * x, x + step * y
