"""`python -m tests.bench`: how fast the room starts and answers, and the library beneath it, at 100 and at 100,000."""

from __future__ import annotations

from tests.bench import cleaning_bench, library_bench, screen_bench

if __name__ == "__main__":
    screen_bench.main()
    library_bench.main(library_bench.SIZES)
    cleaning_bench.main()
