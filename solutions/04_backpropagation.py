# %% [markdown] lang="pt"
# # 04 · Retropropagação: de onde vem o gradiente
#
# Nos notebooks anteriores o gradiente sempre esteve à mão: alguém derivou uma fórmula, e o neurônio a seguiu.
# Uma rede tem milhares de números para ajustar, e ninguém deriva tudo isso no papel. Como saber, para **cada**
# um deles, se deve aumentar ou diminuir, e com que força?
#
# Este notebook responde quatro vezes, cada vez melhor: sorteando, medindo, derivando e, por fim, deixando que
# cada pedacinho do circuito derive só a sua parte e passe o resultado adiante, de trás para a frente. Essa
# última resposta é a **retropropagação** [1].
#
# | função | o que faz |
# |---|---|
# | `random_search` | sorteia pontos e fica com o melhor |
# | `random_local_search` | sorteia passos e fica com os que melhoram |
# | `numerical_derivative` | mede uma derivada pela definição |
# | `numerical_gradient` | mede todas as derivadas parciais |
# | `central_difference` | mede melhor, com um passo para cada lado |
# | `check_gradient` | diz se um gradiente que alguém calculou está certo |
# | `multiply_gradient` | o gradiente de um produto, por fórmula |
# | `gradient_step` | um passo gradiente acima |
# | `circuit_gradient` | a regra da cadeia em duas portas |
# | `neuron_circuit`, `neuron_circuit_gradient` | o mesmo num neurônio inteiro |

# %% [markdown] lang="en"
# # 04 · Backpropagation: where the gradient comes from
#
# In the previous notebooks the gradient was always at hand: someone derived a formula, and the neuron followed
# it. A network has thousands of numbers to adjust, and nobody derives all that on paper. How to know, for
# **each** of them, whether it should grow or shrink, and how strongly?
#
# This notebook answers four times, better each time: by drawing lots, by measuring, by deriving and, in the
# end, by letting each little piece of the circuit derive its own part only and pass the result on, from back to
# front. That last answer is **backpropagation** [1].
#
# | function | what it does |
# |---|---|
# | `random_search` | draws points and keeps the best |
# | `random_local_search` | draws steps and keeps those that improve |
# | `numerical_derivative` | measures a derivative by the definition |
# | `numerical_gradient` | measures all the partial derivatives |
# | `central_difference` | measures better, with a step to each side |
# | `check_gradient` | says whether a gradient that someone computed is right |
# | `multiply_gradient` | the gradient of a product, by formula |
# | `gradient_step` | a step up the gradient |
# | `circuit_gradient` | the chain rule in two gates |
# | `neuron_circuit`, `neuron_circuit_gradient` | the same in a whole neuron |

# %% [markdown] lang="pt"
# ## Como trabalhar neste notebook
#
# - Escreva cada função embaixo do comentário `# Escreva aqui · Write here`, no lugar do `...`, sem mudar o
#   nome nem os argumentos. Uma função pode usar as que você já escreveu.
# - Depois rode a célula `check(...)` logo abaixo. Ela faz as verificações públicas e, se algo não estiver
#   certo, mostra um caso pequeno em que isso aparece. As demais verificações rodam na correção.
# - Algumas funções recebem **outra função** como argumento, `f`. Chame-a como qualquer função: `f(x)`.
# - Se a função ainda não passou, `degrau.hint(nome_da_função)` mostra mais uma dica. `degrau.progress()` mostra até
#   onde você já foi no notebook.
# - Os gráficos usam as suas funções: enquanto elas não existem, a célula apenas avisa. Mude os números e rode de
#   novo: essas células são para experimentar, e o que você muda nelas não conta na correção. Você também pode criar
#   outras.
# - Os gráficos precisam do Matplotlib (`pip install matplotlib`). Os exercícios e as verificações funcionam sem
#   ele.
# - As perguntas de **Para pensar** não valem nota.
# - O curso nasceu de quatro conjuntos de slides, de que você não precisa: A (do perceptron aos gradientes feitos à
#   mão), B (treino e grafos computacionais), C (perceptrons multicamadas) e D (redes recorrentes e convolucionais,
#   regularização, otimizadores). Há neles fórmulas erradas que muita gente copia. Onde o texto ou uma verificação
#   fala de um slide, a fórmula vem escrita ali mesmo.
# - Este notebook existe em português e em inglês, com as mesmas células de código. Entregue o que preferir.

# %% [markdown] lang="en"
# ## How to work with this notebook
#
# - Write each function under the comment `# Escreva aqui · Write here`, in place of the `...`, without
#   changing its name or its arguments. A function may use those you have already written.
# - Then run the `check(...)` cell right below. It runs the public checks and, if something is not right,
#   shows a small case where that happens. The other checks run when the notebook is graded.
# - Some functions take **another function** as an argument, `f`. Call it like any function: `f(x)`.
# - While a function does not pass, `degrau.hint(name_of_the_function)` shows one more hint. `degrau.progress()` shows
#   how far you have come in the notebook.
# - The plots use your functions: until those exist, the cell just says so. Change the numbers and run it again: these
#   cells are there to play with, and what you change in them does not count when the notebook is graded. You may add
#   cells of your own, too.
# - The plots need Matplotlib (`pip install matplotlib`). The exercises and the checks work without it.
# - The **Something to think about** questions are not graded.
# - The course grew out of four decks of slides, which you do not need: A (from the perceptron to gradients by hand),
#   B (training and computational graphs), C (multilayer perceptrons) and D (recurrent and convolutional networks,
#   regularisation, optimisers). They contain wrong formulas that many people copy. Where the text or a check speaks
#   of a slide, the formula is written right there.
# - This notebook exists in Portuguese and in English, with the same code cells. Hand in whichever you like.

# %% tags=["setup"]
import numpy as np

import degrau
from degrau import check


def multiply(x, y):
    """Uma porta de produto. · A product gate."""
    return x * y


def circuit(x, y, z):
    """Uma porta de soma, e depois uma de produto. · A sum gate, and then a product gate."""
    return (x + y) * z


# %% tags=["demo"]
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
NOT_YET = "Primeiro, escreva as funções acima. · First, write the functions above."


def draw_product(ax, limit):
    """As curvas de nível de x·y. · The contours of x·y."""
    side = np.linspace(-limit, limit, 81)
    shades = {"cmap": "Greys_r", "vmin": -2 * limit**2, "vmax": limit**2}
    ax.contourf(side, side, multiply(*np.meshgrid(side, side)), levels=12, **shades)
    ax.set(xlabel="$x$", ylabel="$y$", aspect="equal")


def local_path(x, y, step, moves, seed):
    """Os pontos por onde passa a sua busca local. · The points that your local search goes through."""
    rng, path = np.random.default_rng(seed), [(x, y)]
    for _ in range(moves):
        x, y, _ = random_local_search(multiply, x, y, step, 1, rng)
        path.append((x, y))
    return np.array(path)


def gradient_path(x, y, step, moves):
    """Os pontos por onde passam os seus passos. · The points that your steps go through."""
    path = [(x, y)]
    for _ in range(moves):
        path.append(gradient_step(*path[-1], step))
    return np.array(path)


def can_search():
    """As duas buscas já respondem? · Do both searches answer yet?"""
    rng = np.random.default_rng(0)
    return (
        random_search(multiply, 1, rng) is not None and random_local_search(multiply, 0.5, 0.5, 0.1, 1, rng) is not None
    )


