"""Answers to check_gradient: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.authoring.bank import right, wrong


@right("check_gradient")
def forward_differences(f, df, x, h=1e-5, tol=1e-6):
    measured = numerical_gradient(f, x, h)
    return np.all(np.abs(measured - df(x)) <= tol * np.maximum(1.0, np.abs(measured)))


@right("check_gradient")
def one_component_after_the_other(f, df, x, h=1e-5, tol=1e-6):
    claimed = df(x)
    for i in range(len(x)):
        left, right = np.array(x, dtype=float), np.array(x, dtype=float)
        left[i], right[i] = left[i] - h, right[i] + h
        measured = (f(right) - f(left)) / (2 * h)
        if not abs(measured - claimed[i]) <= tol * max(1, abs(measured)):
            return False
    return True


@right("check_gradient")
def library_comparison(f, df, x, h=1e-5, tol=1e-6):
    measured = [(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))]
    return np.allclose(measured, df(x), rtol=tol, atol=tol)


@right("check_gradient")
def one_or_zero(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([central_difference(lambda t, unit=unit: f(x + t * unit), 0.0, h) for unit in np.eye(len(x))])
    error = np.abs(measured - df(x)) / np.maximum(1, np.abs(measured))
    return 1 if np.isfinite(error).all() and error.max() <= tol else 0


@right("check_gradient")
def largest_error(f, df, x, h=1e-5, tol=1e-6):
    gradient, here = np.asarray(df(x)), f(x)
    errors = []
    for i in range(x.size):
        moved = x.astype(float)
        moved[i] += h
        slope = (f(moved) - here) / h
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
        "Uma norma para tudo",
        "Você compara a norma do erro com a norma do gradiente, e uma componente grande esconde o erro de uma "
        "pequena. Cada componente tem de passar sozinha.",
    ),
    en=(
        "One norm for everything",
        "You compare the norm of the error with the norm of the gradient, and a large component hides the error "
        "of a small one. Each component has to pass by itself.",
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
        "Basta uma componente",
        "A sua função aceita o gradiente se alguma das componentes está certa. Um gradiente só está certo se "
        "todas estão.",
    ),
    en=(
        "One component is enough",
        "Your function accepts the gradient if any of the components is right. A gradient is right only if all of"
        " them are.",
    ),
)
def any_component(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(np.any(np.abs(measured - df(x)) <= tol * np.maximum(1, np.abs(measured))))


@wrong(
    "check_gradient",
    pt=(
        "Só a primeira componente",
        "Você confere uma componente e não olha as outras. É justamente numa delas que o erro costuma estar.",
    ),
    en=(
        "The first component only",
        "You check one component and never look at the others. It is in one of those that the mistake tends to be.",
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
        "Você procura um erro grande demais, e NaN não é maior que nada: um gradiente cheio de NaN passa como "
        "certo. Pergunte se todos os erros são pequenos, e não se algum é grande.",
    ),
    en=(
        "NaN passes",
        "You look for an error that is too large, and NaN is larger than nothing: a gradient full of NaN passes "
        "as right. Ask whether all errors are small, not whether some error is large.",
    ),
)
def nan_passes(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return not np.any(np.abs(measured - df(x)) > tol * np.maximum(1, np.abs(measured)))


@wrong(
    "check_gradient",
    pt=(
        "A tolerância da biblioteca",
        "Você chamou allclose sem dizer a tolerância, e ele usa a dele. Quem chama escolhe tol, mais larga ou "
        "mais estreita.",
    ),
    en=(
        "The library's tolerance",
        "You called allclose without saying the tolerance, and it uses its own. The caller chooses tol, wider or "
        "narrower.",
    ),
)
def tolerance_of_the_library(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return np.allclose(df(x), measured)


@wrong(
    "check_gradient",
    pt=(
        "O h recebido é ignorado",
        "A sua medida usa sempre o passo 1e-5. Perto de 0, 1/x muda tanto nessa distância que só um passo menor "
        "mede bem, e quem chama pediu um.",
    ),
    en=(
        "The given h is ignored",
        "Your measurement always uses the step 1e-5. Near 0, 1/x changes so much over that distance that only a "
        "smaller step measures well, and the caller asked for one.",
    ),
)
def given_h_ignored(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / 2e-5 for step in 1e-5 * np.eye(len(x))])
    return bool(np.all(np.abs(measured - df(x)) <= tol * np.maximum(1, np.abs(measured))))


@wrong(
    "check_gradient",
    pt=(
        "A média dos erros",
        "Você compara a média dos erros com a tolerância, e as componentes certas diluem o erro da errada. Além "
        "disso, uma derivada grande merece mais folga do que uma pequena.",
    ),
    en=(
        "The mean error",
        "You compare the mean of the errors with the tolerance, and the right components dilute the error of the "
        "wrong one. Besides, a large derivative deserves more room than a small one.",
    ),
)
def mean_error(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(np.mean(np.abs(measured - df(x))) <= tol * np.mean(np.maximum(1, np.abs(measured))))


@wrong(
    "check_gradient",
    pt=(
        "A soma dos erros, com sinal",
        "Você soma as diferenças antes de olhar o tamanho delas, e um erro para cima cancela outro para baixo. "
        "Compare componente por componente.",
    ),
    en=(
        "The sum of the errors, signs and all",
        "You add the differences up before looking at their size, and an error upwards cancels another downwards."
        " Compare component by component.",
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
        "Resposta invertida",
        "A sua função diz True quando há erro. O nome pergunta se o gradiente está certo: True quer dizer que sim.",
    ),
    en=(
        "The answer is the wrong way round",
        "Your function says True when there is a mistake. The name asks whether the gradient is right: True means"
        " that it is.",
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
        "Compara números exatamente",
        "Você exige que a medida e a fórmula sejam iguais até a última casa. A medida tem erro de arredondamento,"
        " e é para isso que existe a tolerância.",
    ),
    en=(
        "Compares numbers exactly",
        "You ask the measurement and the formula to be equal to the last digit. The measurement has rounding "
        "error, and that is what the tolerance is for.",
    ),
)
def exact_comparison(f, df, x, h=1e-5, tol=1e-6):
    measured = np.array([(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x))])
    return bool(np.all(measured == df(x)))


@wrong(
    "check_gradient",
    pt=(
        "A cópia é de inteiros",
        "Num array de inteiros, somar h a uma componente perde a parte decimal, e a medida sai errada. Faça a "
        "cópia com números reais.",
    ),
    en=(
        "The copy holds integers",
        "In an integer array, adding h to a component loses the decimal part, and the measurement is wrong. Make "
        "the copy with real numbers.",
    ),
)
def integer_copy(f, df, x, h=1e-5, tol=1e-6):
    measured = np.zeros(len(x))
    for i in range(len(x)):
        left, right = x.copy(), x.copy()
        left[i], right[i] = left[i] - h, right[i] + h
        measured[i] = (f(right) - f(left)) / (2 * h)
    return bool(np.all(np.abs(measured - df(x)) <= tol * np.maximum(1, np.abs(measured))))
