"""Answers that a student takes from PyTorch: its numbers are right, and pass. Tested where it is installed."""

import numpy as np
import pytest

from degrau.report.card import first_failed

torch = pytest.importorskip("torch")
F = torch.nn.functional


def tensor(x):
    return torch.as_tensor(np.asarray(x), dtype=torch.float64)


def by_autograd(f, *args):
    leaves = [tensor(a).requires_grad_() for a in args]
    f(*leaves).sum().backward()
    return [leaf.grad.numpy() for leaf in leaves]


def torch_bce_gradient(X, y, w, b):
    def loss(w, b):
        return F.binary_cross_entropy_with_logits(tensor(X) @ w + b, tensor(y))

    dw, db = by_autograd(loss, w, b)
    return dw, float(db)


def torch_affine(X, W, dY):
    dX, dW = by_autograd(lambda X, W: tensor(dY) * (X @ W.T), X, W)
    return dX, dW, tensor(dY).sum(0).numpy()


def torch_adam(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    parameter = tensor(w).clone().requires_grad_()
    adam = torch.optim.Adam([parameter], lr=lr, betas=(beta1, beta2), eps=eps)
    adam.state[parameter] = {
        "step": torch.tensor(float(t - 1)),
        "exp_avg": tensor(m).clone(),
        "exp_avg_sq": tensor(v).clone(),
    }
    parameter.grad = tensor(g).clone()
    adam.step()
    state = adam.state[parameter]
    return parameter.detach().numpy(), state["exp_avg"].numpy(), state["exp_avg_sq"].numpy()


def loaded(layer, **parameters):
    """The layer in double precision, with these parameters."""
    layer = layer.double()
    for name, value in parameters.items():
        layer.get_parameter(name.replace("__", ".")).data = tensor(value).clone()
    return layer.eval()


def torch_rnn_step(x, h, Wx, Wh, bh, Wy, by):
    cell = loaded(torch.nn.RNNCell(len(x), len(h)), weight_ih=Wx, weight_hh=Wh, bias_ih=bh, bias_hh=0 * bh)
    new = cell(tensor(x)[None], tensor(h)[None])[0]
    return new.detach().numpy(), torch.softmax(tensor(Wy) @ new + tensor(by), 0).detach().numpy()


def torch_lstm_step(x, h, c, Wx, Wh, b):
    cell = loaded(torch.nn.LSTMCell(len(x), len(h)), weight_ih=Wx, weight_hh=Wh, bias_ih=b, bias_hh=0 * b)
    return [a[0].detach().numpy() for a in cell(tensor(x)[None], (tensor(h)[None], tensor(c)[None]))]


def torch_conv2d(x, K, b, stride=1, padding=0):
    return F.conv2d(*map(tensor, (x, K, b)), stride=stride, padding=padding).numpy()


def torch_conv2d_backward(x, K, dy, stride=1, padding=0):
    def convolved(x, K, b):
        return tensor(dy) * F.conv2d(x, K, b, stride=stride, padding=padding)

    return by_autograd(convolved, x, K, np.zeros(len(K)))


def torch_clip_gradient(g, max_norm):
    parameter = tensor(g).clone().requires_grad_()
    parameter.grad = tensor(g).clone()
    torch.nn.utils.clip_grad_norm_([parameter], max_norm)
    return parameter.grad.numpy()


def torch_attention(Q, K, V, mask):
    V, mask = tensor(V), torch.as_tensor(mask)
    attended = F.scaled_dot_product_attention
    weights = attended(tensor(Q), tensor(K), torch.eye(len(K), dtype=torch.float64), attn_mask=mask)
    return attended(tensor(Q), tensor(K), V, attn_mask=mask).numpy(), weights.numpy()


def torch_multi_head_attention(X, Wq, Wk, Wv, Wo, heads, mask):
    layer = torch.nn.MultiheadAttention(len(Wq), heads, bias=False, batch_first=True)
    layer = loaded(layer, in_proj_weight=np.concatenate([Wq, Wk, Wv]), out_proj__weight=Wo)
    X = tensor(X)[None]
    return layer(X, X, X, attn_mask=~torch.as_tensor(mask))[0][0].detach().numpy()


def torch_transformer_block(X, weights, heads, mask):
    d, m = len(weights["Wq"]), len(weights["b1"])
    layer = torch.nn.TransformerEncoderLayer(d, heads, m, 0.0, "gelu", norm_first=True, batch_first=True)
    projections = np.concatenate([weights[name] for name in ("Wq", "Wk", "Wv")])
    layer = loaded(
        layer,
        self_attn__in_proj_weight=projections,
        self_attn__in_proj_bias=np.zeros(3 * d),
        self_attn__out_proj__weight=weights["Wo"],
        self_attn__out_proj__bias=np.zeros(d),
        linear1__weight=weights["W1"],
        linear1__bias=weights["b1"],
        linear2__weight=weights["W2"],
        linear2__bias=weights["b2"],
        norm1__weight=weights["gamma1"],
        norm1__bias=weights["beta1"],
        norm2__weight=weights["gamma2"],
        norm2__bias=weights["beta2"],
    )
    return layer(tensor(X)[None], src_mask=~torch.as_tensor(mask))[0].detach().numpy()


def torch_next_token_loss(Z, ids):
    logits = tensor(Z).clone().requires_grad_()
    loss = F.cross_entropy(logits[:-1], torch.as_tensor(ids[1:]))
    loss.backward()
    return loss.item(), logits.grad.numpy()


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("sigmoid", lambda z: torch.sigmoid(tensor(z)).numpy()),
        ("softplus", lambda x: F.softplus(tensor(x)).numpy()),
        ("elu", lambda x, alpha=1.0: F.elu(tensor(x), alpha).numpy()),
        ("d_tanh", lambda x: by_autograd(torch.tanh, x)[0]),
        ("d_relu", lambda x: by_autograd(torch.relu, x)[0]),
        ("softmax", lambda z: torch.softmax(tensor(z), -1).numpy()),
        (
            "softmax_jacobian",
            lambda z: torch.autograd.functional.jacobian(lambda z: torch.softmax(z, 0), tensor(z)).numpy(),
        ),
        ("bce_gradient", torch_bce_gradient),
        ("affine_backward", torch_affine),
        ("adam_step", torch_adam),
        ("rnn_step", torch_rnn_step),
        ("clip_gradient", torch_clip_gradient),
        ("lstm_step", torch_lstm_step),
        ("conv2d", torch_conv2d),
        ("conv2d_backward", torch_conv2d_backward),
        ("unfold", lambda x, kh, kw: F.unfold(tensor(x)[None], (kh, kw))[0].numpy()),
        ("max_pool2d", lambda x, size: F.max_pool2d(tensor(x)[None], size)[0].numpy()),
        ("average_pool2d", lambda x, size: F.avg_pool2d(tensor(x)[None], size)[0].numpy()),
        ("max_pool2d_backward", lambda x, size, dy: by_autograd(lambda x: tensor(dy) * F.max_pool2d(x, size), x)[0]),
        ("embed", lambda ids, E: F.embedding(torch.as_tensor(ids), tensor(E)).numpy()),
        ("cosine_similarity", lambda u, v: F.cosine_similarity(tensor(u), tensor(v), dim=0).item()),
        ("attention", torch_attention),
        ("multi_head_attention", torch_multi_head_attention),
        ("gelu", lambda x: F.gelu(tensor(x)).numpy()),
        ("d_gelu", lambda x: by_autograd(F.gelu, x)[0]),
        ("transformer_block", torch_transformer_block),
        ("next_token_loss", torch_next_token_loss),
    ],
)
def test_numbers_from_pytorch_pass(judge_function, name, function) -> None:
    report = judge_function(name, function, seed=3)
    assert report.full, first_failed(report)