# %% [markdown] lang="pt"
# ## 1. Sortear
#
# O menor circuito que interessa tem uma porta só, e duas entradas:
#
# $$f(x, y) = x \cdot y .$$
#
# Queremos que a saída **aumente**. (Numa rede queremos que o custo diminua; é a mesma pergunta, de cabeça para
# baixo.) O que se pode mudar são as entradas, e a primeira ideia é não pensar: sorteie muitos pontos do
# quadrado $[-1, 1]^2$, todos com a mesma chance, calcule a saída em cada um e fique com o melhor.
#
# Duas coisas pedem cuidado. O ponto tem de ser lembrado junto com o seu valor. E o recorde não pode começar em
# 0: se $f$ só tem valores negativos, zero nunca é batido.
#
# **À mão.** Três sorteios:
#
# | $x$ | $y$ | $x \cdot y$ | o melhor até aqui |
# |---|---|---|---|
# | 0,5 | −0,8 | −0,40 | −0,40 |
# | −0,9 | −0,7 | 0,63 | 0,63 |
# | 0,2 | 0,6 | 0,12 | 0,63 |
#
# A resposta é $(-0{,}9;\ -0{,}7;\ 0{,}63)$.
#
# > **NumPy de que você precisa aqui.** O acaso vem de um gerador, que chega como argumento: `rng`. Quem o cria, fora
# > da função, escolhe a semente, `rng = np.random.default_rng(7)`, e com ela os mesmos sorteios.
# > `rng.uniform(20, 30)` sorteia um número entre 20 e 30, todos com a mesma chance, e `rng.uniform(20, 30, size=3)`,
# > três, por exemplo `[26.25, 28.97, 27.76]`. Sem os limites, sorteia entre 0 e 1. Um recorde que todo número bate é
# > `-np.inf`, menos infinito.

# %% [markdown] lang="en"
# ## 1. Drawing lots
#
# The smallest circuit of any interest has a single gate and two inputs:
#
# $$f(x, y) = x \cdot y .$$
#
# We want the output to **grow**. (In a network we want the cost to shrink; it is the same question, upside
# down.) What can be changed is the inputs, and the first idea is not to think at all: draw many points of the
# square $[-1, 1]^2$, all equally likely, compute the output at each and keep the best.
#
# Two things to take care of. The point has to be remembered along with its value. And the record must not
# start at 0: if $f$ has negative values only, zero is never beaten.
#
# **By hand.** Three draws:
#
# | $x$ | $y$ | $x \cdot y$ | best so far |
# |---|---|---|---|
# | 0.5 | −0.8 | −0.40 | −0.40 |
# | −0.9 | −0.7 | 0.63 | 0.63 |
# | 0.2 | 0.6 | 0.12 | 0.63 |
#
# The answer is $(-0.9,\ -0.7,\ 0.63)$.
#
# > **NumPy that you need here.** Chance comes from a generator, which arrives as an argument: `rng`. Whoever makes
# > it, outside the function, chooses the seed, `rng = np.random.default_rng(7)`, and with it the same draws.
# > `rng.uniform(20, 30)` draws a number between 20 and 30, all equally likely, and `rng.uniform(20, 30, size=3)`
# > three, for example `[26.25, 28.97, 27.76]`. Without the limits it draws between 0 and 1. A record that every
# > number beats is `-np.inf`, minus infinity.


# %%
def random_search(f, tries, rng):
    """O melhor de vários pontos sorteados. · The best of several random points.

    f: uma função de dois números · a function of two numbers
    tries: um inteiro positivo, quantos pontos sortear · a positive integer, how many points to draw
    rng: um numpy.random.Generator, a única fonte de acaso · the only source of chance
    Devolve (x, y, out): o ponto de [−1, 1]² onde f foi maior, e out = f(x, y).
    Returns (x, y, out): the point of [−1, 1]² where f was largest, and out = f(x, y).
    """
    ### BEGIN SOLUTION
    best = None
    for _ in range(tries):
        x, y = rng.uniform(-1, 1, size=2)
        out = f(x, y)
        if best is None or out > best[2]:
            best = x, y, out
    return best
    ### END SOLUTION


# %%
check(random_search)

# %% [markdown] lang="pt"
# ## 2. Sortear por perto
#
# A busca anterior joga fora tudo o que aprende: depois de achar um ponto bom, volta a sortear em qualquer
# lugar. A **busca local** parte de um ponto, dá um passinho sorteado, e só fica no lugar novo se a saída
# aumentou:
#
# 1. sorteie $\Delta x$ e $\Delta y$, cada um em toda a faixa de $-\text{step}$ a $\text{step}$;
# 2. se $f(x + \Delta x,\ y + \Delta y) > f(x, y)$, mude-se para lá; se não, esqueça o passo;
# 3. repita, sempre a partir do **melhor ponto até aqui**.
#
# O ponto de partida também concorre: com `tries = 0`, ou se nada é melhor, ele é a resposta. E aqui não há
# quadrado: a busca vai aonde $f$ melhorar.
#
# **À mão.** De $(1;\ -2)$, onde $f = -2$, com passos de até 0,5:
#
# | passo | para onde | $f$ | fica? |
# |---|---|---|---|
# | $(0{,}3;\ -0{,}2)$ | $(1{,}3;\ -2{,}2)$ | −2,86 | não |
# | $(-0{,}2;\ 0{,}1)$ | $(0{,}8;\ -1{,}9)$ | −1,52 | sim |
# | $(-0{,}2;\ 0{,}4)$ | $(0{,}6;\ -1{,}5)$ | −0,90 | sim |
#
# O terceiro passo partiu de $(0{,}8;\ -1{,}9)$, e não do início.

# %% [markdown] lang="en"
# ## 2. Drawing lots nearby
#
# The previous search throws away all that it learns: after finding a good point it goes back to drawing
# anywhere. **Local search** starts from a point, takes a small random step, and stays at the new place only if
# the output has grown:
#
# 1. draw $\Delta x$ and $\Delta y$, each over the whole range from $-\text{step}$ to $\text{step}$;
# 2. if $f(x + \Delta x,\ y + \Delta y) > f(x, y)$, move there; if not, forget the step;
# 3. repeat, always from the **best point so far**.
#
# The starting point competes too: with `tries = 0`, or if nothing is better, it is the answer. And there is no
# square here: the search goes wherever $f$ improves.
#
# **By hand.** From $(1,\ -2)$, where $f = -2$, with steps of up to 0.5:
#
# | step | where to | $f$ | stay? |
# |---|---|---|---|
# | $(0.3,\ -0.2)$ | $(1.3,\ -2.2)$ | −2.86 | no |
# | $(-0.2,\ 0.1)$ | $(0.8,\ -1.9)$ | −1.52 | yes |
# | $(-0.2,\ 0.4)$ | $(0.6,\ -1.5)$ | −0.90 | yes |
#
# The third step started from $(0.8,\ -1.9)$, not from the beginning.


# %%
def random_local_search(f, x, y, step, tries, rng):
    """Passos ao acaso a partir de (x, y), guardando só os que melhoram.
    Random steps from (x, y), keeping only those that improve.

    f: uma função de dois números · a function of two numbers
    x, y: dois números, o ponto de partida · two numbers, the starting point
    step: um número positivo, até onde vai cada passo · a positive number, how far each step goes
    tries: um inteiro, o número de tentativas, talvez 0 · an integer, the number of tries, possibly 0
    rng: um numpy.random.Generator, a única fonte de acaso · the only source of chance
    Devolve (x, y, out): o melhor ponto visto, e out = f(x, y).
    Returns (x, y, out): the best point seen, and out = f(x, y).
    """
    ### BEGIN SOLUTION
    out = f(x, y)
    for _ in range(tries):
        dx, dy = rng.uniform(-step, step, size=2)
        new_out = f(x + dx, y + dy)
        if new_out > out:
            x, y, out = x + dx, y + dy, new_out
    return x, y, out
    ### END SOLUTION


