"""What is said about a notebook that cannot be read, or that was mended on the way in."""

from ..errors import Mendable
from ..text import Text


class Unreadable(Mendable):
    """A file that is no notebook of the course; `message` says what is wrong and what to do."""

    def __init__(self, message: Text, **values: object) -> None:
        self.message = filled(message, **values)
        super().__init__(self.message.en)


def filled(text: Text, **values: object) -> Text:
    """Both languages of the text, with `{names}` filled in."""
    return Text(text.to("pt", **values), text.to("en", **values))


MISSING = Text(
    "O arquivo não existe. Confira o nome e a pasta.",
    "There is no such file. Check its name and folder.",
)
CLOSED = Text(
    "O arquivo não pôde ser aberto ({reason}). Confira as permissões ou copie-o de novo.",
    "The file could not be opened ({reason}). Check its permissions, or copy it again.",
)
LINK = Text(
    "Isto é um atalho (link simbólico), e não o notebook. Entregue o próprio arquivo.",
    "This is a symbolic link, not the notebook. Hand in the file itself.",
)
FOLDER = Text(
    "Isto é uma pasta. Entregue o arquivo .ipynb que está dentro dela.",
    "This is a folder. Hand in the .ipynb file inside it.",
)
NO_FILE = Text(
    "Isto não é um arquivo comum. Entregue o arquivo .ipynb.",
    "This is not an ordinary file. Hand in the .ipynb file.",
)
EMPTY = Text(
    "O arquivo está vazio. Salve o notebook (Ctrl+S) e entregue-o de novo.",
    "The file is empty. Save the notebook (Ctrl+S) and hand it in again.",
)
TOO_LARGE = Text(
    "O arquivo tem mais de {megabytes} MB. Limpe as saídas das células, salve e entregue de novo.",
    "The file is larger than {megabytes} MB. Clear the cells' outputs, save, and hand it in again.",
)
TOO_INTRICATE = Text(
    "O arquivo guarda dados demais. Limpe as saídas das células, salve e entregue de novo.",
    "The file holds too much data. Clear the cells' outputs, save, and hand it in again.",
)
ARCHIVE = Text(
    "Isto é um arquivo compactado (zip) com {count} notebooks dentro. Entregue o arquivo .ipynb da atividade.",
    "This is a zip archive with {count} notebooks in it. Hand in the assignment's .ipynb file.",
)
BAD_ARCHIVE = Text(
    "Isto é um arquivo compactado (zip) que não abre. Entregue o próprio arquivo .ipynb.",
    "This is a zip archive that does not open. Hand in the .ipynb file itself.",
)
WEB_PAGE = Text(
    "Isto é uma página da web, e não o notebook. Baixe o arquivo .ipynb (no Colab: Arquivo, Fazer download).",
    "This is a web page, not the notebook. Download the .ipynb file (in Colab: File, Download).",
)
NOT_JSON = Text(
    "O arquivo está incompleto ou danificado (linha {line}). Se não abrir no Jupyter, entregue outra cópia.",
    "The file is incomplete or damaged (line {line}). If Jupyter does not open it, hand in another copy.",
)
NOT_NOTEBOOK = Text(
    "O arquivo não é um notebook do Jupyter: não tem células. Entregue o arquivo .ipynb do curso.",
    "The file is not a Jupyter notebook: it has no cells. Hand in the course's .ipynb file.",
)
OTHER_FORMAT = Text(
    "O formato do notebook (nbformat {version}) não é lido aqui. Salve-o no Jupyter e entregue de novo.",
    "The notebook's format (nbformat {version}) is not read here. Save it in Jupyter and hand it in again.",
)
TOO_MANY_CELLS = Text(
    "O notebook tem {count} células; o limite é {limit}. Apague as que sobram e entregue de novo.",
    "The notebook has {count} cells; the limit is {limit}. Delete the spare ones and hand it in again.",
)
CELL_TOO_LARGE = Text(
    "A célula {cell} passa do limite de {limit} caracteres. Tire dela os dados e entregue de novo.",
    "The cell {cell} is over the limit of {limit} characters. Take the data out of it and hand it in again.",
)
UNKNOWN_ASSIGNMENT = Text(
    "Não é o notebook de nenhuma atividade conhecida ({known}). Entregue o notebook do curso.",
    "This is not the notebook of any known assignment ({known}). Hand in the course's notebook.",
)

UNZIPPED = Text(
    "O notebook estava num arquivo compactado (zip), com o nome {name}.",
    "The notebook was in a zip archive, under the name {name}.",
)
HEAVY = Text(
    "O arquivo tinha mais de {megabytes} MB; as saídas das células foram descartadas.",
    "The file was larger than {megabytes} MB; the cells' outputs were left out.",
)
ENCODING = Text(
    "O arquivo não estava em UTF-8: algum acento pode ter mudado. Salve o notebook no próprio Jupyter.",
    "The file was not in UTF-8: some accents may have changed. Save the notebook in Jupyter itself.",
)
UPGRADED = Text(
    "O notebook estava num formato antigo (nbformat 3) e foi convertido.",
    "The notebook was in an old format (nbformat 3) and was converted.",
)
DROPPED = Text(
    "Partes que não eram células legíveis ficaram de fora: {count}.",
    "Parts that were not readable cells were left out: {count}.",
)
KERNEL = Text(
    "O notebook dizia usar outra linguagem ({kernel}); as células rodaram em Python.",
    "The notebook said it used another language ({kernel}); its cells ran in Python.",
)
RESTORED = Text(
    "Células travadas que tinham sido alteradas voltaram ao original: {cells}.",
    "Locked cells that had been edited are as released again: {cells}.",
)
REPLACED = Text(
    "Células que faltavam foram repostas: {cells}.",
    "Cells that were missing have been put back: {cells}.",
)
SEVERAL = Text(
    "Há mais de uma célula para {cells}: todas rodam, na ordem em que estão.",
    "There is more than one cell for {cells}: all of them run, in their order.",
)
JOINED = Text(
    "Células que tinham sido divididas foram juntadas: {cells}.",
    "Cells that had been split have been joined: {cells}.",
)
RETYPED = Text(
    "Células que não eram mais de código voltaram a ser: {cells}.",
    "Cells that were no longer code are code again: {cells}.",
)
