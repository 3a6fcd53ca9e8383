"""The browser: opened on addresses of the web alone, and never one that would draw over the reading room."""

from __future__ import annotations

import webbrowser

import pytest

from tui.browser import open_in_browser

ADDRESS = "https://example.org/bridge"


class Browser(webbrowser.BaseBrowser):
    """Opens nothing and remembers what it was asked to."""

    def __init__(self, name: str = "firefox", *, works: bool = True) -> None:
        super().__init__(name)
        self.opened: list[str] = []
        self._works = works

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        """Remember the address."""
        self.opened.append(url)
        return self._works


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Browser:
    browser: Browser = getattr(request, "param", None) or Browser()
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    return browser


def test_an_address_of_the_web_is_opened(found: Browser) -> None:
    assert open_in_browser(ADDRESS) == ""
    assert found.opened == [ADDRESS]


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "file:///etc/passwd", "--help"])
def test_nothing_else_is(address: str, found: Browser) -> None:
    assert open_in_browser(address)
    assert found.opened == []


@pytest.mark.parametrize("found", [Browser("/usr/bin/w3m")], indirect=True)
def test_a_browser_for_the_terminal_is_not_started(found: Browser) -> None:
    assert ADDRESS in open_in_browser(ADDRESS)
    assert found.opened == []


@pytest.mark.parametrize("found", [Browser(works=False)], indirect=True)
def test_one_that_does_not_start_is_told_with_the_address(found: Browser) -> None:
    assert ADDRESS in open_in_browser(ADDRESS)


def test_without_a_browser_the_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> webbrowser.BaseBrowser:
        raise webbrowser.Error("none")

    monkeypatch.setattr(webbrowser, "get", none)
    assert ADDRESS in open_in_browser(ADDRESS)