# %%
check(random_local_search)

# %% [markdown] lang="pt"
# O mapa mostra $x \cdot y$: claro é alto, escuro é baixo. À esquerda, o melhor de 30 pontos, em dez buscas com
# sementes diferentes: todas vão parar num dos dois quadrantes claros, umas bem no canto, outras a meio caminho. À
# direita, três buscas locais que partem do mesmo ponto (o círculo) e sobem em zigue-zague, cada uma à sua maneira.

# %% [markdown] lang="en"
# The map shows $x \cdot y$: light is high, dark is low. On the left, the best of 30 points, in ten searches with
# different seeds: they all end up in one of the two light quadrants, some right at the corner, others half-way. On
# the right, three local searches that start from the same point (the circle) and zigzag upwards, each its own way.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if not can_search():
    print(NOT_YET)
else:
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.4), layout="constrained")
    draw_product(left, 1)
    found = [random_search(multiply, 30, np.random.default_rng(seed)) for seed in range(10)]
    left.plot([x for x, _, _ in found], [y for _, y, _ in found], "*", color=BLUE, markersize=10)
    left.set(title="o melhor de 30 · the best of 30")
    draw_product(right, 2)
    for seed, color in enumerate((BLUE, ORANGE, GREEN)):
        right.plot(*local_path(-0.3, 0.7, 0.2, 40, seed).T, ".-", color=color)
    right.plot(-0.3, 0.7, "o", color="black", markersize=8)
    right.set(title="busca local · local search", xlim=(-1, 2), ylim=(-1, 2))

# %% [markdown] lang="pt"
# **Para pensar.** Para chegar a menos de 0,1 do canto $(1;\ 1)$ em cada coordenada, um ponto sorteado precisa
# cair num quadradinho de lado 0,1 dentro de um quadrado de lado 2: a chance é $(0{,}05)^2$, uma em 400. E com
# 100 entradas em vez de 2? Quantas tentativas seriam necessárias?

# %% [markdown] lang="en"
# **Something to think about.** To end up within 0.1 of the corner $(1,\ 1)$ in each coordinate, a random point
# has to fall into a small square of side 0.1 within a square of side 2: the chance is $0.05^2$, one in 400.
# And with 100 inputs instead of 2? How many tries would it take?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 3. Medir: a derivada
#
# Sortear não olha para a função. Medir olha: dê um empurrãozinho na entrada e veja quanto a saída mudou, **por
# unidade de empurrão**. Quando o empurrão tende a zero, isso é a derivada:
#
# $$f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h} .$$
#
# O computador não leva $h$ a zero, mas pode usar um $h$ pequeno e parar aí. É essa conta, com o passo para a
# frente, que `numerical_derivative` faz. O resultado tem um erro, e ele não é culpa sua: é o preço de um $h$
# que não é zero.
#
# **À mão.** $f(x) = x^2$ em $x = 3$, cuja derivada é 6. Com um $h$ enorme, $h = 0{,}5$:
#
# $$\frac{3{,}5^2 - 3^2}{0{,}5} = \frac{12{,}25 - 9}{0{,}5} = 6{,}5 .$$
#
# Sobrou 0,5, que é o próprio $h$: para $x^2$ a conta dá exatamente $2x + h$.

# %% [markdown] lang="en"
# ## 3. Measuring: the derivative
#
# Drawing lots does not look at the function. Measuring does: nudge the input and see how much the output has
# changed, **per unit of nudge**. As the nudge goes to zero, this is the derivative:
#
# $$f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h} .$$
#
# The computer does not take $h$ to zero, but it can use a small $h$ and leave it at that. This is what
# `numerical_derivative` computes, with the step forward. The result has an error, and it is not your fault: it
# is the price of an $h$ that is not zero.
#
# **By hand.** $f(x) = x^2$ at $x = 3$, whose derivative is 6. With a huge $h$, $h = 0.5$:
#
# $$\frac{3.5^2 - 3^2}{0.5} = \frac{12.25 - 9}{0.5} = 6.5 .$$
#
# There is 0.5 too much, which is $h$ itself: for $x^2$ the quotient is exactly $2x + h$.


# %%
def numerical_derivative(f, x, h=1e-5):
    """A derivada de f em x, medida com um passo para a frente. · The derivative of f at x, by a step forward.

    f: uma função de um número · a function of one number
    x: um número · a number
    h: um número positivo, o tamanho do passo · a positive number, the size of the step
    Devolve um número. · Returns a number.
    """
    ### BEGIN SOLUTION
    return (f(x + h) - f(x)) / h
    ### END SOLUTION


# %%
check(numerical_derivative)

# %% [markdown] lang="pt"
# ## 4. Medir várias: o gradiente
#
# Com várias entradas, mexa em **uma** de cada vez e deixe as outras paradas. Cada medida é uma derivada
# parcial, e a lista delas é o gradiente:
#
# $$\frac{\partial f}{\partial x_i} \approx \frac{f(x_1, \dots, x_i + h, \dots, x_n) - f(x_1, \dots, x_n)}{h} .$$
#
# Dois cuidados com o array que você recebe. Ele não é seu: no fim deve estar como estava, **até o último
# bit**, e somar $h$ para depois subtrair $h$ não garante isso ($0{,}5 + 10^{-5} - 10^{-5}$ não dá
# $0{,}5$). E ele pode ter inteiros, onde um $h$ pequeno não cabe. Uma cópia de números reais resolve os dois.
#
# > **NumPy de que você precisa aqui.** `b = a` não copia: são dois nomes do mesmo array. `a.astype(float)` é uma
# > cópia, de números reais. Com `a = np.array([1, 2])`, depois de `b = a.astype(float)` e `b[0] += 0.5`, `b` é
# > `[1.5, 2.0]` e `a` continua `[1, 2]`. `np.zeros(n)` cria `n` zeros para preencher.
#
# **À mão.** $f(x) = x_0^2 + 3\,x_1$ em $(2;\ 1)$, onde $f = 7$, com $h = 0{,}5$:
#
# $$\frac{f(2{,}5;\ 1) - 7}{0{,}5} = \frac{9{,}25 - 7}{0{,}5} = 4{,}5,$$
#
# $$\frac{f(2;\ 1{,}5) - 7}{0{,}5} = \frac{8{,}5 - 7}{0{,}5} = 3 .$$
#
# O gradiente verdadeiro é $(4;\ 3)$: na direção em que $f$ é uma reta, a medida não tem erro.

# %% [markdown] lang="en"
# ## 4. Measuring several: the gradient
#
# With several inputs, move **one** at a time and leave the others still. Each measurement is a partial
# derivative, and the list of them is the gradient:
#
# $$\frac{\partial f}{\partial x_i} \approx \frac{f(x_1, \dots, x_i + h, \dots, x_n) - f(x_1, \dots, x_n)}{h} .$$
#
# Take care of the array you are given, in two ways. It is not yours: in the end it must be as it was, **to the
# last bit**, and adding $h$ to take $h$ off again does not make sure of that ($0.5 + 10^{-5} - 10^{-5}$ is not
# $0.5$). And it may hold integers, where a small $h$ does not fit. A copy of real numbers solves both.
#
# > **NumPy that you need here.** `b = a` does not copy: these are two names of one array. `a.astype(float)` is a
# > copy, of real numbers. With `a = np.array([1, 2])`, after `b = a.astype(float)` and `b[0] += 0.5`, `b` is
# > `[1.5, 2.0]` and `a` is still `[1, 2]`. `np.zeros(n)` makes `n` zeros to fill in.
#
# **By hand.** $f(x) = x_0^2 + 3\,x_1$ at $(2,\ 1)$, where $f = 7$, with $h = 0.5$:
#
# $$\frac{f(2.5,\ 1) - 7}{0.5} = \frac{9.25 - 7}{0.5} = 4.5,$$
#
# $$\frac{f(2,\ 1.5) - 7}{0.5} = \frac{8.5 - 7}{0.5} = 3 .$$
#
# The true gradient is $(4,\ 3)$: in the direction in which $f$ is a straight line, the measurement has no
# error.


