"""What cleaning makes of the sample articles and of the real ones, written down so that a reader can judge it.

`python -m tests.unit.cleaning.golden` writes the files anew; read them before committing them. The real articles are no
part of the project: of each only the roles of its lines and a digest of its text are kept.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from articles.cleaning import clean
from articles.model import Article, Line, LineRole, RawDocument
from articles.samples import sample_paths
from articles.sources import read_sources

FOLDER = Path(__file__).parent / "golden"
SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


def cleaned_file(path: Path) -> Article:
    """The article in a file."""
    [raw] = read_sources([str(path)])
    assert isinstance(raw, RawDocument)
    return clean(raw)


def golden_file(path: Path) -> Path:
    """Where it is written down what cleaning makes of a file."""
    return FOLDER / f"{path.stem}.txt"


def rendering(article: Article) -> str:
    """An article as readable text: what is known of it, its blocks, and the lines that were left out."""
    return "\n".join([*_head(article), "", *_blocks(article), "", *_dropped(article)]) + "\n"


def digest(article: Article) -> str:
    """An article's shape without its words: the role of each line that is not blank, and a digest of all its text."""
    roles = [_role(line) for line in article.lines if line.role is not LineRole.BLANK]
    return "\n".join([*roles, sha256(rendering(article).encode()).hexdigest()]) + "\n"


def _head(article: Article) -> Iterator[str]:
    published = article.published
    yield f"title: {article.title}"
    yield f"byline: {article.byline}"
    yield f"outlet: {article.outlet}"
    yield f"published: {published.day or ''} {published.precision} {published.basis}".replace("  ", " ")


def _blocks(article: Article) -> Iterator[str]:
    for block in article.blocks:
        credit = f" [{block.credit}]" if block.credit else ""
        yield f"{block.kind}{credit}: {block.text}"


def _dropped(article: Article) -> Iterator[str]:
    for line in article.dropped:
        yield f"× {_role(line)}: {line.text.strip()}"


def _role(line: Line) -> str:
    return f"{line.role}, {line.category}" if line.category else line.role.value


def main() -> None:
    """Writes what cleaning makes of each sample, and of the real articles where they are at hand."""
    FOLDER.mkdir(exist_ok=True)
    for path in sample_paths():
        golden_file(path).write_text(rendering(cleaned_file(path)), encoding="utf-8")
    for path in sorted(SEEDS.glob("*.txt")):
        golden_file(path).write_text(digest(cleaned_file(path)), encoding="utf-8")
    sys.stdout.write(f"{len(list(FOLDER.iterdir()))} files in {FOLDER}\n")


if __name__ == "__main__":
    main()
