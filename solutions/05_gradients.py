# %% [markdown] lang="pt"
# # 05 · Portas: o gradiente de trás para a frente
#
# No notebook `04_backpropagation`, um circuito pequeno foi derivado porta por porta. Uma rede neural é o mesmo
# circuito, só que com milhões de portas, e ninguém escreve a derivada dela inteira: cada porta sabe passar adiante
# o gradiente que recebe, e isso basta [1].
#
# Neste notebook você escreve essas portas. A saída de cada uma se chama $x$, e o gradiente que **chega** à saída se
# chama `dx`: é a derivada do fim do circuito em relação a $x$. A porta devolve a derivada do fim do circuito em
# relação a cada uma das suas entradas, `da`, `db`, …
#
# | funções | porta |
# |---|---|
# | `add_backward`, `add3_backward` | somas |
# | `mul_backward`, `mul_add_backward`, `square_backward`, `sum_of_squares_backward` | produtos e quadrados |
# | `composite_backward`, `reciprocal_backward`, `ratio_backward` | portas em fila |
# | `max_backward`, `relu_backward` | chaves |
# | `matmul_backward`, `affine_backward` | uma camada inteira |
# | `Value` | uma classe que faz tudo isso sozinha |

# %% [markdown] lang="en"
# # 05 · Gates: the gradient from back to front
#
# In the notebook `04_backpropagation` a small circuit was differentiated gate by gate. A neural network is the same
# circuit, only with millions of gates, and nobody writes the derivative of the whole of it: each gate knows how to
# pass on the gradient that it receives, and that is enough [1].
#
# In this notebook you write those gates. The output of each is called $x$, and the gradient that **arrives** at the
# output is called `dx`: it is the derivative of the end of the circuit by $x$. The gate returns the derivative of
# the end of the circuit by each of its inputs, `da`, `db`, …
#
# | functions | gate |
# |---|---|
# | `add_backward`, `add3_backward` | sums |
# | `mul_backward`, `mul_add_backward`, `square_backward`, `sum_of_squares_backward` | products and squares |
# | `composite_backward`, `reciprocal_backward`, `ratio_backward` | gates in a row |
# | `max_backward`, `relu_backward` | switches |
# | `matmul_backward`, `affine_backward` | a whole layer |
# | `Value` | a class that does all of this by itself |

# %% [markdown] lang="pt"
# ## Como trabalhar neste notebook
#
# - Escreva cada função embaixo do comentário `# Escreva aqui · Write here`, no lugar do `...`, sem mudar o
#   nome nem os argumentos. Uma função pode usar as que você já escreveu.
# - Depois rode a célula `check(...)` logo abaixo. Ela faz as verificações públicas e, se algo não estiver
#   certo, mostra um caso pequeno em que isso aparece. As demais verificações rodam na correção.
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

# %% tags=["demo"]
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
NOT_YET = "Primeiro, escreva as funções acima. · First, write the functions above."


def draw_node(ax, x, y, name, value, gradient, color="white"):
    """Um nó com o valor (azul) e o gradiente (laranja). · A node with its value (blue) and gradient (orange)."""
    ax.text(x, y, name, ha="center", va="center", fontsize=10, bbox={"boxstyle": "round", "facecolor": color})
    ax.text(x, y + 0.34, f"{value:.4g}", ha="center", va="bottom", color=BLUE, fontsize=9)
    ax.text(x, y - 0.34, f"{gradient:.4g}", ha="center", va="top", color=ORANGE, fontsize=9)


def draw_wire(ax, start, end):
    """Um fio de um nó a outro. · A wire from one node to another."""
    ax.annotate("", end, start, arrowprops={"arrowstyle": "->", "color": "gray", "shrinkA": 14, "shrinkB": 14})


# %% [markdown] lang="pt"
# ## 1. A porta da soma
#
# Se $x = a + b$, mexer em $a$ mexe em $x$ na mesma medida, e mexer em $b$ também:
#
# $$\frac{\partial x}{\partial a} = 1, \qquad \frac{\partial x}{\partial b} = 1 .$$
#
# Pela regra da cadeia, cada entrada recebe $1 \cdot dx$. O gradiente **não se divide** entre as entradas: cada uma
# recebe o gradiente inteiro, e não uma parte igual, como se pode entender de um slide do conjunto B (“distribui
# igualmente o gradiente”). Com três parcelas é a mesma coisa.
#
# **À mão.** $a = 2$, $b = 5$, e chega $dx = 3$: $da = 3$, $db = 3$.
#
# As portas das seções 1 a 6 aceitam números ou arrays de um mesmo formato, elemento a elemento.

# %% [markdown] lang="en"
# ## 1. The addition gate
#
# If $x = a + b$, moving $a$ moves $x$ by the same amount, and so does moving $b$:
#
# $$\frac{\partial x}{\partial a} = 1, \qquad \frac{\partial x}{\partial b} = 1 .$$
#
# By the chain rule each input receives $1 \cdot dx$. The gradient is **not divided** among the inputs: each of them
# receives the whole gradient, not an equal share, as a slide of deck B (“distributes its gradient equally”) may be
# taken to say. With three terms it is the same.
#
# **By hand.** $a = 2$, $b = 5$, and $dx = 3$ arrives: $da = 3$, $db = 3$.
#
# The gates of sections 1 to 6 take numbers, or arrays of one shape, element by element.


# %%
def add_backward(a, b, dx):
    """A volta da porta x = a + b. · The way back through the gate x = a + b.

    a, b, dx: números, ou arrays de um mesmo formato · numbers, or arrays of one shape
    Devolve (da, db). · Returns (da, db).
    """
    ### BEGIN SOLUTION
    return dx, dx
    ### END SOLUTION