# %%
def numerical_gradient(f, x, h=1e-5):
    """As derivadas parciais de f em x, medidas com passos para a frente.
    The partial derivatives of f at x, by steps forward.

    f: uma função de um array (n,) que dá um número · a function from an array (n,) to a number
    x: (n,), que no fim deve estar como estava · (n,), which must end up as it was
    h: um número positivo, o tamanho do passo · a positive number, the size of the step
    Devolve (n,). · Returns (n,).
    """
    ### BEGIN SOLUTION
    here = f(x)
    return np.array([(f(x + h * direction) - here) / h for direction in np.eye(len(x))])
    ### END SOLUTION


# %%
check(numerical_gradient)

# %% [markdown] lang="pt"
# ## 5. Medir melhor: um passo para cada lado
#
# O passo para a frente vê a curva de um lado só. Com um passo para cada lado, o que a curvatura acrescenta à
# direita ela também acrescenta à esquerda, e na diferença isso se cancela:
#
# $$f'(x) \approx \frac{f(x + h) - f(x - h)}{2h} .$$
#
# A distância agora é $2h$. A fórmula de Taylor diz quanto se ganha: o erro da primeira é perto de
# $\frac{h}{2} f''(x)$, e o da segunda, de $\frac{h^2}{6} f'''(x)$. Com $h$ dez vezes menor, o primeiro cai dez
# vezes, e o segundo, cem.
#
# **À mão.** $f(x) = x^3$ em $x = 1$, cuja derivada é 3, com $h = 0{,}5$:
#
# - para a frente: $(1{,}5^3 - 1)/0{,}5 = (3{,}375 - 1)/0{,}5 = 4{,}75$;
# - dos dois lados: $(1{,}5^3 - 0{,}5^3)/1 = 3{,}375 - 0{,}125 = 3{,}25$.

# %% [markdown] lang="en"
# ## 5. Measuring better: a step to each side
#
# The step forward sees the curve from one side only. With a step to each side, whatever the curvature adds on
# the right it also adds on the left, and in the difference that cancels:
#
# $$f'(x) \approx \frac{f(x + h) - f(x - h)}{2h} .$$
#
# The distance is now $2h$. Taylor's formula says what is gained: the error of the first is about
# $\frac{h}{2} f''(x)$, and that of the second about $\frac{h^2}{6} f'''(x)$. With $h$ ten times smaller the
# first falls by ten, and the second by a hundred.
#
# **By hand.** $f(x) = x^3$ at $x = 1$, whose derivative is 3, with $h = 0.5$:
#
# - forward: $(1.5^3 - 1)/0.5 = (3.375 - 1)/0.5 = 4.75$;
# - both sides: $(1.5^3 - 0.5^3)/1 = 3.375 - 0.125 = 3.25$.


# %%
def central_difference(f, x, h=1e-5):
    """A derivada de f em x, medida com um passo para cada lado. · The derivative of f at x, by a step each way.

    f: uma função de um número · a function of one number
    x: um número · a number
    h: um número positivo, o tamanho do passo · a positive number, the size of the step
    Devolve um número. · Returns a number.
    """
    ### BEGIN SOLUTION
    return (f(x + h) - f(x - h)) / (2 * h)
    ### END SOLUTION


# %%
check(central_difference)

# %% [markdown] lang="pt"
# ### Quanto menor o h, melhor?
#
# Até certo ponto. O gráfico mostra o erro das **suas** duas funções para $f(x) = e^x$ em $x = 1$, com $h$ de 1 até
# $10^{-15}$. Leia da direita para a esquerda. No começo o erro cai como a fórmula manda, uma reta para cada função, a
# central bem mais inclinada. Depois ele torna a **subir**: $f(x + h)$ e $f(x)$ ficam tão parecidos que quase todos os
# algarismos se cancelam na subtração, e o que sobra é arredondamento, dividido por um $h$ minúsculo. O computador
# guarda perto de 16 algarismos, e o melhor $h$ equilibra os dois erros: perto de $10^{-8}$ para a frente, e entre
# $10^{-6}$ e $10^{-5}$ na central, que é de onde vem o `h=1e-5` das assinaturas [2].

# %% [markdown] lang="en"
# ### The smaller h, the better?
#
# Up to a point. The plot shows the error of **your** two functions for $f(x) = e^x$ at $x = 1$, with $h$ from 1 down
# to $10^{-15}$. Read it from right to left. At first the error falls as the formula says, along a straight line for
# each function, the central one much steeper. Then it **rises** again: $f(x + h)$ and $f(x)$ become so alike that
# almost all digits cancel in the subtraction, and what is left is rounding, divided by a tiny $h$. The computer keeps
# about 16 digits, and the best $h$ balances the two errors: about $10^{-8}$ for the forward one and between $10^{-6}$
# and $10^{-5}$ for the central one, which is where the `h=1e-5` of the signatures comes from [2].

# %% tags=["demo"]
import matplotlib.pyplot as plt

if numerical_derivative(np.exp, 1.0) is None or central_difference(np.exp, 1.0) is None:
    print(NOT_YET)
else:
    hs = 10.0 ** np.arange(-15, 0.1, 0.25)
    fig, ax = plt.subplots(figsize=(7, 3.2), layout="constrained")
    curves = [(numerical_derivative, "o-", ORANGE), (central_difference, "s-", BLUE)]
    for measure, style, color in curves:
        errors = [abs(measure(np.exp, 1.0, h) - np.e) for h in hs]
        ax.loglog(hs, errors, style, color=color, markersize=3, label=measure.__name__)
    ax.axvline(1e-5, color="gray", linestyle=":")
    ax.set(xlabel="$h$", ylabel="erro · error", title="$f(x) = e^x$, $x = 1$")
    ax.legend()

# %% [markdown] lang="pt"
# **Para pensar.** Em que $h$ cada curva tem o menor erro, e qual é ele? Se o computador guardasse só 7
# algarismos (`float32`), para que lado o fundo das curvas andaria?

