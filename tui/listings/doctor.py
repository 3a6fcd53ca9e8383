"""`broadsheet doctor`: how the installation is."""

from __future__ import annotations

from collections.abc import Iterable

from articles.text import one_line
from tui.examination import Finding


def finding_text(finding: Finding) -> str:
    """One line: what is there."""
    return f"{finding.subject:<18}{one_line(finding.state) or 'not in order'}\n"


def findings_json(findings: Iterable[Finding]) -> dict[str, object]:
    """What is there and what is wrong with it, by subject."""
    found = [{"subject": each.subject, "state": each.state, "problems": list(each.problems)} for each in findings]
    return {"in_order": not any(each["problems"] for each in found), "findings": found}