# %%
check(add_backward)


# %%
def add3_backward(a, b, c, dx):
    """A volta da porta x = a + b + c. · The way back through the gate x = a + b + c.

    a, b, c, dx: números, ou arrays de um mesmo formato · numbers, or arrays of one shape
    Devolve (da, db, dc). · Returns (da, db, dc).
    """
    ### BEGIN SOLUTION
    return dx, dx, dx
    ### END SOLUTION


# %%
check(add3_backward)

# %% [markdown] lang="pt"
# ## 2. A porta do produto
#
# Se $x = a \cdot b$, o quanto $x$ muda com $a$ depende de $b$:
#
# $$\frac{\partial x}{\partial a} = b, \qquad \frac{\partial x}{\partial b} = a .$$
#
# Cada fator recebe **o outro**, vezes o que chega. Se $b = 0$, mexer em $a$ não muda nada, e $a$ não recebe
# gradiente.
#
# **À mão.** $a = 2$, $b = 5$, $dx = 3$: $da = 15$, $db = 6$.
#
# Depois, uma porta dentro da outra: em $x = a \cdot b + c$ o gradiente passa primeiro pela soma, que o entrega
# inteiro ao produto e a $c$, e então pelo produto. Com $c = -1$ e os mesmos números: $da = 15$, $db = 6$, $dc = 3$.

# %% [markdown] lang="en"
# ## 2. The multiplication gate
#
# If $x = a \cdot b$, how much $x$ changes with $a$ depends on $b$:
#
# $$\frac{\partial x}{\partial a} = b, \qquad \frac{\partial x}{\partial b} = a .$$
#
# Each factor receives **the other one**, times what arrives. If $b = 0$, moving $a$ changes nothing, and $a$
# receives no gradient.
#
# **By hand.** $a = 2$, $b = 5$, $dx = 3$: $da = 15$, $db = 6$.
#
# Then one gate inside another: in $x = a \cdot b + c$ the gradient first goes through the sum, which hands all of
# it to the product and to $c$, and then through the product. With $c = -1$ and the same numbers: $da = 15$, $db =
# 6$, $dc = 3$.


# %%
def mul_backward(a, b, dx):
    """A volta da porta x = a·b. · The way back through the gate x = a·b.

    a, b, dx: números, ou arrays de um mesmo formato · numbers, or arrays of one shape
    Devolve (da, db). · Returns (da, db).
    """
    ### BEGIN SOLUTION
    return b * dx, a * dx
    ### END SOLUTION


# %%
check(mul_backward)


# %%
def mul_add_backward(a, b, c, dx):
    """A volta de x = a·b + c. · The way back through x = a·b + c.

    a, b, c, dx: números, ou arrays de um mesmo formato · numbers, or arrays of one shape
    Devolve (da, db, dc). · Returns (da, db, dc).
    """
    ### BEGIN SOLUTION
    d_product, dc = add_backward(a * b, c, dx)
    da, db = mul_backward(a, b, d_product)
    return da, db, dc
    ### END SOLUTION


# %%
check(mul_add_backward)

# %% [markdown] lang="pt"
# ## 3. Um valor usado duas vezes
#
# Em $x = a \cdot a$ o mesmo $a$ entra pelos dois lados do produto. Pelo lado esquerdo ele recebe $a \cdot dx$, e
# pelo direito também. Quando um valor é usado em mais de um lugar, **os gradientes se somam**: $da = 2a \cdot dx$.
# É a regra da potência, vista pelo circuito.
#
# **À mão.** $a = -3$, $dx = 2$: $da = 2 \cdot (-3) \cdot 2 = -12$.
#
# Na soma dos quadrados, $x = a^2 + b^2 + c^2$, cada parcela recebe $dx$ inteiro e o leva pelo seu quadrado. Com
# $(a, b, c) = (1;\ -2;\ 3)$ e $dx = 0{,}5$: $(1;\ -2;\ 3)$.

# %% [markdown] lang="en"
# ## 3. A value that is used twice
#
# In $x = a \cdot a$ the same $a$ goes in on both sides of the product. On the left it receives $a \cdot dx$, and on
# the right the same. When a value is used in more than one place, **its gradients add up**: $da = 2a \cdot dx$.
# This is the power rule, seen from the circuit.
#
# **By hand.** $a = -3$, $dx = 2$: $da = 2 \cdot (-3) \cdot 2 = -12$.
#
# In the sum of squares, $x = a^2 + b^2 + c^2$, each term receives the whole $dx$ and takes it through its square.
# With $(a, b, c) = (1,\ -2,\ 3)$ and $dx = 0.5$: $(1,\ -2,\ 3)$.


# %%
def square_backward(a, dx):
    """A volta de x = a·a. · The way back through x = a·a.

    a, dx: números, ou arrays de um mesmo formato · numbers, or arrays of one shape
    Devolve da. · Returns da.
    """
    ### BEGIN SOLUTION
    return 2 * a * dx
    ### END SOLUTION


# %%
check(square_backward)


# %%
def sum_of_squares_backward(a, b, c, dx):
    """A volta de x = a² + b² + c². · The way back through x = a² + b² + c².

    a, b, c, dx: números, ou arrays de um mesmo formato · numbers, or arrays of one shape
    Devolve (da, db, dc). · Returns (da, db, dc).
    """
    ### BEGIN SOLUTION
    return square_backward(a, dx), square_backward(b, dx), square_backward(c, dx)
    ### END SOLUTION


# %%
check(sum_of_squares_backward)