# %% [markdown] lang="en"
# **Something to think about.** At which $h$ does each curve have its smallest error, and how large is it? If
# the computer kept only 7 digits (`float32`), which way would the bottom of the curves move?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 6. O verificador
#
# Medir é lento: para $n$ entradas são $n + 1$ ou $2n$ avaliações de $f$, e uma rede tem milhões de entradas. As
# fórmulas são rápidas, mas é fácil errar nelas. Juntas, elas se completam: **treine com a fórmula, e confira a
# fórmula com a medida**. Use `check_gradient` sempre que derivar alguma coisa.
#
# A função recebe $f$ e uma função `df` que afirma dar o gradiente dela. Em cada componente $i$, compare a
# afirmação com a medida $m_i$, e aceite se
#
# $$|m_i - \mathrm{df}_i| \le \text{tol} \cdot \max(1,\ |m_i|) .$$
#
# O máximo faz duas coisas: para derivadas grandes a tolerância é relativa, porque o arredondamento cresce com
# elas; para derivadas pequenas ela é absoluta, porque perto de 0 o erro relativo não quer dizer nada. **Todas**
# as componentes têm de passar, e um NaN não está certo nunca (cuidado: comparar qualquer coisa com NaN dá
# `False`). Você escolhe com que diferença medir; olhe de novo o gráfico da seção 5 e veja qual delas cabe melhor numa
# tolerância de $10^{-6}$.
#
# **À mão.** $f(x) = x_0 \cdot x_1$ em $(2;\ 3)$: a medida é $(3;\ 2)$, e com `tol=1e-6` a folga é
# $3 \cdot 10^{-6}$ e $2 \cdot 10^{-6}$. Quem afirma $(3;\ 2)$ passa; quem afirma $(3;\ 2{,}01)$ erra por 0,01
# na segunda componente, e não passa.
#
# > **NumPy de que você precisa aqui.** `np.all(condição)` diz se ela vale em todos os elementos: com
# > `t = np.array([1.0, np.nan])`, `np.all(t < 5)` é `False`, porque `np.nan < 5` é `False`; cuidado, porque
# > `np.any(t >= 5)` é `False` também. `np.maximum(1, np.abs(m))` calcula o máximo elemento a elemento.

# %% [markdown] lang="en"
# ## 6. The checker
#
# Measuring is slow: for $n$ inputs it takes $n + 1$ or $2n$ evaluations of $f$, and a network has millions of inputs.
# Formulas are fast but easy to get wrong. Together they are complete: **train with the formula, and check the formula
# with the measurement**. Use `check_gradient` whenever you derive something.
#
# The function takes $f$ and a function `df` that claims to give its gradient. In each component $i$ compare the
# claim with the measurement $m_i$, and accept if
#
# $$|m_i - \mathrm{df}_i| \le \text{tol} \cdot \max(1,\ |m_i|) .$$
#
# The maximum does two things: for large derivatives the tolerance is relative, because rounding grows with
# them; for small ones it is absolute, because near 0 a relative error means nothing. **All** components have to
# pass, and a NaN is never right (careful: comparing anything with NaN gives `False`). Which difference you
# measure with is up to you; look at the plot of section 5 again, and see which fits better into a tolerance of
# $10^{-6}$.
#
# **By hand.** $f(x) = x_0 \cdot x_1$ at $(2,\ 3)$: the measurement is $(3,\ 2)$, and with `tol=1e-6` the room is
# $3 \cdot 10^{-6}$ and $2 \cdot 10^{-6}$. Whoever claims $(3,\ 2)$ passes; whoever claims $(3,\ 2.01)$ is off by
# 0.01 in the second component, and does not.
#
# > **NumPy that you need here.** `np.all(condition)` says whether it holds for all elements: with
# > `t = np.array([1.0, np.nan])`, `np.all(t < 5)` is `False`, because `np.nan < 5` is `False`; careful, because
# > `np.any(t >= 5)` is `False` as well. `np.maximum(1, np.abs(m))` takes the maximum element by element.


# %%
def check_gradient(f, df, x, h=1e-5, tol=1e-6):
    """O gradiente df de f está certo em x? · Is the gradient df of f right at x?

    f: uma função de um array (n,) que dá um número · a function from an array (n,) to a number
    df: uma função que afirma dar o gradiente de f, (n,) · a function that claims to give f's gradient, (n,)
    x: (n,), que não deve mudar · (n,), which must not change
    h, tol: números positivos, o passo e a tolerância · positive numbers, the step and the tolerance
    Devolve True ou False. · Returns True or False.
    """
    ### BEGIN SOLUTION
    steps = h * np.eye(len(x))
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in steps])
    near = np.abs(measured - df(x)) <= tol * np.maximum(1, np.abs(measured))
    return bool(np.all(near & np.isfinite(measured)))
    ### END SOLUTION


# %%
check(check_gradient)

# %% [markdown] lang="pt"
# ## 7. Derivar: o gradiente do produto
#
# Para $f(x, y) = x \cdot y$ dá para fazer o limite no papel. Mexendo só em $x$:
#
# $$\frac{(x + h) \cdot y - x \cdot y}{h} = \frac{h \cdot y}{h} = y .$$
#
# O $h$ sumiu sem precisar ir a zero. Então $\partial f/\partial x = y$ e, pela mesma conta,
# $\partial f/\partial y = x$: num produto, **a força de uma entrada é o valor da outra**. Nenhum sorteio e
# nenhuma medida: duas leituras, e o resultado é exato.
#
# **À mão.** Em $(4;\ -3)$ o gradiente é $(-3;\ 4)$. Aumentar $x$ **diminui** o produto, porque $y$ é negativo:
# $4{,}1 \cdot (-3) = -12{,}3$, que é menor que $-12$.

# %% [markdown] lang="en"
# ## 7. Deriving: the gradient of the product
#
# For $f(x, y) = x \cdot y$ the limit can be taken on paper. Moving $x$ only:
#
# $$\frac{(x + h) \cdot y - x \cdot y}{h} = \frac{h \cdot y}{h} = y .$$
#
# The $h$ is gone without having to go to zero. So $\partial f/\partial x = y$ and, in the same way,
# $\partial f/\partial y = x$: in a product, **the strength of one input is the value of the other**. No lots and
# no measurements: two look-ups, and the result is exact.
#
# **By hand.** At $(4,\ -3)$ the gradient is $(-3,\ 4)$. Increasing $x$ makes the product **smaller**, because
# $y$ is negative: $4.1 \cdot (-3) = -12.3$, which is less than $-12$.


# %%
def multiply_gradient(x, y):
    """O gradiente de x·y. · The gradient of x·y.

    x, y: dois números · two numbers
    Devolve (dx, dy). · Returns (dx, dy).
    """
    ### BEGIN SOLUTION
    return y, x
    ### END SOLUTION


# %%
check(multiply_gradient)

# %% [markdown] lang="pt"
# ## 8. Um passo gradiente acima
#
# O gradiente aponta para onde $f$ cresce mais depressa. Para subir, ande um pouco nessa direção:
#
# $$x \leftarrow x + \text{step} \cdot \frac{\partial f}{\partial x},$$
#
# $$y \leftarrow y + \text{step} \cdot \frac{\partial f}{\partial y} .$$
#
# O sinal é de **mais**, porque queremos subir; quem quer diminuir um custo usa o menos. E as duas derivadas são
# do mesmo ponto, o de antes do passo: se $x$ já mudou quando chega a vez de $y$, o gradiente é de um lugar onde
# você nunca esteve.
#
# **À mão.** De $(4;\ -3)$ com step $= 0{,}01$: $x = 4 + 0{,}01 \cdot (-3) = 3{,}97$ e
# $y = -3 + 0{,}01 \cdot 4 = -2{,}96$. O produto passou de $-12$ a $3{,}97 \cdot (-2{,}96) = -11{,}7512$: subiu.

# %% [markdown] lang="en"
# ## 8. A step up the gradient
#
# The gradient points to where $f$ grows fastest. To go up, walk a little that way:
#
# $$x \leftarrow x + \text{step} \cdot \frac{\partial f}{\partial x},$$
#
# $$y \leftarrow y + \text{step} \cdot \frac{\partial f}{\partial y} .$$
#
# The sign is a **plus**, because we want to go up; to make a cost smaller one uses the minus. And both
# derivatives belong to the same point, the one before the step: if $x$ has already changed when $y$ has its
# turn, the gradient is that of a place where you have never been.
#
# **By hand.** From $(4,\ -3)$ with step $= 0.01$: $x = 4 + 0.01 \cdot (-3) = 3.97$ and
# $y = -3 + 0.01 \cdot 4 = -2.96$. The product went from $-12$ to $3.97 \cdot (-2.96) = -11.7512$: up.


