"""A stranger's word leads to no host of the reader's own network; the reader's own word does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import FetchError
from articles.sources.web import Web
from articles.sources.web.network import is_private
from tests.serving import Answer, Server, StagedNetwork
from tests.unit.sources.conftest import PUBLIC

REFUSED = "which a site may not send you to. Name that address yourself if you trust it."


def refusal(web: Web, address: str, found_on: str = "") -> str:
    with pytest.raises(FetchError) as caught:
        web.fetch(address, found_on=found_on)
    line = str(caught.value)
    assert line.endswith(REFUSED)
    return line


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("http://127.0.0.1/", "127.0.0.1"),
        ("http://127.0.0.1:22/", "127.0.0.1"),
        ("http://2130706433/", "2130706433, 127.0.0.1"),
        ("http://0x7f.1/", "0x7f.1, 127.0.0.1"),
        ("http://[::1]/", "::1"),
        ("http://[::ffff:10.0.0.1]/", "::ffff:10.0.0.1"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254"),
        ("http://10.0.0.1/", "10.0.0.1"),
        ("http://172.16.0.1/", "172.16.0.1"),
        ("http://192.168.1.1/", "192.168.1.1"),
        ("http://100.64.0.1/", "100.64.0.1"),
        ("http://[fd00::1]/", "fd00::1"),
        ("http://[fe80::1]/", "fe80::1"),
        ("http://0.0.0.0/", "0.0.0.0"),
        ("http://intranet.example/", "intranet.example, 10.1.2.3"),
        ("//nas.local/", "nas.local, 192.168.7.7"),
    ],
)
def test_a_redirect_from_a_public_host_to_a_private_one_is_refused(
    server: Server, staged: StagedNetwork, staged_web: Web, target: str, place: str
) -> None:
    server.pages["/feed"] = Answer(status=301, headers={"Location": target})
    line = refusal(staged_web, "http://news.example/feed")
    assert line == f"http://news.example/feed: leads to a private address ({place}), {REFUSED}"
    assert staged.connected == [(PUBLIC, 80)]


def test_localhost_is_private(server: Server, web: Web) -> None:
    assert "leads to a private address (localhost, " in refusal(web, server.address("/", "localhost"), "http://a.org/")
    assert not server.asked


def test_what_the_reader_names_may_be_private(server: Server, web: Web) -> None:
    server.pages["/feed"] = Answer(b"x")
    assert web.fetch(server.address("/feed")).content == b"x"
    assert web.fetch(server.address("/feed", "localhost")).content == b"x"


def test_a_private_host_may_redirect_within_itself(server: Server, staged_web: Web) -> None:
    server.pages["/feed"] = Answer(status=301, headers={"Location": "http://nas.local/new"})
    server.pages["/new"] = Answer(b"x")
    assert staged_web.fetch("http://nas.local:8080/feed").content == b"x"


def test_a_private_host_may_not_redirect_to_another_port(server: Server, staged_web: Web) -> None:
    server.pages["/feed"] = Answer(status=301, headers={"Location": "http://nas.local:6379/new"})
    assert "(nas.local, 192.168.7.7)" in refusal(staged_web, "http://nas.local/feed")


def test_a_private_host_may_not_redirect_to_another_private_one(server: Server, staged_web: Web) -> None:
    server.pages["/feed"] = Answer(status=301, headers={"Location": "http://intranet.example/"})
    assert "(intranet.example, 10.1.2.3)" in refusal(staged_web, "http://nas.local/feed")


def test_a_private_host_may_redirect_to_a_public_one_and_back(server: Server, staged_web: Web) -> None:
    server.pages["/feed"] = Answer(status=302, headers={"Location": "http://news.example/out"})
    server.pages["/out"] = Answer(status=302, headers={"Location": "http://nas.local/in"})
    server.pages["/in"] = Answer(b"x")
    assert staged_web.fetch("http://nas.local/feed").content == b"x"


def test_a_host_that_the_reader_allows_may_be_led_to(server: Server, staged: StagedNetwork) -> None:
    server.pages["/feed"] = Answer(status=302, headers={"Location": "http://NAS.local:6379/in"})
    server.pages["/in"] = Answer(b"x")
    with Web(gap=0, network=staged, allow_private=["nas.Local"]) as web:
        assert web.fetch("http://news.example/feed").content == b"x"
        assert "intranet.example" in refusal(web, "http://intranet.example/", "http://news.example/feed")


def test_an_item_of_a_public_feed_leads_to_no_private_host(staged: StagedNetwork, staged_web: Web) -> None:
    refusal(staged_web, "http://nas.local/", found_on="http://news.example/feed")
    refusal(staged_web, "http://127.0.0.1:631/", found_on="https://news.example/feed")
    assert not staged.connected


def test_an_item_of_a_private_feed_may_lie_on_its_host(server: Server, staged_web: Web) -> None:
    server.pages["/1"] = Answer(b"x")
    assert staged_web.fetch("http://nas.local/1", found_on="http://nas.local/feed").content == b"x"
    refusal(staged_web, "http://intranet.example/1", found_on="http://nas.local/feed")
    refusal(staged_web, "http://nas.local:22/1", found_on="http://nas.local/feed")


def test_a_public_item_may_be_found_anywhere(server: Server, staged_web: Web) -> None:
    server.pages["/1"] = Answer(b"x")
    assert staged_web.fetch("http://other.example/1", found_on="http://news.example/feed").content == b"x"
    assert staged_web.fetch("http://other.example/1", found_on="http://nas.local/feed").content == b"x"


def test_a_name_that_was_public_may_not_turn_private(server: Server, staged: StagedNetwork, staged_web: Web) -> None:
    server.pages["/feed"] = Answer(b"x")
    staged_web.fetch("http://news.example/feed")
    staged.names["news.example"] = ("127.0.0.1",)
    refusal(staged_web, "http://news.example/feed")
    refusal(staged_web, "http://news.example/1", found_on="http://news.example/feed")


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(server: Server, staged: StagedNetwork) -> None:
    """A name that answers differently each time it is asked (DNS rebinding) is asked once a connection."""
    answers = iter([(PUBLIC,), ("127.0.0.1",)])

    class Rebinding(StagedNetwork):
        def resolve(self, host: str, port: int) -> tuple[str, ...]:
            return next(answers)

    network = Rebinding({}, {PUBLIC: server.port})
    server.pages["/1"] = Answer(b"x")
    with Web(gap=0, network=network) as web:
        assert web.fetch("http://rebind.example/1", found_on="http://news.example/").content == b"x"
        assert network.connected == [(PUBLIC, 80)]
        refusal(web, "http://rebind.example/1", found_on="http://news.example/")
    assert network.connected == [(PUBLIC, 80)]


def test_of_a_name_with_both_only_the_public_address_is_reached(server: Server) -> None:
    network = StagedNetwork({"both.example": ("127.0.0.1", PUBLIC)}, {PUBLIC: server.port})
    server.pages["/"] = Answer(b"x")
    with Web(gap=0, network=network) as web:
        assert web.fetch("http://both.example/", found_on="http://news.example/").content == b"x"
    assert network.connected == [(PUBLIC, 80)]


def test_a_proxy_of_the_environment_is_used_and_still_leads_to_no_private_host(
    server: Server, staged: StagedNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://user:word@127.0.0.1:{server.port}")
    monkeypatch.setenv("no_proxy", "direct.example")
    server.pages["http://unknown.example/feed"] = Answer(b"by proxy")
    staged.names["direct.example"] = (PUBLIC,)
    server.pages["/feed"] = Answer(b"direct")
    with Web(gap=0, network=staged) as web:
        assert web.fetch("http://unknown.example/feed").content == b"by proxy"
        assert server.asked[-1].headers["proxy-authorization"] == "Basic dXNlcjp3b3Jk"
        assert web.fetch("http://direct.example/feed").content == b"direct"
        refusal(web, "http://127.0.0.1:631/", found_on="http://news.example/feed")
        refusal(web, "http://nas.local/", found_on="http://news.example/feed")


def test_a_proxy_of_another_kind_is_named(staged_web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:1080")
    with pytest.raises(FetchError, match=r"the proxy is reached over socks5. Name a proxy with an http:// address"):
        staged_web.fetch("http://news.example/feed")


@given(st.ip_addresses(v=4))
def test_an_address_is_as_private_in_ipv6_as_in_ipv4(address: object) -> None:
    number = int(address)  # type: ignore[call-overload]  # an IPv4Address, which Hypothesis does not say
    private = is_private(str(address))
    for spelling in (f"::ffff:{address}", f"64:ff9b::{address}", f"2002:{number >> 16:x}:{number & 0xFFFF:x}::"):
        assert is_private(spelling) == private


@pytest.mark.parametrize("address", ["8.8.8.8", PUBLIC, "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_public_addresses_are_public(address: str) -> None:
    assert not is_private(address)


@pytest.mark.parametrize("address", "|x|fec0::1|64:ff9b:1::808:808|224.0.0.1|fe80::1%eth0|::|2001:db8::1".split("|"))
def test_what_is_of_no_public_network_is_private(address: str) -> None:
    assert is_private(address)
