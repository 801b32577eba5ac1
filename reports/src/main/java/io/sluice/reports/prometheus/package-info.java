/**
 * A run while it goes on, for Prometheus.
 *
 * <pre>
 *  Interval, Interval, … ──► RunMetrics ─┬─ RequestTotals, CheckTotals, OwnTotals, GeneratorTotals
 *  Verdict so far ──────────────►  │     └─ ObjectiveGauges
 *                                  ▼
 *                              Collector ─┬─► MetricsEndpoint, MetricsHandler: is scraped
 *                                         └─► MetricsPush: pushes to a Pushgateway
 * </pre>
 *
 * <p>Totals are kept from interval to interval, and rendered when somebody asks; the loops that
 * make the load know nothing of it. Intervals come from one thread and requests for metrics from
 * others: {@code RunMetrics} is where they meet, and the only class here with a lock.
 *
 * <p>Names follow the conventions of Prometheus: base units, {@code _total} for what only grows.
 * The number of time series follows from the plan alone, never from what the target answers.
 */
@NullMarked
package io.sluice.reports.prometheus;

import org.jspecify.annotations.NullMarked;