# %%
def gradient_step(x, y, step):
    """Um passo que sobe o gradiente de x·y. · One step up the gradient of x·y.

    x, y: dois números, onde estamos · two numbers, where we are
    step: um número positivo, que multiplica o gradiente · a positive number, which multiplies the gradient
    Devolve (x, y), o novo ponto. · Returns (x, y), the new point.
    """
    ### BEGIN SOLUTION
    dx, dy = multiply_gradient(x, y)
    return x + step * dx, y + step * dy
    ### END SOLUTION


# %%
check(gradient_step)

# %% [markdown] lang="pt"
# Agora os três métodos lado a lado. À esquerda, o caminho da busca local e o dos passos de gradiente, a partir
# do mesmo círculo. À direita, o valor de $f$ depois de cada tentativa ou passo; a busca aleatória recebe um
# sorteio por tentativa e não pode sair do quadrado, e por isso nunca passa de 1. Os passos de gradiente sobem
# sempre, e quanto mais íngreme o lugar, mais longo o passo.

# %% [markdown] lang="en"
# Now the three methods side by side. On the left, the path of the local search and that of the gradient steps,
# from the same circle. On the right, the value of $f$ after each try or step; random search gets one draw a try
# and may not leave the square, so it never exceeds 1. The gradient steps go up every time, and the steeper the
# place the longer the step.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if not can_search() or gradient_step(1.0, 1.0, 0.1) is None:
    print(NOT_YET)
else:
    moves, start = 25, (-0.4, 0.9)
    near, up = local_path(*start, 0.3, moves, 1), gradient_path(*start, 0.1, moves)
    rng = np.random.default_rng(7)
    drawn = np.maximum.accumulate([random_search(multiply, 1, rng)[2] for _ in range(moves)])
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.4), layout="constrained")
    draw_product(left, 3)
    for path, style, color in [(near, "s-", ORANGE), (up, "o-", BLUE)]:
        left.plot(*path.T, style, color=color, markersize=3)
        right.plot(multiply(*path.T), style, color=color, markersize=3)
    left.plot(*start, "o", color="black", markersize=8)
    left.set(xlim=(-1, 3), ylim=(-1, 3), title="caminhos · paths")
    right.plot(range(1, moves + 1), drawn, "^-", color=GREEN, markersize=3)
    right.set(xlabel="tentativas · tries", title="$x \\cdot y$")
    right.legend(["busca local · local search", "gradiente · gradient", "aleatória · random"])

# %% [markdown] lang="pt"
# **Para pensar.** Nos primeiros passos, o caminho do gradiente vai quase de lado antes de subir. O que
# acontece com $x + y$ e com $x - y$ a cada passo? (Some e subtraia as duas linhas da regra.) Há um ponto de
# partida de onde o gradiente não sai do lugar?

# %% [markdown] lang="en"
# **Something to think about.** In the first steps the gradient's path goes almost sideways before it climbs.
# What happens to $x + y$ and to $x - y$ in each step? (Add and subtract the two lines of the rule.) Is there a
# starting point from which the gradient never moves?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 9. A regra da cadeia: duas portas
#
# Com três entradas, $f(x, y, z) = (x + y) \cdot z$, ainda daria para derivar tudo de uma vez. Mas há um jeito
# que continua funcionando com três milhões: dar um nome ao que sai da primeira porta, $q = x + y$, e olhar para
# cada porta **sozinha**.
#
# - A porta de produto, $f = q \cdot z$, você já conhece:
#   $\;\partial f/\partial q = z\,$ e $\,\partial f/\partial z = q$.
# - A porta de soma, $q = x + y$: se $x$ aumenta 1, $q$ aumenta 1. Então
#   $\;\partial q/\partial x = 1\,$ e $\,\partial q/\partial y = 1$.
#
# A **regra da cadeia** junta as duas. Se $q$ anda 1 para cada unidade de $x$, e $f$ anda $z$ para cada unidade
# de $q$, então $f$ anda $z \cdot 1$ para cada unidade de $x$:
#
# $$\frac{\partial f}{\partial x} = \frac{\partial f}{\partial q} \cdot \frac{\partial q}{\partial x} = z \cdot 1 .$$
#
# Confira os símbolos como quem confere unidades: o $\partial q$ de baixo e o de cima se cancelam. Um slide do curso
# (conjunto A) escreve $\partial f/\partial q \cdot \partial f/\partial x$; ali o segundo fator é justamente o que se
# quer achar, e nada se cancela.
#
# **À mão.** Com $x = 5$, $y = 7$, $z = 3$. Para a frente: $q = 12$ e $f = 36$. De trás para a frente:
# $dq = z = 3$ e $dz = q = 12$; depois, pela soma, $dx = 3 \cdot 1 = 3$ e $dy = 3 \cdot 1 = 3$. Conferindo com
# uma medida: com $x = 5{,}1$, $f = 12{,}1 \cdot 3 = 36{,}3$, e $0{,}3/0{,}1 = 3$.

# %% [markdown] lang="en"
# ## 9. The chain rule: two gates
#
# With three inputs, $f(x, y, z) = (x + y) \cdot z$, we could still derive everything at once. But there is a
# way that goes on working with three million: give a name to what comes out of the first gate, $q = x + y$, and
# look at each gate **by itself**.
#
# - The product gate, $f = q \cdot z$, you already know:
#   $\;\partial f/\partial q = z\,$ and $\,\partial f/\partial z = q$.
# - The sum gate, $q = x + y$: if $x$ grows by 1, $q$ grows by 1. So
#   $\;\partial q/\partial x = 1\,$ and $\,\partial q/\partial y = 1$.
#
# The **chain rule** puts the two together. If $q$ moves by 1 for each unit of $x$, and $f$ moves by $z$ for each
# unit of $q$, then $f$ moves by $z \cdot 1$ for each unit of $x$:
#
# $$\frac{\partial f}{\partial x} = \frac{\partial f}{\partial q} \cdot \frac{\partial q}{\partial x} = z \cdot 1 .$$
#
# Check the symbols the way one checks units: the $\partial q$ below and the one above cancel. One of the course's
# slides (deck A) writes $\partial f/\partial q \cdot \partial f/\partial x$; there the second factor is the very
# thing that we are looking for, and nothing cancels.
#
# **By hand.** With $x = 5$, $y = 7$, $z = 3$. Forward: $q = 12$ and $f = 36$. From back to front:
# $dq = z = 3$ and $dz = q = 12$; then, through the sum, $dx = 3 \cdot 1 = 3$ and $dy = 3 \cdot 1 = 3$. To check
# with a measurement: with $x = 5.1$, $f = 12.1 \cdot 3 = 36.3$, and $0.3/0.1 = 3$.


# %%
def circuit_gradient(x, y, z):
    """O gradiente de (x + y)·z. · The gradient of (x + y)·z.

    x, y, z: três números · three numbers
    Devolve (dx, dy, dz). · Returns (dx, dy, dz).
    """
    ### BEGIN SOLUTION
    q = x + y
    dq, dz = multiply_gradient(q, z)
    # ∂q/∂x = ∂q/∂y = 1
    return dq, dq, dz
    ### END SOLUTION


# %%
check(circuit_gradient)

# %% [markdown] lang="pt"
# O mesmo circuito, desenhado. Em cada fio, em cima e em azul, o valor que passa para a frente; embaixo e em laranja,
# o gradiente que volta, tirado da sua função. A porta de soma entrega a cada entrada o gradiente **inteiro** que
# recebe (um slide do conjunto B diz que ela o “distribui igualmente”, e há quem entenda metade para cada uma). A de
# produto troca: cada entrada recebe o que chega vezes o valor da outra. Mude $x$, $y$ e $z$, e tente prever os
# números antes de rodar.

