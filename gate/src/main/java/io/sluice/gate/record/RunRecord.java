package io.sluice.gate.record;

import io.sluice.gate.Status;
import io.sluice.gate.compare.Fingerprint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A judged run in figures.
 *
 * @param name of the scenario
 * @param profile of the load, or empty
 * @param load each phase with its load, as {@link Fingerprint} has it; empty if it is not known
 * @param digest of its plan
 * @param started by the wall clock
 * @param durationSeconds how long it took
 * @param version of the program that made it
 * @param status its verdict
 * @param sentence its verdict in one sentence
 * @param revision what was tested
 * @param folder where its files are, or were
 * @param objectives in the plan's order
 * @param total all measured requests
 * @param requests each measured request, in the plan's order
 */
public record RunRecord(
    String name,
    String profile,
    List<String> load,
    String digest,
    Instant started,
    double durationSeconds,
    String version,
    Status status,
    String sentence,
    Revision revision,
    String folder,
    List<ObjectiveRecord> objectives,
    RequestRecord total,
    List<RequestRecord> requests) {
  private static final int DIGEST_DIGITS = 12;

  public RunRecord {
    started = started.truncatedTo(ChronoUnit.MICROS); // as exact as every store keeps it
    load = List.copyOf(load);
    objectives = List.copyOf(objectives);
    requests = List.copyOf(requests);
  }

  /** Unique: when it started, and the beginning of its plan's digest. Sorts by time. */
  public String id() {
    return id(started, digest);
  }

  /** The id of a run that started then, of a plan of that digest. */
  public static String id(Instant started, String digest) {
    return started.truncatedTo(ChronoUnit.MICROS)
        + "-"
        + digest.substring(0, Math.min(DIGEST_DIGITS, digest.length()));
  }

  /** What it must share with another run for a difference to say something of the target. */
  public Fingerprint fingerprint() {
    return new Fingerprint(name, load, requests.stream().map(RequestRecord::name).toList());
  }

  /** The same with the load and the requests of its plan, in the plan's order. */
  public RunRecord measuring(Fingerprint plan) {
    Map<String, RequestRecord> known =
        requests.stream().collect(Collectors.toMap(RequestRecord::name, Function.identity()));
    return new RunRecord(
        name,
        profile,
        plan.load(),
        digest,
        started,
        durationSeconds,
        version,
        status,
        sentence,
        revision,
        folder,
        objectives,
        total,
        plan.requests().stream()
            .map(request -> known.getOrDefault(request, RequestRecord.unknown(request)))
            .toList());
  }

  /** Its scenario and profile as they are read: {@code checkout (peak)}. */
  public String label() {
    return profile.isEmpty() || profile.equals(name) ? name : name + " (" + profile + ")";
  }
}
