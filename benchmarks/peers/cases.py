"""What is measured: cases by name, and which tools take part."""

from dataclasses import dataclass

CLOSED_TOOLS = ("sluice", "wrk", "h2load", "ab", "hey", "autocannon", "gatling")
TOOLS = CLOSED_TOOLS


@dataclass(frozen=True)
class Case:
    """One kind of load on one target.

    target is plain, tls, h2 or h2c (nginx), storefront, or logged (a storefront with a row for
    every answer). connections x streams requests are under way at a time in a closed loop; a rate
    share makes it an open loop at that share of the maximum. A scenario is a file of scenarios/,
    a script one of these or of
    Sluice's own for `sluice k6 run`, a simulation the scenario's twin for Gatling.
    """

    name: str
    title: str
    target: str
    tools: tuple
    connections: int = 64
    streams: int = 1
    rate_share: float | None = None
    path: str = "/"
    latency: str = ""
    scenario: str = ""
    script: str = ""
    simulation: str = "GetSimulation"
    profile: str = ""
    fixed_seconds: int = 0
    needs_requests: bool = True
    source_addresses: tuple = ()

    @property
    def users(self):
        return self.connections * self.streams


SOURCES = tuple(f"127.0.0.{n}" for n in range(2, 6))

CASES = {case.name: case for case in (
    Case("get1", "GET 100 B, closed loop, 1 connection", "plain", CLOSED_TOOLS, 1),
    Case("get64", "GET 100 B, closed loop, 64 connections", "plain", CLOSED_TOOLS, 64),
    Case("get1000", "GET 100 B, closed loop, 1,000 connections", "plain", CLOSED_TOOLS, 1_000),
    Case("get5000", "GET 100 B, closed loop, 5,000 connections", "plain", ("sluice", "wrk"), 5_000,
         source_addresses=SOURCES),
    Case("tls64", "GET 100 B over TLS 1.3, closed loop, 64 connections", "tls", CLOSED_TOOLS, 64),
    Case("h2", "GET 100 B over HTTP/2 and TLS 1.3, 10 connections x 32 streams", "h2",
         ("sluice", "h2load", "hey"), 10, 32),
    Case("h2c", "GET 100 B over HTTP/2 in the clear, 10 connections x 32 streams", "h2c",
         ("sluice", "h2load"), 10, 32),
    Case("post", "POST JSON from a template, one extraction, 64 users", "storefront",
         ("sluice", "gatling"), scenario="post.yaml", simulation="PostSimulation"),
    Case("journey", "Storefront journey without think time, 64 users", "storefront",
         ("sluice", "gatling"), scenario="journey.yaml", simulation="JourneySimulation"),
    Case("k6get", "GET 100 B by a k6 script, 64 users", "plain", ("sluice", "wrk"), 64,
         script="get.k6.js"),
    Case("k6journey", "Storefront journey by a k6 script, without think time, 64 users",
         "storefront", ("sluice",), script="storefront.k6.js", fixed_seconds=120),
    Case("k6think", "10,000 users of a k6 script in think time", "plain", ("sluice",), 10_000,
         script="think.k6.js", fixed_seconds=30),
    Case("openlag", "Open loop at half of the maximum: start lag", "plain", ("sluice",),
         rate_share=0.5),
    Case("openlog", "Open loop at half of the maximum: reported times against the target's log",
         "logged", ("sluice",), rate_share=0.5, path="/health", latency="lognormal:5ms,0.5"),
    Case("connected", "10,000 users with one keep-alive connection each in think time", "plain",
         ("sluice",), 10_000, scenario="connected.yaml", fixed_seconds=30,
         profile="users:\n      stages: [10000 in 10s, 10000 in 20s]\n    graceful_stop: 1s",
         source_addresses=SOURCES),
    Case("parked", "100,000 parked users without connections", "plain", ("sluice",), 100_000,
         scenario="parked.yaml", fixed_seconds=20, needs_requests=False,
         profile="users: 100000\n    duration: 20s\n    graceful_stop: 1s"),
)}

GROUPS = {
    "all": tuple(CASES),
    "scale": ("get64", "get5000"),
    "open": ("openlag", "openlog"),
    "memory": ("connected", "parked"),
    "k6": ("k6get", "k6journey", "k6think"),
}


def chosen(text):
    """The cases of a list of names, each once, in the order given; ValueError for no known name."""
    names = []
    for word in filter(None, (w.strip() for w in text.split(","))):
        if word not in CASES and word not in GROUPS:
            known = ", ".join((*CASES, *GROUPS))
            raise ValueError(f"unknown case '{word}', expected some of {known}")
        names += GROUPS.get(word, (word,))
    return [CASES[name] for name in dict.fromkeys(names)]


def rotated(items, by):
    """The items, starting with another one each round."""
    by %= max(1, len(items))
    return list(items[by:]) + list(items[:by])