# %% [markdown] lang="pt"
# ## 4. Portas em fila
#
# Agora $x = ((a \cdot b + c) \cdot d)^2$. Dê nome ao que passa por cada fio: $q = a \cdot b + c$, $s = q \cdot d$,
# $x = s^2$. Na volta, visite as portas da última para a primeira, sempre com o gradiente que acabou de chegar.
#
# **À mão.** $a = 2$, $b = 3$, $c = -4$, $d = 0{,}5$, $dx = 1$. Na ida, $q = 2$, $s = 1$, $x = 1$. Na volta:
#
# - pelo quadrado, $ds = 2 \cdot 1 \cdot 1 = 2$;
# - pelo produto, $dq = 0{,}5 \cdot 2 = 1$ e $dd = 2 \cdot 2 = 4$;
# - por $a \cdot b + c$, $da = 3$, $db = 2$, $dc = 1$.
#
# O gráfico abaixo desenha exatamente isso, com as suas funções: em azul os valores da ida, em laranja os gradientes
# da volta. Mude os números.

# %% [markdown] lang="en"
# ## 4. Gates in a row
#
# Now $x = ((a \cdot b + c) \cdot d)^2$. Give a name to what goes through each wire: $q = a \cdot b + c$, $s = q
# \cdot d$, $x = s^2$. On the way back visit the gates from the last to the first, always with the gradient that has
# just arrived.
#
# **By hand.** $a = 2$, $b = 3$, $c = -4$, $d = 0.5$, $dx = 1$. On the way forward $q = 2$, $s = 1$, $x = 1$. On the
# way back:
#
# - through the square, $ds = 2 \cdot 1 \cdot 1 = 2$;
# - through the product, $dq = 0.5 \cdot 2 = 1$ and $dd = 2 \cdot 2 = 4$;
# - through $a \cdot b + c$, $da = 3$, $db = 2$, $dc = 1$.
#
# The plot below draws just this, with your functions: in blue the values on the way forward, in orange the
# gradients on the way back. Change the numbers.


# %%
def composite_backward(a, b, c, d, dx):
    """A volta de x = ((a·b + c)·d)². · The way back through x = ((a·b + c)·d)².

    a, b, c, d, dx: números, ou arrays de um mesmo formato · numbers, or arrays of one shape
    Devolve (da, db, dc, dd). · Returns (da, db, dc, dd).
    """
    ### BEGIN SOLUTION
    # As a float: what the integers of this gate multiply to would soon not fit into an integer.
    q = 1.0 * a * b + c
    d_square = square_backward(q * d, dx)
    dq, dd = mul_backward(q, d, d_square)
    da, db, dc = mul_add_backward(a, b, c, dq)
    return da, db, dc, dd
    ### END SOLUTION


# %%
check(composite_backward)

# %% tags=["demo"]
import matplotlib.pyplot as plt

a, b, c, d, dx = 2.0, 3.0, -4.0, 0.5, 1.0
if composite_backward(a, b, c, d, dx) is None or square_backward(a, dx) is None or mul_backward(a, b, dx) is None:
    print(NOT_YET)
else:
    q = a * b + c
    s = q * d
    ds = square_backward(s, dx)
    dq, _ = mul_backward(q, d, ds)
    da, db, dc, dd = composite_backward(a, b, c, d, dx)
    fig, ax = plt.subplots(figsize=(7.5, 3.4), layout="constrained")
    places = {"a": (0, 4), "b": (0, 2.6), "c": (0, 1.2), "a×b": (1.6, 3.3), "+": (3.2, 2.6), "d": (3.2, 0.6)}
    places |= {"q×d": (4.8, 1.8), "s²": (6.4, 1.8)}
    for wire in ("a a×b", "b a×b", "a×b +", "c +", "+ q×d", "d q×d", "q×d s²"):
        start, end = wire.split()
        draw_wire(ax, places[start], places[end])
    facts = {"a": (a, da), "b": (b, db), "c": (c, dc), "d": (d, dd), "a×b": (a * b, dq), "+": (q, dq)}
    facts |= {"q×d": (s, ds), "s²": (s**2, dx)}
    for name, (value, gradient) in facts.items():
        draw_node(ax, *places[name], name, value, gradient, "white" if name in "abcd" else "lightgray")
    ax.set(
        xlim=(-0.6, 7),
        ylim=(-0.2, 4.8),
        title="azul · blue: valores · values; laranja · orange: gradientes · gradients",
    )
    ax.axis("off")

# %% [markdown] lang="pt"
# ## 5. Dividir
#
# Para $x = 1/a$, quando $a$ cresce, $x$ **diminui**. A inclinação é negativa:
#
# $$\frac{d}{da}\frac{1}{a} = -\frac{1}{a^2} .$$
#
# O menos costuma se perder pelo caminho: os slides do conjunto A escrevem $da = (1/a^2)\,dx$. Se tiver dúvida, meça:
# com $a = 2$, $1/2{,}01 - 1/2 \approx -0{,}0025$, ou seja, $-0{,}25$ por unidade, e $-1/2^2 = -0{,}25$.
#
# Um quociente $x = (a + b)/(c + d)$ é um produto com um recíproco: $x = p \cdot r$, com $p = a + b$, $s = c + d$ e
# $r = 1/s$. Junte as portas que você já tem. As entradas de baixo recebem um gradiente de sinal contrário ao das de
# cima, se $p$ e $s$ forem positivos.
#
# **À mão.** $a = 1$, $b = 2$, $c = 3$, $d = -1$, $dx = 1$. Então $p = 3$, $s = 2$; $da = db = \frac{1}{2}$ e $dc =
# dd = -\frac{3}{4}$.

