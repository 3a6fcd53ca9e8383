"""`python -m tests.bench`: how fast articles are annotated, and the room and the library answer at 100 and 100,000."""

from __future__ import annotations

from tests.bench import annotation_bench, cleaning_bench, library_bench, screen_bench

if __name__ == "__main__":
    annotation_bench.main([])
    screen_bench.main()
    library_bench.main(library_bench.SIZES)
    cleaning_bench.main()
