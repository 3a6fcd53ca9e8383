"""A thread with a library of its own, so that no question to the library ever holds up the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from articles.library import Library

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class LibraryThread:
    """Answers questions one after another, in the order in which they were asked.

    The library is opened with the first question.

    Args:
        path: The library file.
        name: What it is for, as the name of the thread.
    """

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._library: Library | None = None

    async def ask(
        self,
        question: Callable[Concatenate[Library, Asked], Answer],
        *args: Asked.args,
        **kwargs: Asked.kwargs,
    ) -> Answer:
        """What a function answers that is called in the thread with its library and the arguments.

        A question that is no longer waited for is not asked.
        """
        return await asyncio.wrap_future(self._executor.submit(lambda: question(self._opened(), *args, **kwargs)))

    def order(
        self,
        deed: Callable[Concatenate[Library, Asked], Answer],
        *args: Asked.args,
        **kwargs: Asked.kwargs,
    ) -> Awaitable[Answer]:
        """Have a function called in the thread, at the latest before it closes, whether or not that is waited for."""
        ordered = self._executor.submit(lambda: deed(self._opened(), *args, **kwargs))
        return asyncio.shield(asyncio.wrap_future(ordered))

    def close(self) -> None:
        """Close the library once the last question is answered; waits for that."""
        self._executor.submit(self._close_library)
        self._executor.shutdown(wait=True)

    def _opened(self) -> Library:
        if self._library is None:
            self._library = Library.open(self._path)
        return self._library

    def _close_library(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None
