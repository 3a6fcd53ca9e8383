"""Text as a hostile page may write it, for tests of what becomes of it elsewhere."""

from __future__ import annotations

from hypothesis import strategies as st

TRICKS = (
    "<script>alert(1)</script>",
    "<% tp.file.delete() %>",
    "[[secret|open me]]",
    "![[secret]]",
    "![](https://evil.example/x.png)",
    "[click](javascript:alert(1))",
    "https://evil.example/?a=b",
    "www.evil.example",
    "mail@evil.example",
    "# heading",
    "#tag",
    "> [!danger] callout",
    "- [ ] task",
    "1. first",
    "7) seventh",
    "+ plus",
    "* star",
    "---",
    "===",
    "```dataviewjs",
    "~~~",
    "~~gone~~",
    "==marked==",
    "%%hidden%%",
    "$x^2$",
    "a | b | c",
    "|---|",
    "key:: value",
    "text ^p1",
    "&lt;b&gt; &amp; &#60;",
    "\\",
    "\\[x\\]",
    "    indented",
    "\tindented",
    "_under_ __double__ *one* **two**",
    "line one\nline two\n\n# three",
    "=1+1",
    "@SUM(A1)",
    "-2",
    "{braces} } {",
    "50% of $3 & #4_5 ~ ^",
    "CON",
    "../../etc/passwd",
    'a/b\\c:d*e?f"g<h>i|j',
    "trailing dots...",
    "!!python/object/apply:os.system ['true']",
    "--- \n...",
)

_SIGNS = st.sampled_from(list("\\`*_{}[]()#+-.!|<>~^$%&@=:;'\"/?, \t\n1aZ\u00e9\u4e2d\u00a0"))
texts = st.lists(
    st.one_of(st.sampled_from(TRICKS), st.text(max_size=20), st.text(_SIGNS, max_size=12)), max_size=4
).map(" ".join)
