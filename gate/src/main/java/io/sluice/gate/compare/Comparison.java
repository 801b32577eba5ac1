package io.sluice.gate.compare;

import java.util.List;

/**
 * Whether B is worse than A.
 *
 * @param change the judgement of the whole
 * @param sentence it in one sentence
 * @param a what B is compared with
 * @param b what is compared
 * @param seconds how much of each arm is compared
 * @param total all requests together
 * @param requests each request that both arms have
 * @param notes sentences that bear on it
 */
public record Comparison(
    Change change,
    String sentence,
    Design design,
    Criteria criteria,
    Arm a,
    Arm b,
    double seconds,
    RequestComparison total,
    List<RequestComparison> requests,
    List<String> notes) {
  public Comparison {
    requests = List.copyOf(requests);
    notes = List.copyOf(notes);
  }
}
