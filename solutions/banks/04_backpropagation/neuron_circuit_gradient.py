"""Answers to neuron_circuit_gradient: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("neuron_circuit_gradient")
def gate_by_gate(w, x):
    z = w[0] * x[0] + w[1] * x[1] + w[2]
    e = np.exp(-z)
    below = 1 + e
    d_below = -1 / below**2
    dz = d_below * -e
    return [dz * x[0], dz * x[1], dz], [dz * w[0], dz * w[1]]


@right("neuron_circuit_gradient")
def symmetric_form(w, x):
    z = np.dot(w[:2], x) + w[2]
    dz = 1 / (2 + np.exp(z) + np.exp(-z))
    return np.append(x, 1) * dz, w[:2] * dz


@right("neuron_circuit_gradient")
def with_hyperbolic_functions(w, x):
    dz = 0.25 / np.cosh((w[0] * x[0] + w[1] * x[1] + w[2]) / 2) ** 2
    dw = np.zeros(3)
    dw[:2], dw[2] = dz * x, dz
    return dw, dz * w[:-1]


@right("neuron_circuit_gradient")
def plain_loops(w, x):
    s = neuron_circuit(w, x)
    dw, dx = [], []
    for i in range(2):
        dw.append(s * (1 - s) * x[i])
        dx.append(s * (1 - s) * w[i])
    dw.append(s * (1 - s))
    return tuple(dw), tuple(dx)


@right("neuron_circuit_gradient")
def single_precision(w, x):
    w, x = w.astype(np.float32), x.astype(np.float32)
    s = np.float32(1) / (np.float32(1) + np.exp(-(w[0] * x[0] + w[1] * x[1] + w[2])))
    dz = s * (np.float32(1) - s)
    return dz * np.array([x[0], x[1], 1], dtype=np.float32), dz * w[:2]


@right("neuron_circuit_gradient")
def of_a_clipped_sigmoid(w, x):
    f = 1 / (1 + np.exp(-np.clip(w[0] * x[0] + w[1] * x[1] + w[2], -28, 28)))
    slope = f * (1 - f)
    return slope * np.append(x, 1), slope * np.array([w[0], w[1]])


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "Faltou a derivada da sigmoide",
        "Você derivou a soma z e esqueceu que ela ainda passa pela sigmoide. O gradiente que chega a z é s(1 − "
        "s), e multiplica tudo.",
    ),
    en=(
        "The sigmoid's derivative is missing",
        "You took the derivative of the sum z and forgot that it still goes through the sigmoid. The gradient "
        "that arrives at z is s(1 − s), and it multiplies everything.",
    ),
)
def without_the_sigmoid(w, x):
    return np.array([x[0], x[1], 1.0]), np.array([w[0], w[1]])


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "Derivada com z no lugar de s",
        "A forma curta s(1 − s) usa a saída da sigmoide, e você pôs nela a entrada z. Com z ela não tem "
        "significado, e pode até ser negativa.",
    ),
    en=(
        "The derivative with z for s",
        "The short form s(1 − s) uses the sigmoid's output, and you put its input z in. With z it means nothing, "
        "and may even be negative.",
    ),
)
def input_for_output(w, x):
    z = w[0] * x[0] + w[1] * x[1] + w[2]
    dz = z * (1 - z)
    return dz * np.array([x[0], x[1], 1.0]), dz * np.array([w[0], w[1]])


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "Pesos e entradas trocados",
        "Você fez dw com os pesos e dx com as entradas. Num produto, a força de cada um é o valor do outro: dw "
        "leva x, e dx leva w.",
    ),
    en=(
        "Weights and inputs swapped",
        "You made dw from the weights and dx from the inputs. In a product the strength of each is the value of "
        "the other: dw takes x, and dx takes w.",
    ),
)
def weights_and_inputs_swapped(w, x):
    s = neuron_circuit(w, x)
    dz = s * (1 - s)
    return dz * np.array([w[0], w[1], 1.0]), dz * np.array([x[0], x[1]])


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "Faltou o viés",
        "O seu dw tem duas componentes, e w tem três. O viés também recebe gradiente: ele entra na soma "
        "multiplicado por 1.",
    ),
    en=(
        "The bias is missing",
        "Your dw has two components, and w has three. The bias receives a gradient too: it goes into the sum "
        "multiplied by 1.",
    ),
)
def bias_missing(w, x):
    s = neuron_circuit(w, x)
    dz = s * (1 - s)
    return dz * np.array([x[0], x[1]]), dz * np.array([w[0], w[1]])


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "O viés com gradiente zero",
        "Você deu gradiente 0 ao viés, como se ele não mudasse a saída. Ele é somado a z, e por isso recebe o "
        "gradiente inteiro que chega a z.",
    ),
    en=(
        "The bias with gradient zero",
        "You gave the bias a gradient of 0, as if it did not change the output. It is added to z, so it receives "
        "the whole gradient that arrives at z.",
    ),
)
def bias_gets_nothing(w, x):
    s = neuron_circuit(w, x)
    dz = s * (1 - s)
    return dz * np.array([x[0], x[1], 0.0]), dz * np.array([w[0], w[1]])


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "O viés com gradiente um",
        "Você parou na soma, onde a derivada do viés é 1. Falta multiplicá-la pelo que vem depois, a derivada da "
        "sigmoide.",
    ),
    en=(
        "The bias with gradient one",
        "You stopped at the sum, where the bias's derivative is 1. It still has to be multiplied by what comes "
        "after, the sigmoid's derivative.",
    ),
)
def bias_gets_one(w, x):
    s = neuron_circuit(w, x)
    dz = s * (1 - s)
    return np.array([dz * x[0], dz * x[1], 1.0]), dz * np.array([w[0], w[1]])


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "O viés multiplicado por si mesmo",
        "Você multiplicou o gradiente do viés por w[2]. Numa soma a derivada é 1, qualquer que seja o valor.",
    ),
    en=(
        "The bias multiplied by itself",
        "You multiplied the bias's gradient by w[2]. In a sum the derivative is 1, whatever the value.",
    ),
)
def bias_times_itself(w, x):
    s = neuron_circuit(w, x)
    dz = s * (1 - s)
    return dz * np.array([x[0], x[1], w[2]]), dz * np.array([w[0], w[1]])


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "Só s, sem 1 − s",
        "Você usou a saída s como se fosse a derivada. A derivada da sigmoide é s(1 − s): pequena nas duas "
        "pontas, e não só numa.",
    ),
    en=(
        "Only s, without 1 − s",
        "You used the output s as if it were the derivative. The sigmoid's derivative is s(1 − s): small at both "
        "ends, not just at one.",
    ),
)
def output_as_derivative(w, x):
    s = neuron_circuit(w, x)
    return s * np.array([x[0], x[1], 1.0]), s * np.array([w[0], w[1]])


@wrong(
    "neuron_circuit_gradient",
    erratum="E1",
    pt=(
        "A derivada da sigmoide do slide",
        "Com o menos no denominador que os slides A mostram, 1/(1 − e^−z), s sai errado e a derivada também. A "
        "sigmoide é 1/(1 + e^−z), entre 0 e 1.",
    ),
    en=(
        "The derivative of the slide's sigmoid",
        "With the minus that slides A show in the denominator, 1/(1 − e^−z), s comes out wrong and so does the "
        "derivative. The sigmoid is 1/(1 + e^−z), between 0 and 1.",
    ),
)
def sigmoid_of_the_slide(w, x):
    s = 1 / (1 - np.exp(-(w[0] * x[0] + w[1] * x[1] + w[2])))
    dz = s * (1 - s)
    return dz * np.array([x[0], x[1], 1.0]), dz * np.array([w[0], w[1]])


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "Derivada da tangente hiperbólica",
        "1 − s² é a derivada da tangente hiperbólica em função da saída. A da sigmoide é s(1 − s).",
    ),
    en=(
        "The hyperbolic tangent's derivative",
        "1 − s² is the derivative of the hyperbolic tangent in terms of its output. The sigmoid's is s(1 − s).",
    ),
)
def derivative_of_tanh(w, x):
    s = neuron_circuit(w, x)
    dz = 1 - s**2
    return dz * np.array([x[0], x[1], 1.0]), dz * np.array([w[0], w[1]])


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "Sinal trocado",
        "O expoente −z traz um menos, e a derivada de 1/u traz outro. Os dois se cancelam: a sigmoide sobe, e a "
        "derivada dela é positiva.",
    ),
    en=(
        "Sign swapped",
        "The exponent −z brings one minus, and the derivative of 1/u brings another. The two cancel: the sigmoid "
        "rises, and its derivative is positive.",
    ),
)
def sign_swapped(w, x):
    s = neuron_circuit(w, x)
    dz = s * (s - 1)
    return dz * np.array([x[0], x[1], 1.0]), dz * np.array([w[0], w[1]])


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "dx calculado com os pesos já mudados",
        "Você somou o gradiente aos pesos antes de calcular dx. Os dois gradientes são do mesmo ponto, o dos "
        "pesos que chegaram.",
    ),
    en=(
        "dx computed with the changed weights",
        "You added the gradient to the weights before computing dx. Both gradients belong to the same point, that"
        " of the weights that were given.",
    ),
)
def changed_weights_for_dx(w, x):
    s = neuron_circuit(w, x)
    dz = s * (1 - s)
    dw = dz * np.array([x[0], x[1], 1.0])
    w = w + dw
    return dw, dz * np.array([w[0], w[1]])


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "Um gradiente a mais em dx",
        "O seu dx tem três componentes, uma delas do viés. As entradas são duas: o viés não é peso de nenhuma.",
    ),
    en=(
        "One gradient too many in dx",
        "Your dx has three components, one of them the bias's. There are two inputs: the bias is the weight of "
        "neither.",
    ),
)
def bias_among_the_inputs(w, x):
    s = neuron_circuit(w, x)
    dz = s * (1 - s)
    return dz * np.array([x[0], x[1], 1.0]), dz * w


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "O resultado é guardado em inteiros",
        "Um array feito a partir de w ou de x, com zeros_like ou copy, tem o mesmo tipo. Se eles têm inteiros, "
        "cada derivada perde a parte decimal ao ser guardada.",
    ),
    en=(
        "The result is stored as integers",
        "An array made from w or x, with zeros_like or copy, has the same type. If those hold integers, each "
        "derivative loses its decimal part when it is stored.",
    ),
)
def stored_as_integers(w, x):
    s = neuron_circuit(w, x)
    dw, dx = np.zeros_like(w), np.zeros_like(x)
    dw[0], dw[1], dw[2] = s * (1 - s) * x[0], s * (1 - s) * x[1], s * (1 - s)
    dx[0], dx[1] = s * (1 - s) * w[0], s * (1 - s) * w[1]
    return dw, dx


@wrong(
    "neuron_circuit_gradient",
    pt=(
        "Gradiente guardado em inteiros",
        "zeros_like de um w inteiro faz um array de inteiros, e o gradiente posto nele vira zeros.",
    ),
    en=(
        "A gradient kept in integers",
        "zeros_like of an integer w makes an array of integers, and the gradient that is put into it becomes zeros.",
    ),
)
def inputs_as_the_weights(w, x):
    dw = np.zeros_like(w)
    s = neuron_circuit(w, x)
    dw[:2], dw[2] = s * (1 - s) * x, s * (1 - s)
    return dw, s * (1 - s) * w[:2]
