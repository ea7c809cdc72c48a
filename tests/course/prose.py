"""What students write, and what their cells put out, of every kind: ordinary, rich and hostile."""

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
RICH = (
    "# Título ação 😀 e\u0301 \x0b",
    "$x<y$, $$a \\\\ b$$ e \\begin{align} x &= 1 \\\\ \\end{align}",
    '![figura](a.png "título") ![](b.png) [aqui](https://example.org/?a=1&copy=2) <https://example.org>',
    "| a | b |\n|---|---|\n| 1 | `<b>` |\n\n- [ ] um\n- [x] dois\n\n~~três~~",
    "```python\nx = '<img src=x>'\n```\n\n    indented & plain\n\n```mermaid\ngraph\n```",
    "&lt;img src=x> &amp;lt; &#39; &quot; &nbsp; &copy; <br><hr><input disabled>",
    "<svg viewBox='0 0 1 1'><path d=''/></svg>",
)
HOSTILE = (
    "<script>alert('<img src=x>')</script>",
    "[x](javascript:alert(1)) <javascript:x> [y]\n\n[y]: javascript:alert(2)",
    "{{ 7*7 }} {% raw %} {# c #} {% endraw %} {% include 'index.html.j2' %}",
    "a</pre></div></div></body></html> b",
    "<img src=x title='a>b'> <img src=y alt> <IMG SRC=w> <img\nsrc=q> <img title=' alt=' src=z>",
    "<!-- <img src=c> --> <p title='<img src=x>'>t</p>",
    "<div class='jp-OutputArea-output'>x</div><div class=\"jp-Cell-inputWrapper x\">y</div>",
    "<style>p { background: url('<img src=x>') }</style>",
    "<iframe srcdoc='<img src=1>'></iframe> <img-x> <imgs>",
    "<div><b>never closed <i>at all",
    "<textarea><img src=x>",
    "<!DOCTYPE x <img>> <![CDATA[<img src=x>]]> <?php <img src=x> ?>",
    "<plaintext><img src=1>",
)
OUTPUTS = (
    new_output("stream", name="stdout", text="a</pre><img src=x>\x1b[31mred\x1b[0m\n  {{ 7*7 }}"),
    new_output("stream", name="stderr", text="aviso"),
    new_output("error", ename="E", evalue="<img>", traceback=["\x1b[31m<img src=x>"]),
    new_output("execute_result", data={"text/plain": "</pre>\x1b[1mb"}),
    new_output("display_data", data={"image/png": PNG}),
    new_output("display_data", data={"image/svg+xml": "<svg viewBox='0 0 1 1'></svg>"}),
    new_output("display_data", data={"text/html": "<table><tr><td>1</table></pre><script>1</script>"}),
    new_output("display_data", data={"text/latex": "$<x>$"}),
    new_output("display_data", data={"text/markdown": "**b** <img src=x>"}),
    new_output("display_data", data={"application/javascript": "var x = '<img src=1>';"}),
)


def cells_of_every_kind() -> list[NotebookNode]:
    """A student's own cells."""
    return [
        *map(new_markdown_cell, (*RICH, *HOSTILE)),
        new_markdown_cell("![a](attachment:a.png)", attachments={"a.png": {"image/png": PNG}}),
        new_markdown_cell("![a](attachment:none.png)"),
        new_raw_cell("<script>alert(1)</script>"),
        new_code_cell("%%javascript\nalert('</script>')", execution_count=3),
        new_code_cell("print('</pre>')  # {{ 7*7 }}", execution_count=7, outputs=list(OUTPUTS)),
    ]