# %% [markdown] lang="en"
# ## 5. Division
#
# For $x = 1/a$, as $a$ grows $x$ **falls**. The slope is negative:
#
# $$\frac{d}{da}\frac{1}{a} = -\frac{1}{a^2} .$$
#
# The minus tends to get lost on the way: slides of deck A write $da = (1/a^2)\,dx$. If in doubt, measure: with
# $a = 2$, $1/2.01 - 1/2 \approx -0.0025$, that is, $-0.25$ per unit, and $-1/2^2 = -0.25$.
#
# A quotient $x = (a + b)/(c + d)$ is a product with a reciprocal: $x = p \cdot r$, with $p = a + b$, $s = c + d$
# and $r = 1/s$. Put together the gates that you have. The inputs at the bottom receive a gradient of the opposite
# sign to those at the top, if $p$ and $s$ are positive.
#
# **By hand.** $a = 1$, $b = 2$, $c = 3$, $d = -1$, $dx = 1$. Then $p = 3$, $s = 2$; $da = db = \frac{1}{2}$ and $dc
# = dd = -\frac{3}{4}$.


# %%
def reciprocal_backward(a, dx):
    """A volta de x = 1/a. · The way back through x = 1/a.

    a, dx: números, ou arrays de um mesmo formato; a ≠ 0 · numbers, or arrays of one shape; a ≠ 0
    Devolve da. · Returns da.
    """
    ### BEGIN SOLUTION
    return -dx / (a * a)
    ### END SOLUTION


# %%
check(reciprocal_backward)


# %%
def ratio_backward(a, b, c, d, dx):
    """A volta de x = (a + b)/(c + d). · The way back through x = (a + b)/(c + d).

    a, b, c, d, dx: números, ou arrays de um mesmo formato; c + d ≠ 0
    numbers, or arrays of one shape; c + d ≠ 0
    Devolve (da, db, dc, dd). · Returns (da, db, dc, dd).
    """
    ### BEGIN SOLUTION
    top, bottom = a + b, c + d
    d_top, d_reciprocal = mul_backward(top, 1 / bottom, dx)
    d_bottom = reciprocal_backward(bottom, d_reciprocal)
    return d_top, d_top, d_bottom, d_bottom
    ### END SOLUTION


# %%
check(ratio_backward)

# %% [markdown] lang="pt"
# ## 6. Chaves
#
# Em $x = \max(a, b)$ só a entrada maior aparece na saída. A porta é uma chave: o gradiente inteiro vai para a
# maior, e a menor não recebe nada. Mexer um pouco na menor não muda o máximo.
#
# E num empate? As duas entradas estão no limite, e há escolha: tudo para uma, tudo para a outra, metade para cada. O
# que não pode é **criar** gradiente: mover as duas juntas move o máximo uma vez só, e por isso $da + db = dx$. (Nos
# slides do conjunto A, num empate as duas recebem o $dx$ inteiro, e a segunda linha diz $da$ outra vez, onde deveria
# dizer $db$.)
#
# A ReLU, $x = \max(0, a)$, é a mesma chave com um lado fixo: passa onde $a > 0$, fecha onde $a < 0$. Em $a = 0$,
# qualquer valor entre 0 e $dx$ serve. Quem decide é o sinal de $a$, na **ida**, e não o do gradiente que chega.
#
# **À mão.** $a = (1;\ -2)$, $b = (0;\ 3)$, $dx = (0{,}5;\ -1)$: $da = (0{,}5;\ 0)$, $db = (0;\ -1)$. Na ReLU, com o
# mesmo $a$: $da = (0{,}5;\ 0)$.
#
# > **NumPy de que você precisa aqui.** Um `if` não decide por um array inteiro; `np.where(condição, p, q)` decide
# > elemento a elemento, e aceita números sozinhos. Com `hora = np.array([9, 14])` e `preço = np.array([10.0, 20.0])`,
# > `np.where(hora < 12, preço / 2, preço)` dá `[5, 20]`: a condição olha para um array, e o que se escolhe vem de
# > outro.

# %% [markdown] lang="en"
# ## 6. Switches
#
# In $x = \max(a, b)$ only the larger input shows at the output. The gate is a switch: the whole gradient goes to
# the larger one, and the smaller one receives nothing. Moving the smaller one a little does not change the maximum.
#
# And at a tie? Both inputs are at the limit, and there is a choice: all to one, all to the other, half to each. What
# must not happen is that gradient is **created**: moving both together moves the maximum once, and so $da + db = dx$.
# (On slides of deck A both receive the whole $dx$ at a tie, and the second line says $da$ again where it should say
# $db$.)
#
# ReLU, $x = \max(0, a)$, is the same switch with one side fixed: it passes where $a > 0$ and closes where $a < 0$.
# At $a = 0$ any value between 0 and $dx$ will do. What decides is the sign of $a$, on the way **forward**, not that
# of the gradient that arrives.
#
# **By hand.** $a = (1,\ -2)$, $b = (0,\ 3)$, $dx = (0.5,\ -1)$: $da = (0.5,\ 0)$, $db = (0,\ -1)$. In ReLU, with
# the same $a$: $da = (0.5,\ 0)$.
#
# > **NumPy that you need here.** An `if` does not decide for a whole array; `np.where(condition, p, q)` decides
# > element by element, and takes single numbers. With `hour = np.array([9, 14])` and
# > `price = np.array([10.0, 20.0])`, `np.where(hour < 12, price / 2, price)` gives `[5, 20]`: the condition looks at
# > one array, and what is chosen comes from another.


