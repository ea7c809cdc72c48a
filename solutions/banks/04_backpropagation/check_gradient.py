"""Answers to check_gradient: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("check_gradient")
def one_component_after_the_other(f, df, x, h=1e-5, tol=1e-6):
    claimed = df(x)
    for i in range(len(x)):
        left, right = np.array(x, dtype=float), np.array(x, dtype=float)
        left[i], right[i] = left[i] - h, right[i] + h
        measured = (f(right) - f(left)) / (2 * h)
        if not (np.isfinite(measured) and abs(measured - claimed[i]) <= tol * max(1, abs(measured))):
            return False
    return True


@right("check_gradient")
def library_comparison(f, df, x, h=1e-5, tol=1e-6):
    measured = [(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))]
    return np.isfinite(measured).all() and np.allclose(measured, df(x), rtol=tol, atol=tol)


@right("check_gradient")
def one_or_zero(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([central_difference(lambda t, unit=unit: f(x + t * unit), 0.0, h) for unit in np.eye(len(x))])
    error = np.abs(measured - df(x)) / np.maximum(1, np.abs(measured))
    return 1 if np.isfinite(error).all() and error.max() <= tol else 0


@right("check_gradient")
def largest_error(f, df, x, h=1e-5, tol=1e-6):
    gradient, errors = np.asarray(df(x)), []
    for i in range(x.size):
        up, down = x.astype(float), x.astype(float)
        up[i] += h
        down[i] -= h
        slope = (f(up) - f(down)) / (2 * h)
        errors.append(abs(slope - gradient[i]) / max(1, abs(slope)))
    return bool(np.max(errors) <= tol)


@wrong(
    "check_gradient",
    pt=(
        "Faltou o módulo",
        "Você compara a diferença com o sinal que ela tem, e um gradiente grande demais dá uma diferença "
        "negativa, que sempre passa. O que importa é o tamanho do erro.",
    ),
    en=(
        "The absolute value is missing",
        "You compare the difference with the sign it has, and a gradient that is too large gives a negative "
        "difference, which always passes. What matters is the size of the error.",
    ),
)
def without_absolute_value(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(np.all(measured - df(x) <= tol * np.maximum(1, np.abs(measured))))


@wrong(
    "check_gradient",
    pt=(
        "Uma só norma, ou folga, para tudo",
        "Uma norma, um máximo ou uma folga em comum deixa uma componente grande esconder o erro de uma pequena. "
        "Cada componente tem de passar sozinha, com a sua folga.",
    ),
    en=(
        "A single norm, or room, for everything",
        "A norm, a maximum or a room in common lets a large component hide the error of a small one. Each "
        "component has to pass by itself, with its own room.",
    ),
)
def one_norm_for_all(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(np.linalg.norm(measured - df(x)) <= tol * max(1, np.linalg.norm(measured)))


@wrong(
    "check_gradient",
    pt=(
        "Tolerância só absoluta",
        "Você exige um erro menor que tol qualquer que seja o tamanho da derivada. Numa derivada de cem milhões, "
        "uma diferença de 1 é ótima: a tolerância cresce com o valor medido.",
    ),
    en=(
        "Absolute tolerance only",
        "You ask for an error below tol whatever the size of the derivative. In a derivative of a hundred million"
        " a difference of 1 is excellent: the tolerance grows with the measured value.",
    ),
)
def absolute_only(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(np.all(np.abs(measured - df(x)) <= tol))


@wrong(
    "check_gradient",
    pt=(
        "Tolerância só relativa",
        "Você multiplica tol pelo valor medido, e perto de zero não sobra tolerância nenhuma: um erro de "
        "arredondamento já reprova. Abaixo de 1 quem conta é o erro absoluto.",
    ),
    en=(
        "Relative tolerance only",
        "You multiply tol by the measured value, and near zero there is no tolerance left: a rounding error "
        "already fails. Below 1 it is the absolute error that counts.",
    ),
)
def relative_only(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(np.all(np.abs(measured - df(x)) <= tol * np.abs(measured)))


@wrong(
    "check_gradient",
    pt=(
        "Não exige todas as componentes",
        "A sua função aceita um gradiente em que só algumas componentes estão certas, e todas têm de estar. Num "
        "laço, veja se a resposta de uma volta não apaga a das anteriores.",
    ),
    en=(
        "Does not ask for all the components",
        "Your function accepts a gradient with only some of its components right, and all of them have to be. In "
        "a loop, see whether the answer of one turn overwrites those before it.",
    ),
)
def any_component(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(np.any(np.abs(measured - df(x)) <= tol * np.maximum(1, np.abs(measured))))


@wrong(
    "check_gradient",
    pt=(
        "Só a primeira componente",
        "Você confere uma componente e não olha as outras. Se há um return dentro do laço, veja se ele não sai já "
        "na primeira volta.",
    ),
    en=(
        "The first component only",
        "You check one component and never look at the others. If there is a return inside the loop, see whether "
        "it leaves in the very first turn.",
    ),
)
def first_component_only(f, df, x, h=1e-5, tol=1e-6):
    step = h * np.eye(len(x))[0]
    measured = (f(x + step) - f(x - step)) / (2 * h)
    return bool(abs(measured - df(x)[0]) <= tol * max(1, abs(measured)))


@wrong(
    "check_gradient",
    pt=(
        "NaN passa",
        "Você procura um erro grande demais, e NaN > qualquer coisa dá False: um gradiente cheio de NaN passa "
        "como certo. Pergunte se todos os erros são pequenos, e não se algum é grande.",
    ),
    en=(
        "NaN passes",
        "You look for an error that is too large, and NaN > anything is False: a gradient full of NaN passes as "
        "right. Ask whether all errors are small, not whether some error is large.",
    ),
)
def nan_passes(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return not np.any(np.abs(measured - df(x)) > tol * np.maximum(1, np.abs(measured)))


@wrong(
    "check_gradient",
    pt=(
        "A tol recebida é ignorada",
        "A sua função usa sempre a mesma tolerância: um número fixo, ou a que allclose tem quando você não lhe dá "
        "outra. Quem chama escolhe tol, mais larga ou mais estreita.",
    ),
    en=(
        "The given tol is ignored",
        "Your function always uses the same tolerance: a fixed number, or the one that allclose has when you give "
        "it no other. The caller chooses tol, wider or narrower.",
    ),
)
def tolerance_of_the_library(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return np.allclose(df(x), measured)


@wrong(
    "check_gradient",
    pt=(
        "Falta o h da chamada, ou o módulo na folga",
        "Perto de 0, a derivada de 1/x é enorme e negativa. Se a sua medida não usa o h recebido, o passo é longo "
        "demais ali. Se usa, veja a folga: ela cresce com tol e com o módulo da medida.",
    ),
    en=(
        "The call's h, or the size in the room, is missing",
        "Near 0, the derivative of 1/x is huge and negative. If your measurement does not use the given h, its "
        "step is too long there. If it does, look at the room: it grows with tol and with the measurement's "
        "absolute value.",
    ),
)
def given_h_ignored(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / 2e-5 for step in 1e-5 * np.eye(len(x))])
    return bool(np.all(np.abs(measured - df(x)) <= tol * np.maximum(1, np.abs(measured))))


@wrong(
    "check_gradient",
    pt=(
        "A média dos erros",
        "Numa média, as componentes certas diluem o erro da errada, e uma derivada grande aumenta a folga de todas.",
    ),
    en=(
        "The mean error",
        "In a mean, the right components dilute the error of the wrong one, and a large derivative makes the room "
        "larger for all.",
    ),
)
def mean_error(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(np.mean(np.abs(measured - df(x))) <= tol * np.mean(np.maximum(1, np.abs(measured))))


@wrong(
    "check_gradient",
    pt=(
        "A soma dos erros, com sinal",
        "Se as diferenças são somadas com sinal, um erro para cima cancela outro para baixo. Compare componente "
        "por componente.",
    ),
    en=(
        "The sum of the errors, signs and all",
        "If the differences are added up with their signs, an error upwards cancels another downwards. Compare "
        "component by component.",
    ),
)
def signed_errors_added_up(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(abs(np.sum(measured - df(x))) <= tol * max(1, abs(np.sum(measured))))


@wrong(
    "check_gradient",
    pt=(
        "Compara os módulos",
        "Você tira o sinal dos dois lados antes de comparar, e um gradiente com o sinal trocado passa. O módulo é"
        " o da diferença.",
    ),
    en=(
        "Compares the absolute values",
        "You drop the sign on both sides before comparing, so a gradient with the wrong sign passes. The absolute"
        " value is that of the difference.",
    ),
)
def compares_absolute_values(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    error = np.abs(np.abs(measured) - np.abs(df(x)))
    return bool(np.all(error <= tol * np.maximum(1, np.abs(measured))))


@wrong(
    "check_gradient",
    pt=(
        "Diz True quando há erro",
        "True quer dizer que o gradiente está certo. Se a sua resposta sai sempre ao contrário, a comparação está "
        "invertida; se isso só acontece com infinito, veja se a folga saiu da medida, e não de df.",
    ),
    en=(
        "Says True when there is a mistake",
        "True means that the gradient is right. If your answer is always the opposite, the comparison is the "
        "wrong way round; if it is so with infinity only, see whether the room comes from the measurement, not "
        "from df.",
    ),
)
def inverted_answer(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(np.any(np.abs(measured - df(x)) > tol * np.maximum(1, np.abs(measured))))


@wrong(
    "check_gradient",
    pt=(
        "Sempre certo",
        "A sua função aceita qualquer gradiente. Um verificador só vale alguma coisa se recusa os errados.",
    ),
    en=(
        "Always right",
        "Your function accepts any gradient. A checker is worth something only if it refuses the wrong ones.",
    ),
)
def always_right(f, df, x, h=1e-5, tol=1e-6):
    return True


@wrong(
    "check_gradient",
    pt=(
        "Recusa também os gradientes certos",
        "A sua função diz False onde o gradiente está certo. Ou a medida sai errada, ou você exige que ela e a "
        "fórmula sejam iguais até a última casa: a medida tem erro de arredondamento, e é para isso que existe a "
        "tolerância.",
    ),
    en=(
        "Refuses right gradients too",
        "Your function says False where the gradient is right. Either the measurement is wrong, or you ask it to "
        "equal the formula to the last digit: the measurement has rounding error, and that is what the tolerance "
        "is for.",
    ),
)
def exact_comparison(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(np.all(measured == df(x)))


@wrong(
    "check_gradient",
    pt=(
        "h não cabe num array de inteiros",
        "Num array de inteiros, somar h a uma componente perde a parte decimal, e a medida sai errada. Faça uma "
        "cópia com números reais.",
    ),
    en=(
        "h does not fit into an array of integers",
        "In an integer array, adding h to a component loses the decimal part, and the measurement is wrong. Make "
        "a copy with real numbers.",
    ),
)
def integer_copy(f, df, x, h=1e-5, tol=1e-6):
    measured = np.zeros(len(x))
    for i in range(len(x)):
        left, right = x.copy(), x.copy()
        left[i], right[i] = left[i] - h, right[i] + h
        measured[i] = (f(right) - f(left)) / (2 * h)
    return bool(np.all(np.abs(measured - df(x)) <= tol * np.maximum(1, np.abs(measured))))


@wrong(
    "check_gradient",
    pt=(
        "Diferença para a frente",
        "A diferença para a frente erra da ordem de h, e isso já passa da tolerância: gradientes certos são "
        "recusados. A central erra da ordem de h².",
    ),
    en=(
        "A forward difference",
        "The forward difference is off by something of the order of h, and that is beyond the tolerance already:"
        " right gradients are refused. The central one is off by the order of h².",
    ),
)
def forward_difference(f, df, x, h=1e-5, tol=1e-6):
    measured = numerical_gradient(f, x, h)
    return bool(np.all(np.isfinite(measured) & (np.abs(measured - df(x)) <= tol * np.maximum(1.0, np.abs(measured)))))


@wrong(
    "check_gradient",
    pt=(
        "Com inclinação infinita tudo passa",
        "Se a inclinação medida é infinita, a tolerância também é, e ∞ ≤ ∞ aceita qualquer gradiente. O que não "
        "é finito nunca está certo.",
    ),
    en=(
        "With an infinite slope anything passes",
        "If the measured slope is infinite, so is the tolerance, and ∞ ≤ ∞ accepts any gradient. What is not "
        "finite is never right.",
    ),
)
def infinite_slope_passes(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(np.all(np.abs(measured - df(x)) <= tol * np.maximum(1, np.abs(measured))))


@wrong(
    "check_gradient",
    pt=(
        "Outra tolerância padrão",
        "Sem tol na chamada, a tolerância é 1e-6. Com 1e-5 passam gradientes errados.",
    ),
    en=(
        "Another default tolerance",
        "Without tol in the call, the tolerance is 1e-6. With 1e-5 wrong gradients pass.",
    ),
)
def another_default_tolerance(f, df, x, h=1e-5, tol=1e-5):
    steps = h * np.eye(len(x))
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in steps])
    near = np.abs(measured - df(x)) <= tol * np.maximum(1, np.abs(measured))
    return bool(np.all(near & np.isfinite(measured)))


@wrong(
    "check_gradient",
    pt=(
        "Um limite só, o da menor derivada",
        "Você compara o maior erro com o limite da menor derivada. Cada componente tem o seu: tol·max(1, |medida|).",
    ),
    en=(
        "A single limit, that of the smallest derivative",
        "You compare the largest error with the limit of the smallest derivative. Each component has its own: "
        "tol·max(1, |measured|).",
    ),
)
def limit_of_the_smallest(f, df, x, h=1e-5, tol=1e-6):
    steps = h * np.eye(len(x))
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in steps])
    errors = np.abs(measured - df(x))
    return bool(np.isfinite(measured).all() and np.max(errors) <= tol * max(1, np.min(np.abs(measured))))
