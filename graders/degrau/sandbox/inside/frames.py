"""What goes through the pipes of a box, as it is seen from inside: whole frames, in and out."""

from typing import Any, BinaryIO

from ...plain import codec


def receive(stream: BinaryIO) -> tuple[int, Any] | None:
    """The number and the content of the next request, or None at the end."""
    header = stream.read(codec.HEADER.size)
    if len(header) < codec.HEADER.size:
        return None
    length, number = codec.HEADER.unpack(header)
    return number, codec.decode(stream.read(length), trusted=True)


def send(stream: BinaryIO, number: int, frame: bytes) -> None:
    """Writes one frame, whole."""
    data = memoryview(codec.HEADER.pack(len(frame), number) + frame)
    while data:
        data = data[stream.write(data) :]