# %%
def max_backward(a, b, dx):
    """A volta de x = max(a, b). · The way back through x = max(a, b).

    a, b, dx: números, ou arrays de um mesmo formato · numbers, or arrays of one shape
    Devolve (da, db), com da + db = dx também nos empates. · Returns (da, db), with da + db = dx at ties too.
    """
    ### BEGIN SOLUTION
    first = np.greater_equal(a, b)
    return np.where(first, dx, 0.0), np.where(first, 0.0, dx)
    ### END SOLUTION


# %%
check(max_backward)


# %%
def relu_backward(a, dx):
    """A volta de x = max(0, a). · The way back through x = max(0, a).

    a, dx: números, ou arrays de um mesmo formato · numbers, or arrays of one shape
    Devolve da. · Returns da.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(a, 0), dx, 0.0)
    ### END SOLUTION


# %%
check(relu_backward)

# %% tags=["demo"]
import matplotlib.pyplot as plt

t = np.linspace(-3, 3, 121)
if max_backward(t, 0 * t + 1, 1 + 0 * t) is None or relu_backward(t, 1 + 0 * t) is None:
    print(NOT_YET)
else:
    a, b, dx = t, 1 + 0.5 * np.sin(3 * t), np.ones(121)
    da, db = max_backward(a, b, dx)
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3), layout="constrained")
    left.plot(t, a, ":", color=BLUE, label="$a$")
    left.plot(t, b, ":", color=ORANGE, label="$b$")
    left.plot(t, np.maximum(a, b), color="black", label="max(a, b)")
    left.fill_between(t, -3.4, -3.1, where=da > 0, color=BLUE)
    left.fill_between(t, -3.4, -3.1, where=db > 0, color=ORANGE)
    left.set(title="quem recebe · who receives", ylim=(-3.5, 4.6))
    left.legend(loc="upper left", fontsize=8)
    arriving = np.cos(2 * t)
    right.plot(t, arriving, ":", color="gray", label="chega · arrives")
    right.plot(t, relu_backward(t, arriving), color=GREEN, label="relu_backward")
    right.axvline(0, color="black", linewidth=0.8)
    right.set(xlabel="$a$", title="ReLU: fechada · closed | aberta · open")
    right.legend(fontsize=8)

# %% [markdown] lang="pt"
# **Para pensar.** Uma rede com muitas ReLU pode ter unidades que nunca mais aprendem. Como isso se vê em
# `relu_backward`?

# %% [markdown] lang="en"
# **Something to think about.** A network with many ReLUs may have units that never learn again. How does that show
# in `relu_backward`?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 7. Uma camada inteira
#
# Para $n$ exemplos nas linhas de $X$ $(n, d)$ e pesos $W$ $(k, d)$, uma camada calcula $Y = X W^\top$, de formato
# $(n, k)$. Cada elemento de $Y$ é uma soma de produtos, e as portas que você já tem dão, juntas, dois produtos de
# matrizes:
#
# $$dX = dY\, W, \qquad dW = dY^\top X .$$
#
# Não decore: **use os formatos**. $dX$ tem o formato de $X$, $(n, d)$; com $dY$ $(n, k)$ e $W$ $(k, d)$ só há um
# produto que dá certo (um slide do conjunto A escreve `dY = dY.dot(W)`: a conta é essa, mas o resultado é $dX$). O
# mesmo vale para $dW$, $(k, d)$. Cuidado com matrizes quadradas: nelas, uma transposta errada passa despercebida.
#
# Com viés, $Y = X W^\top + b$: o mesmo $b$ $(k,)$ é somado a **todas** as linhas, ou seja, é usado $n$ vezes, e os
# gradientes se somam: $db$ é a soma das linhas de $dY$. Se a perda é uma média, a média já está dentro de $dY$.
#
# **À mão.** $X = (1\ \ 2)$, $W = \begin{pmatrix} 3 & 4 \\ 5 & 6 \end{pmatrix}$, $dY = (1\ \ -1)$: $dX = (3 - 5,\ 4
# - 6) = (-2\ \ -2)$, $dW = \begin{pmatrix} 1 & 2 \\ -1 & -2 \end{pmatrix}$ e $db = (1;\ -1)$.
#
# > **NumPy de que você precisa aqui.** `A.T` é a transposta de `A`. `A.sum(axis=0)` soma ao longo do eixo 0, que
# > conta as linhas: uma soma para cada coluna. Com `A = np.array([[1, 2], [3, 5], [10, 10]])`, `A.sum(axis=0)` é
# > `[14, 17]`, `A.sum(axis=1)`, uma soma para cada linha, é `[3, 8, 20]`, e `A.sum()` soma tudo: 31.

# %% [markdown] lang="en"
# ## 7. A whole layer
#
# For $n$ examples in the rows of $X$ $(n, d)$ and weights $W$ $(k, d)$, a layer computes $Y = X W^\top$, of shape
# $(n, k)$. Each element of $Y$ is a sum of products, and the gates that you have give, together, two matrix
# products:
#
# $$dX = dY\, W, \qquad dW = dY^\top X .$$
#
# Do not learn this by heart: **use the shapes**. $dX$ has the shape of $X$, $(n, d)$; with $dY$ $(n, k)$ and $W$
# $(k, d)$ there is only one product that fits (a slide of deck A writes `dY = dY.dot(W)`: the computation is this
# one, but its result is $dX$). The same goes for $dW$, $(k, d)$. Mind square matrices: there a wrong transpose goes
# unnoticed.
#
# With a bias, $Y = X W^\top + b$: the same $b$ $(k,)$ is added to **all** rows, that is, it is used $n$ times, and
# its gradients add up: $db$ is the sum of the rows of $dY$. If the loss is a mean, the mean is inside $dY$ already.
#
# **By hand.** $X = (1\ \ 2)$, $W = \begin{pmatrix} 3 & 4 \\ 5 & 6 \end{pmatrix}$, $dY = (1\ \ -1)$: $dX = (3 - 5,\
# 4 - 6) = (-2\ \ -2)$, $dW = \begin{pmatrix} 1 & 2 \\ -1 & -2 \end{pmatrix}$ and $db = (1,\ -1)$.
#
# > **NumPy that you need here.** `A.T` is the transpose of `A`. `A.sum(axis=0)` adds up along axis 0, which counts
# > the rows: one sum for each column. With `A = np.array([[1, 2], [3, 5], [10, 10]])`, `A.sum(axis=0)` is `[14, 17]`,
# > `A.sum(axis=1)`, one sum for each row, is `[3, 8, 20]`, and `A.sum()` adds up everything: 31.


# %%
def matmul_backward(X, W, dY):
    """A volta de Y = X @ W.T. · The way back through Y = X @ W.T.

    X: (n, d); W: (k, d); dY: (n, k)
    Devolve (dX, dW), com os formatos de X e de W. · Returns (dX, dW), with the shapes of X and W.
    """
    ### BEGIN SOLUTION
    return dY @ W, dY.T @ X
    ### END SOLUTION


# %%
check(matmul_backward)


# %%
def affine_backward(X, W, dY):
    """A volta de Y = X @ W.T + b. · The way back through Y = X @ W.T + b.

    X: (n, d); W: (k, d); dY: (n, k)
    Devolve (dX, dW, db), com os formatos de X, de W e de b (k,).
    Returns (dX, dW, db), with the shapes of X, W and b (k,).
    """
    ### BEGIN SOLUTION
    dX, dW = matmul_backward(X, W, dY)
    return dX, dW, dY.sum(axis=0)
    ### END SOLUTION


# %%
check(affine_backward)

# %% [markdown] lang="pt"
# A célula abaixo mede cada inclinação com diferenças e a compara com a sua fórmula: os pontos devem cair na
# diagonal.

# %% [markdown] lang="en"
# The cell below measures each slope with differences and compares it with your formula: the points should fall on
# the diagonal.

# %% tags=["demo"]
import matplotlib.pyplot as plt

rng = np.random.default_rng(0)
X, W, b, arriving = rng.normal(size=(4, 3)), rng.normal(size=(2, 3)), rng.normal(size=2), rng.normal(size=(4, 2))
if matmul_backward(X, W, arriving) is None or affine_backward(X, W, arriving) is None:
    print(NOT_YET)
else:

    def end(X, W, b):
        """O fim do circuito: uma soma ponderada de Y. · The end of the circuit: a weighted sum of Y."""
        return np.sum(arriving * (X @ W.T + b))

    def measured(place, h=1e-5):
        """A inclinação medida por cada entrada do argumento. · The measured slope by each entry of the argument."""
        slopes = np.zeros((X, W, b)[place].shape)
        for at in np.ndindex(slopes.shape):
            up, down = [v.copy() for v in (X, W, b)], [v.copy() for v in (X, W, b)]
            up[place][at] += h
            down[place][at] -= h
            slopes[at] = (end(*up) - end(*down)) / (2 * h)
        return slopes

    fig, ax = plt.subplots(figsize=(4.2, 3.6), layout="constrained")
    styles = [("dX", "o", BLUE), ("dW", "^", ORANGE), ("db", "s", GREEN)]
    for place, (formula, (name, marker, color)) in enumerate(zip(affine_backward(X, W, arriving), styles, strict=True)):
        ax.plot(measured(place).ravel(), formula.ravel(), marker, color=color, label=name)
    ax.axline((0, 0), slope=1, color="gray", linewidth=0.8)
    ax.set(xlabel="medida · measured", ylabel="fórmula · formula")
    ax.legend()

# %% [markdown] lang="pt"
# ## 8. Uma classe que deriva sozinha
#
# Falta juntar tudo num programa que deriva, um **diferenciador automático** [2]. Um `Value` guarda um número
# (`.data`), lembra de que outros `Value` ele nasceu, e sabe a inclinação local em relação a cada um deles. Assim, ao
# escrever uma expressão qualquer, você constrói o circuito sem perceber:
#
# ```python
# a, b = Value(2.0), Value(-3.0)
# c = a * b + a
# c.backward()
# a.grad, b.grad   # (-2.0, 2.0)
# ```
#
# `c.backward()` põe 1 no gradiente de `c` (a derivada da saída em relação a ela mesma) e visita os nós de trás para a
# frente. Três cuidados:
#
# - **Somar, não sobrescrever.** Em `a * b + a`, `a` é usado duas vezes e recebe $b + 1$.
# - **A ordem.** Um nó só pode passar o gradiente adiante depois que **todos** os que o usam já passaram o seu: é
#   uma ordenação topológica. Visitar na ordem em que os nós são encontrados não basta.
# - **Cadeias longas.** Uma função que chama a si mesma uma vez por nó esgota a pilha do Python por volta de mil nós,
#   e aqui são pedidas cadeias de dez mil. Percorra o grafo com um laço e uma lista, como na caixa abaixo.
#
# O que deve existir está na descrição da classe. O Python traduz cada operação em um método, que é o que você
# escreve:
#
# | escreve-se | o Python chama | e, com um número comum à esquerda |
# |---|---|---|
# | `a + b` | `a.__add__(b)` | `2 + a`: `a.__radd__(2)` |
# | `a - b` | `a.__sub__(b)` | `2 - a`: `a.__rsub__(2)` |
# | `a * b` | `a.__mul__(b)` | `2 * a`: `a.__rmul__(2)` |
# | `a / b` | `a.__truediv__(b)` | `2 / a`: `a.__rtruediv__(2)` |
# | `a**n` | `a.__pow__(n)` | (não é pedido: `n` é sempre um número) |
# | `-a` | `a.__neg__()` | |
#
# À direita, também, `b` pode ser um número comum: teste com `isinstance(b, Value)`. `sum([a, b])` começa com `0 + a`.
#
# > **Python de que você precisa aqui: uma ordem sem recursão.** Para se vestir, cada peça espera por outras. O laço
# > abaixo põe todas numa ordem possível. Cada peça passa duas vezes pela lista `espera`: da primeira, ela volta para
# > a lista com a marca `True`, e por cima dela vão as peças de que precisa; da segunda, tudo de que ela precisa já
# > está na ordem, e é a vez dela. Se sai sem marca e já foi vista, é deixada de lado.
# >
# > ```python
# > antes = {"sapato": ["meia", "calça"], "calça": ["cueca"], "meia": [], "cueca": []}
# > ordem, vistas, espera = [], set(), [("sapato", False)]
# > while espera:
# >     peça, pronta = espera.pop()
# >     if pronta:
# >         ordem.append(peça)
# >     elif peça not in vistas:
# >         vistas.add(peça)
# >         espera.append((peça, True))
# >         espera.extend((outra, False) for outra in antes[peça])
# > # ordem: ['cueca', 'calça', 'meia', 'sapato']
# > ```
# >
# > De trás para a frente, `reversed(ordem)`, cada peça vem antes de todas de que precisa.

# %% [markdown] lang="en"
# ## 8. A class that differentiates by itself
#
# It remains to put everything together in a program that differentiates, an **automatic differentiator** [2]. A
# `Value` keeps a number (`.data`), remembers which other `Value`s it was made of, and knows its local slope by each
# of them. So when you write any expression you build the circuit without noticing:
#
# ```python
# a, b = Value(2.0), Value(-3.0)
# c = a * b + a
# c.backward()
# a.grad, b.grad   # (-2.0, 2.0)
# ```
#
# `c.backward()` puts 1 into the gradient of `c` (the derivative of the output by itself) and visits the nodes from
# back to front. Three things to mind:
#
# - **Add, do not overwrite.** In `a * b + a`, `a` is used twice and receives $b + 1$.
# - **The order.** A node may pass its gradient on only after **all** those that use it have passed on theirs: this
#   is a topological order. Visiting the nodes in the order in which they are found is not enough.
# - **Long chains.** A function that calls itself once a node exhausts Python's stack at about a thousand nodes, and
#   chains of ten thousand are asked for here. Walk the graph with a loop and a list, as in the box below.
#
# What must exist is in the description of the class. Python turns each operation into a method, which is what you
# write:
#
# | one writes | Python calls | and, with an ordinary number on the left |
# |---|---|---|
# | `a + b` | `a.__add__(b)` | `2 + a`: `a.__radd__(2)` |
# | `a - b` | `a.__sub__(b)` | `2 - a`: `a.__rsub__(2)` |
# | `a * b` | `a.__mul__(b)` | `2 * a`: `a.__rmul__(2)` |
# | `a / b` | `a.__truediv__(b)` | `2 / a`: `a.__rtruediv__(2)` |
# | `a**n` | `a.__pow__(n)` | (not asked for: `n` is always a number) |
# | `-a` | `a.__neg__()` | |
#
# On the right, too, `b` may be an ordinary number: test it with `isinstance(b, Value)`. `sum([a, b])` starts with
# `0 + a`.
#
# > **Python that you need here: an order without recursion.** To get dressed, each piece waits for others. The loop
# > below puts all of them into a possible order. Each piece goes through the list `waiting` twice: the first time it
# > goes back to the list with the mark `True`, and on top of it go the pieces that it needs; the second time all that
# > it needs is in the order already, and it is its turn. If it comes out without a mark and was seen before, it is
# > left aside.
# >
# > ```python
# > before = {"shoe": ["sock", "trousers"], "trousers": ["pants"], "sock": [], "pants": []}
# > order, seen, waiting = [], set(), [("shoe", False)]
# > while waiting:
# >     piece, ready = waiting.pop()
# >     if ready:
# >         order.append(piece)
# >     elif piece not in seen:
# >         seen.add(piece)
# >         waiting.append((piece, True))
# >         waiting.extend((other, False) for other in before[piece])
# > # order: ['pants', 'trousers', 'sock', 'shoe']
# > ```
# >
# > From back to front, `reversed(order)`, each piece comes before all those that it needs.


# %%
class Value:
    """Um número que lembra como nasceu. · A number that remembers how it was made.

    Value(data): data é um número · a number. Guarda · It keeps:
    .data, o valor · its value; .grad, a derivada da saída em relação a ele · the derivative of the output by it
    Operações · Operations: a + b, a - b, a * b, a / b, a**n, -a, com números dos dois lados · with numbers on
    either side (n: sempre um número · always a number); a.exp(), a.log(), a.tanh(), a.sigmoid(), a.relu()
    Cada uma devolve um Value novo. · Each returns a new Value.
    a.backward(): o .grad de tudo o que levou a a · the .grad of all that led to a
    """

    ### BEGIN SOLUTION
    def __init__(self, data, inputs=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = inputs

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def __pow__(self, n):
        # The power 0 is 1 everywhere: its slope is 0, also at 0, where 0 ** -1 would be asked for.
        slope = n * self.data ** (n - 1) if n != 0 else 0.0
        return Value(self.data**n, [(self, slope)])

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -1.0 * other

    def __truediv__(self, other):
        return self * (other**-1.0 if isinstance(other, Value) else 1.0 / other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1.0 * other

    def exp(self):
        out = np.exp(self.data)
        return Value(out, [(self, out)])

    def log(self):
        return Value(np.log(self.data), [(self, 1.0 / self.data)])

    def tanh(self):
        out = np.tanh(self.data)
        return Value(out, [(self, 1.0 - out**2)])

    def sigmoid(self):
        out = 1.0 / (1.0 + np.exp(-self.data))
        return Value(out, [(self, out * (1.0 - out))])

    def relu(self):
        return Value(max(0.0, self.data), [(self, 1.0 if self.data > 0 else 0.0)])

    def backward(self):
        order, visited, pending = [], set(), [(self, False)]
        while pending:
            node, done = pending.pop()
            if done:
                order.append(node)
            elif id(node) not in visited:
                visited.add(id(node))
                pending.append((node, True))
                pending.extend((source, False) for source, _ in node.inputs)
        self.grad = 1.0
        for node in reversed(order):
            for source, slope in node.inputs:
                source.grad += slope * node.grad

    ### END SOLUTION


# %%
check(Value)

# %% [markdown] lang="pt"
# Com a sua classe, um neurônio se treina sem uma só derivada escrita à mão. Os exemplos são os quatro cantos do OU; à
# esquerda, a perda ao longo das épocas. À direita, o grafo de uma expressão, com o valor e o gradiente de cada nó.

# %% [markdown] lang="en"
# With your class a neuron is trained without a single derivative written by hand. The examples are the four corners
# of OR; on the left, the loss over the epochs. On the right, the graph of an expression, with the value and gradient
# of each node.

# %% tags=["demo"]
import matplotlib.pyplot as plt

try:
    probe = Value(1.0) * 2 + 1
    probe.backward()
except (TypeError, AttributeError):
    probe = None

if probe is None:
    print(NOT_YET)
else:
    weights, losses = [Value(0.1), Value(-0.1), Value(0.0)], []
    for _ in range(60):
        loss = Value(0.0)
        for x1, x2, target in [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 1)]:
            p = (weights[0] * x1 + weights[1] * x2 + weights[2]).sigmoid()
            loss = loss + (p - target) ** 2
        loss.backward()
        losses.append(loss.data)
        weights = [Value(w.data - 2.0 * w.grad) for w in weights]
    a, b = Value(2.0), Value(-3.0)
    product = a * b
    c = product + a
    c.backward()
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3), layout="constrained")
    left.semilogy(losses, color=BLUE)
    left.set(xlabel="época · epoch", ylabel="perda · loss", title="OU · OR")
    places = {"a": (0, 2), "b": (0, 0), "a×b": (1.6, 0.6), "c": (3.2, 1.6)}
    for start, end_ in [("a", "a×b"), ("b", "a×b"), ("a×b", "c"), ("a", "c")]:
        draw_wire(right, places[start], places[end_])
    for name, node in {"a": a, "b": b, "a×b": product, "c": c}.items():
        draw_node(right, *places[name], name, node.data, node.grad)
    right.set(xlim=(-0.6, 3.8), ylim=(-0.8, 2.8), title="c = a×b + a")
    right.axis("off")

# %% [markdown] lang="pt"
# **Para pensar.** Por que `weights` é recriado com `Value` novos a cada época? O que aconteceria com os gradientes
# se os mesmos fossem usados de novo?

# %% [markdown] lang="en"
# **Something to think about.** Why is `weights` made again of new `Value`s in each epoch? What would happen to the
# gradients if the same ones were used again?

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
# - Cada porta só precisa saber uma coisa: a sua inclinação local. A regra da cadeia faz o resto.
# - A soma passa o gradiente inteiro, o produto troca os fatores, o máximo é uma chave.
# - Um valor usado em vários lugares soma os gradientes: o viés de uma camada, também.
# - Os formatos dizem qual produto de matrizes é o certo, desde que elas não sejam quadradas.
# - Um diferenciador automático é um grafo, uma ordem topológica e umas dez portas.
#
# No próximo notebook, `06_mlp`, as camadas viram uma rede, e a rede aprende.
#
# ### Referências
#
# 1. D. E. Rumelhart, G. E. Hinton e R. J. Williams (1986). Learning representations by back-propagating errors.
#    *Nature*, 323, 533–536.
# 2. A. G. Baydin, B. A. Pearlmutter, A. A. Radul e J. M. Siskind (2018). Automatic differentiation in machine
#    learning: a survey. *Journal of Machine Learning Research*, 18(153), 1–43.

# %% [markdown] lang="en"
# ## What to take away
#
# - Each gate needs to know one thing only: its local slope. The chain rule does the rest.
# - The sum passes the whole gradient, the product swaps the factors, the maximum is a switch.
# - A value that is used in several places adds up its gradients: so does the bias of a layer.
# - The shapes say which matrix product is the right one, as long as the matrices are not square.
# - An automatic differentiator is a graph, a topological order and some ten gates.
#
# In the next notebook, `06_mlp`, the layers become a network, and the network learns.
#
# ### References
#
# 1. D. E. Rumelhart, G. E. Hinton and R. J. Williams (1986). Learning representations by back-propagating errors.
#    *Nature*, 323, 533–536.
# 2. A. G. Baydin, B. A. Pearlmutter, A. A. Radul and J. M. Siskind (2018). Automatic differentiation in machine
#    learning: a survey. *Journal of Machine Learning Research*, 18(153), 1–43.
