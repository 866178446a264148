"""An immutable map from small positive numbers to values."""

from collections.abc import Collection, Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")
_WIDTH = 64


class Numbered(Generic[T]):
    """Values by contestant number; setting one shares all other chunks with the original.

    Copying a plain dict for each of 5,000 answers would cost 25 million copied slots per
    question; here one answer copies one chunk of 64 and the short list of chunks.
    """

    __slots__ = ("_chunks", "_size")

    def __init__(self, values: Mapping[int, T] | None = None) -> None:
        chunks: dict[int, dict[int, T]] = {}
        for number, value in (values or {}).items():
            chunks.setdefault(number // _WIDTH, {})[number] = value
        self._chunks = chunks
        self._size = len(values or {})

    def get(self, number: int) -> T | None:
        """The value of this number, or None."""
        chunk = self._chunks.get(number // _WIDTH)
        return None if chunk is None else chunk.get(number)

    def set(self, number: int, value: T) -> "Numbered[T]":
        """A new map with this value."""
        index = number // _WIDTH
        chunk = dict(self._chunks.get(index, ()))
        size = self._size + (number not in chunk)
        chunk[number] = value
        return self._of({**self._chunks, index: chunk}, size)

    def merged(self, values: Mapping[int, T]) -> "Numbered[T]":
        """A new map with all these values; each chunk is copied once."""
        chunks = dict(self._chunks)
        copied: set[int] = set()
        added = 0
        for number, value in values.items():
            index = number // _WIDTH
            if index not in copied:
                copied.add(index)
                chunks[index] = dict(chunks.get(index, ()))
            chunk = chunks[index]
            added += number not in chunk
            chunk[number] = value
        return self._of(chunks, self._size + added)

    def without(self, number: int) -> "Numbered[T]":
        """A new map without this number."""
        if number not in self:
            return self
        index = number // _WIDTH
        chunk = {key: value for key, value in self._chunks[index].items() if key != number}
        return self._of({**self._chunks, index: chunk}, self._size - 1)

    def excluding(self, numbers: Collection[int]) -> "Numbered[T]":
        """A new map without these numbers; each chunk is copied once."""
        chunks = dict(self._chunks)
        for index in {number // _WIDTH for number in numbers} & chunks.keys():
            chunk = {key: value for key, value in chunks[index].items() if key not in numbers}
            chunks[index] = chunk
        return self._of(chunks, sum(len(chunk) for chunk in chunks.values()))

    @classmethod
    def _of(cls, chunks: dict[int, dict[int, T]], size: int) -> "Numbered[T]":
        made = cls.__new__(cls)
        made._chunks = chunks
        made._size = size
        return made

    def items(self) -> Iterator[tuple[int, T]]:
        """Pairs in rising order of number."""
        for index in sorted(self._chunks):
            yield from sorted(self._chunks[index].items(), key=lambda pair: pair[0])

    def values(self) -> Iterator[T]:
        """Values in rising order of number."""
        return (value for _, value in self.items())

    def __iter__(self) -> Iterator[int]:
        return (number for number, _ in self.items())

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and number in self._chunks.get(number // _WIDTH, ())

    def __len__(self) -> int:
        return self._size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Numbered) and dict(self.items()) == dict(other.items())

    def __hash__(self) -> int:
        return hash(tuple(self.items()))

    def __repr__(self) -> str:
        return f"Numbered({dict(self.items())!r})"