# %% [markdown] lang="en"
# The same circuit, drawn. On each wire, above and in blue, the value that goes forward; below and in orange, the
# gradient that comes back, taken from your function. The sum gate hands each input the **whole** gradient that it
# receives (a slide of deck B says that it “distributes it equally”, and some take that to mean half for each). The
# product gate swaps: each input receives what arrives times the value of the other. Change $x$, $y$ and $z$, and try
# to foretell the numbers before you run it.

# %% tags=["demo"]
import matplotlib.pyplot as plt


def draw_wire(ax, start, end, name, value, gradient):
    """Um fio, com o valor em cima e o gradiente embaixo. · A wire, with value above and gradient below."""
    ax.annotate("", end, start, arrowprops={"arrowstyle": "->", "color": "black", "shrinkA": 0, "shrinkB": 0})
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    ax.annotate(f"{name} = {value:g}", middle, (0, 8), textcoords="offset points", ha="center", color=BLUE)
    ax.annotate(f"d{name} = {gradient:g}", middle, (0, -17), textcoords="offset points", ha="center", color=ORANGE)


x, y, z = 5.0, 7.0, 3.0
if circuit_gradient(x, y, z) is None:
    print(NOT_YET)
else:
    dx, dy, dz = circuit_gradient(x, y, z)
    fig, ax = plt.subplots(figsize=(7.5, 3.2), layout="constrained")
    draw_wire(ax, (0, 3), (2.7, 3), "x", x, dx)
    draw_wire(ax, (0, 1.5), (2.7, 1.5), "y", y, dy)
    draw_wire(ax, (3.3, 2.25), (5.7, 2.25), "q", x + y, z)
    draw_wire(ax, (0, 0), (5.7, 0), "z", z, dz)
    draw_wire(ax, (6.3, 1.125), (9, 1.125), "f", circuit(x, y, z), 1)
    for left, bottom, height, sign in [(2.7, 1.2, 2.1, "+"), (5.7, -0.3, 2.85, "×")]:
        ax.add_patch(plt.Rectangle((left, bottom), 0.6, height, facecolor="#dddddd", edgecolor="black"))
        ax.text(left + 0.3, bottom + height / 2, sign, ha="center", va="center", fontsize=16)
    ax.set(xlim=(-0.2, 9.2), ylim=(-0.8, 3.7))
    ax.axis("off")

# %% [markdown] lang="pt"
# **Para pensar.** No desenho, $df = 1$. Por quê? E se a saída deste circuito entrasse em outro, que a multiplica
# por 10, o que mudaria em cada número laranja?

# %% [markdown] lang="en"
# **Something to think about.** In the drawing, $df = 1$. Why? And if the output of this circuit went into
# another one, which multiplies it by 10, what would change in each orange number?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 10. Um neurônio é um circuito
#
# O neurônio sigmoide do notebook `02_sigmoid_neuron`, com duas entradas, é um circuito um pouco maior:
#
# $$f(w, x) = \sigma(w_0 x_0 + w_1 x_1 + w_2), \qquad \sigma(z) = \frac{1}{1 + e^{-z}} .$$
#
# O viés é $w_2$: um peso sem entrada. O denominador é uma **soma**; nos slides do conjunto A aparece às vezes
# $1/(1 - e^{-z})$, que em $z = 0$ divide por zero.
#
# **À mão.** Com $w = (1;\ -2;\ 0{,}5)$ e $x = (2{,}5;\ 1)$: $z = 2{,}5 - 2 + 0{,}5 = 1$, e a saída é
# $\sigma(1) = 1/(1 + 0{,}3679) = 0{,}7311$.

# %% [markdown] lang="en"
# ## 10. A neuron is a circuit
#
# The sigmoid neuron of the notebook `02_sigmoid_neuron`, with two inputs, is a slightly larger circuit:
#
# $$f(w, x) = \sigma(w_0 x_0 + w_1 x_1 + w_2), \qquad \sigma(z) = \frac{1}{1 + e^{-z}} .$$
#
# The bias is $w_2$: a weight without an input. The denominator is a **sum**; slides of deck A sometimes have
# $1/(1 - e^{-z})$, which at $z = 0$ divides by zero.
#
# **By hand.** With $w = (1,\ -2,\ 0.5)$ and $x = (2.5,\ 1)$: $z = 2.5 - 2 + 0.5 = 1$, and the output is
# $\sigma(1) = 1/(1 + 0.3679) = 0.7311$.


# %%
def neuron_circuit(w, x):
    """A saída de um neurônio sigmoide com duas entradas. · The output of a sigmoid neuron with two inputs.

    w: (3,), dois pesos e, em w[2], o viés · two weights and, in w[2], the bias
    x: (2,), as entradas · the inputs
    Devolve um número. · Returns a number.
    """
    ### BEGIN SOLUTION
    z = w[0] * x[0] + w[1] * x[1] + w[2]
    return 1 / (1 + np.exp(-z))
    ### END SOLUTION


# %%
check(neuron_circuit)

# %% [markdown] lang="pt"
# De trás para a frente, a última porta é a sigmoide, e a derivada dela se escreve com a própria saída
# $s = \sigma(z)$:
#
# $$\frac{\partial f}{\partial z} = s\,(1 - s) .$$
#
# Esse é o gradiente que chega à soma. A soma o entrega inteiro a cada parcela, e os produtos trocam:
#
# $$\frac{\partial f}{\partial w_0} = s(1 - s)\,x_0, \qquad \frac{\partial f}{\partial w_1} = s(1 - s)\,x_1,$$
#
# $$\frac{\partial f}{\partial w_2} = s(1 - s),$$
#
# $$\frac{\partial f}{\partial x_0} = s(1 - s)\,w_0, \qquad \frac{\partial f}{\partial x_1} = s(1 - s)\,w_1 .$$
#
# São cinco derivadas com **uma** passagem para a frente e uma para trás. Medir as cinco custaria seis
# avaliações, ou dez; com um milhão de pesos, a passagem para trás continua sendo uma só.
#
# **À mão.** Com os números de antes, $s(1 - s) = 0{,}7311 \cdot 0{,}2689 = 0{,}1966$. Então
# $dw = 0{,}1966 \cdot (2{,}5;\ 1;\ 1) = (0{,}4915;\ 0{,}1966;\ 0{,}1966)$ e
# $dx = 0{,}1966 \cdot (1;\ -2) = (0{,}1966;\ -0{,}3932)$.

# %% [markdown] lang="en"
# From back to front, the last gate is the sigmoid, and its derivative is written with its own output
# $s = \sigma(z)$:
#
# $$\frac{\partial f}{\partial z} = s\,(1 - s) .$$
#
# This is the gradient that arrives at the sum. The sum hands it on whole to each term, and the products swap:
#
# $$\frac{\partial f}{\partial w_0} = s(1 - s)\,x_0, \qquad \frac{\partial f}{\partial w_1} = s(1 - s)\,x_1,$$
#
# $$\frac{\partial f}{\partial w_2} = s(1 - s),$$
#
# $$\frac{\partial f}{\partial x_0} = s(1 - s)\,w_0, \qquad \frac{\partial f}{\partial x_1} = s(1 - s)\,w_1 .$$
#
# That is five derivatives with **one** pass forward and one back. Measuring all five would take six
# evaluations, or ten; with a million weights the pass back is still just one.
#
# **By hand.** With the numbers from before, $s(1 - s) = 0.7311 \cdot 0.2689 = 0.1966$. So
# $dw = 0.1966 \cdot (2.5,\ 1,\ 1) = (0.4915,\ 0.1966,\ 0.1966)$ and
# $dx = 0.1966 \cdot (1,\ -2) = (0.1966,\ -0.3932)$.


