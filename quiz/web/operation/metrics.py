"""`/metrics`: what the server counts of itself, as text that Prometheus reads.

For hosts, and for a program on this very machine. Numbers alone: no name, no contest, no
address.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate

from flask import Flask, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from quiz.declared_roles import HOSTS
from quiz.meter import Meter, Spread

Levels = Callable[[], Mapping[str, int]]
"""How many there are now, by some name."""


class Numbers(Collector):
    """The meter's counts, and how many `sockets` by role and `contests` by stage are open now."""

    def __init__(self, meter: Meter, sockets: Levels, contests: Levels) -> None:
        self._meter = meter
        self._sockets = sockets
        self._contests = contests

    def collect(self) -> Iterator[Metric]:
        """All of them as they are now."""
        meter = self._meter
        joins = "People who joined a contest"
        yield CounterMetricFamily("quiz_joins", joins, value=meter.joined)
        receipts = "Commands acknowledged after their commit, repeats included"
        yield CounterMetricFamily("quiz_acknowledgements", receipts, value=meter.acknowledged)
        refused = "Messages, connections and joins refused, by code"
        yield counts("quiz_refusals", refused, "code", meter.refused.copy())
        failed = "Batches that could not be stored, by reason"
        yield counts("quiz_writes_failed", failed, "code", meter.failed.copy())
        batches = "Commands stored in one transaction"
        yield spread("quiz_batch_commands", batches, meter.batches)
        queued = "From a command's entry into the queue to its commit"
        yield spread("quiz_queue_seconds", queued, meter.queued)
        commits = "From a batch's decision to the end of its commit"
        yield spread("quiz_commit_seconds", commits, meter.commits)
        pushes = "From an act's commit until its view was written to the last phone that reads"
        yield spread("quiz_push_seconds", pushes, meter.pushes)
        yield levels("quiz_sockets", "Open sockets, by role", "role", self._sockets())
        yield levels("quiz_contests", "Open contests, by stage", "stage", self._contests())


def counts(name: str, text: str, label: str, found: Mapping[str, int]) -> Metric:
    """Counts that only grow, by a label."""
    family = CounterMetricFamily(name, text, labels=[label])
    for value, count in sorted(found.items()):
        family.add_metric([value], count)
    return family


def levels(name: str, text: str, label: str, found: Mapping[str, int]) -> Metric:
    """Numbers that rise and fall, by a label."""
    family = GaugeMetricFamily(name, text, labels=[label])
    for value, count in sorted(found.items()):
        family.add_metric([value], count)
    return family


def spread(name: str, text: str, found: Spread) -> Metric:
    """A histogram."""
    bounds = [*map(str, found.bounds), "+Inf"]
    buckets = list(zip(bounds, accumulate(found.counts), strict=True))
    return HistogramMetricFamily(name, text, buckets=buckets, sum_value=found.total)


def add_metrics(app: Flask, numbers: Numbers) -> None:
    """Let this app show its numbers and those of its process, in a registry of its own."""
    registry = CollectorRegistry()
    registry.register(numbers)
    ProcessCollector(registry=registry)

    def metrics() -> Response:
        return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)

    app.add_url_rule("/metrics", "metrics", metrics, roles=HOSTS, machine=True)