NORMS = """
def {kind}_norm_forward(X, gamma, beta, eps=1e-5):
    layer, x = torch.nn.{layer}(X.shape[1], eps).double(), tensor(X).clone().requires_grad_()
    layer.weight.data, layer.bias.data = tensor(gamma), tensor(beta)
    Y = layer(x)
    return Y.detach().numpy(), (Y, x, layer)


def {kind}_norm_backward(dY, cache):
    Y, x, layer = cache
    return [g.numpy() for g in torch.autograd.grad(Y, (x, layer.weight, layer.bias), tensor(dY))]
"""


@pytest.mark.parametrize(("kind", "layer"), [("batch", "BatchNorm1d"), ("layer", "LayerNorm")])
def test_norms_from_pytorch_pass_with_a_graph_for_a_cache(judge_function, kind, layer) -> None:
    names = {"torch": torch, "tensor": tensor}
    exec(NORMS.format(kind=kind, layer=layer), names)
    for name in (f"{kind}_norm_forward", f"{kind}_norm_backward"):
        report = judge_function(name, names[name], seed=3)
        assert report.full, first_failed(report)


def test_inference_from_pytorch_passes_and_its_running_variance_is_a_known_mistake(judge_function) -> None:
    def inference(X, gamma, beta, mean, var, eps=1e-5):
        return F.batch_norm(*map(tensor, (X, mean, var, gamma, beta)), eps=eps).numpy()

    def statistics(mean, var, X, momentum=0.1):
        kept = tensor(mean).clone(), tensor(var).clone()
        F.batch_norm(tensor(X), *kept, training=True, momentum=momentum)
        return [x.numpy() for x in kept]

    report = judge_function("batch_norm_inference", inference, seed=3)
    assert report.full, first_failed(report)
    assert judge_function("running_statistics", statistics, seed=3).recognises("unbiased")