# %%
def neuron_circuit_gradient(w, x):
    """O gradiente do neurônio, em relação aos pesos e às entradas.
    The neuron's gradient, with respect to the weights and the inputs.

    w: (3,), dois pesos e, em w[2], o viés · two weights and, in w[2], the bias
    x: (2,), as entradas · the inputs
    Devolve (dw, dx), de formatos (3,) e (2,). · Returns (dw, dx), of shapes (3,) and (2,).
    """
    ### BEGIN SOLUTION
    s = neuron_circuit(w, x)
    dz = s * (1 - s)
    return dz * np.array([x[0], x[1], 1.0]), dz * np.array([w[0], w[1]])
    ### END SOLUTION


# %%
check(neuron_circuit_gradient)

# %% [markdown] lang="pt"
# ## 11. Tudo junto
#
# À esquerda, o seu gradiente por fórmula (barras) e o medido com a sua `numerical_gradient` (pontos): os pontos
# devem cair na ponta das barras. O título diz o que o seu `check_gradient` acha. À direita, a saída do neurônio
# e o gradiente do viés, para muitos valores de $z$: nas pontas a sigmoide é quase plana, e o gradiente que volta
# é quase zero. Um neurônio **saturado** não aprende, e nas redes profundas isso vai fazer diferença.

# %% [markdown] lang="en"
# ## 11. All together
#
# On the left, your gradient by formula (bars) and the one measured with your `numerical_gradient` (dots): the
# dots should fall on the ends of the bars. The title says what your `check_gradient` thinks. On the right, the
# neuron's output and the bias's gradient for many values of $z$: at the ends the sigmoid is almost flat, and the
# gradient that comes back is almost zero. A **saturated** neuron does not learn, and in deep networks that will
# matter.

# %% tags=["demo"]
import matplotlib.pyplot as plt

w, x = np.array([1.0, -2.0, 0.5]), np.array([2.5, 1.0])


def neuron_output(v):
    """O neurônio em função de w e x numa só lista. · The neuron as a function of w and x in a single list."""
    return neuron_circuit(v[:3], v[3:])


def neuron_formula(v):
    """O gradiente por fórmula, numa só lista. · The gradient by formula, in a single list."""
    return np.concatenate(neuron_circuit_gradient(v[:3], v[3:]))


def can_compare():
    """O neurônio e as medidas já respondem? · Do the neuron and the measurements answer yet?"""
    return (
        neuron_circuit(w, x) is not None
        and neuron_circuit_gradient(w, x) is not None
        and numerical_gradient(np.sum, w) is not None
        and check_gradient(np.sum, np.ones_like, w) is not None
    )


if not can_compare():
    print(NOT_YET)
else:
    both = np.append(w, x)
    verdict = check_gradient(neuron_output, neuron_formula, both, tol=1e-4)
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.2), layout="constrained")
    names = ["$w_0$", "$w_1$", "$w_2$", "$x_0$", "$x_1$"]
    left.bar(names, neuron_formula(both), color=BLUE, alpha=0.6, label="fórmula · formula")
    left.plot(names, numerical_gradient(neuron_output, both), "o", color=ORANGE, label="medida · measured")
    left.axhline(0, color="black", linewidth=0.8)
    left.set(title=f"check_gradient: {verdict}")
    left.legend()
    zs = np.linspace(-8, 8, 81)
    weights = [np.array([0.0, 0.0, z]) for z in zs]
    right.plot(zs, [neuron_circuit(v, x) for v in weights], color=BLUE, label="$f$")
    bias = [neuron_circuit_gradient(v, x)[0][2] for v in weights]
    right.plot(zs, bias, "--", color=ORANGE, label="$\\partial f/\\partial w_2$")
    right.set(xlabel="$z$", title="saturação · saturation")
    right.legend()

# %% [markdown] lang="pt"
# **Para pensar.** O maior valor de $s(1 - s)$ é $\frac{1}{4}$, em $z = 0$. Se dez neurônios destes estão em fila,
# cada um alimentando o próximo com peso 1, quanto do gradiente da saída chega, no máximo, ao primeiro?

# %% [markdown] lang="en"
# **Something to think about.** The largest value of $s(1 - s)$ is $\frac{1}{4}$, at $z = 0$. If ten of these
# neurons stand in line, each feeding the next with weight 1, how much of the output's gradient arrives, at most,
# at the first?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% tags=["demo"]
# Quais funções já passam nas verificações públicas · Which functions pass the public checks by now
degrau.progress()

# %% [markdown] lang="pt"
# ## O que fica
#
# - Sortear funciona com duas entradas e se perde com muitas. O gradiente diz, de uma vez, para que lado mexer em
#   todas.
# - Uma derivada pode ser medida, e a medida tem dois erros: o de um $h$ grande e o de um $h$ pequeno demais.
# - Meça para conferir, e use a fórmula para treinar.
# - A regra da cadeia multiplica o gradiente que chega pela derivada local de cada porta. Nenhuma porta precisa
#   conhecer o circuito inteiro.
#
# No próximo notebook, `05_gradients`, você vai fazer o catálogo das portas, e depois um programa que monta a
# passagem para trás sozinho. A ideia é bem mais velha que as redes de hoje [3, 4].
#
# ### Referências
#
# 1. D. E. Rumelhart, G. E. Hinton e R. J. Williams (1986). Learning representations by back-propagating errors.
#    *Nature*, 323, 533–536.
# 2. W. H. Press, S. A. Teukolsky, W. T. Vetterling e B. P. Flannery (2007). *Numerical Recipes*, 3ª ed., seção
#    5.7. Cambridge University Press.
# 3. S. Linnainmaa (1976). Taylor expansion of the accumulated rounding error. *BIT*, 16, 146–160.
# 4. A. G. Baydin, B. A. Pearlmutter, A. A. Radul e J. M. Siskind (2018). Automatic differentiation in machine
#    learning: a survey. *Journal of Machine Learning Research*, 18(153), 1–43.

# %% [markdown] lang="en"
# ## What to take away
#
# - Drawing lots works with two inputs and gets lost with many. The gradient says which way to move all of them
#   at once.
# - A derivative can be measured, and the measurement has two errors: that of a large $h$ and that of too small
#   an $h$.
# - Measure to check, and use the formula to train.
# - The chain rule multiplies the gradient that arrives by each gate's local derivative. No gate needs to know
#   the whole circuit.
#
# In the next notebook, `05_gradients`, you will make the catalogue of the gates, and then a program that sets up
# the pass back by itself. The idea is much older than today's networks [3, 4].
#
# ### References
#
# 1. D. E. Rumelhart, G. E. Hinton and R. J. Williams (1986). Learning representations by back-propagating
#    errors. *Nature*, 323, 533–536.
# 2. W. H. Press, S. A. Teukolsky, W. T. Vetterling and B. P. Flannery (2007). *Numerical Recipes*, 3rd ed.,
#    section 5.7. Cambridge University Press.
# 3. S. Linnainmaa (1976). Taylor expansion of the accumulated rounding error. *BIT*, 16, 146–160.
# 4. A. G. Baydin, B. A. Pearlmutter, A. A. Radul and J. M. Siskind (2018). Automatic differentiation in machine
#    learning: a survey. *Journal of Machine Learning Research*, 18(153), 1–43.
