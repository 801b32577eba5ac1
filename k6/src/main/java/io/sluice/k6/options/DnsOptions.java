package io.sluice.k6.options;

/**
 * How names are looked up.
 *
 * @param ttlNanos how long an answer is kept, in nanoseconds; {@link Long#MAX_VALUE} for ever
 * @param select {@code first}, {@code random} or {@code roundRobin} of several addresses
 * @param policy {@code preferIPv4}, {@code preferIPv6}, {@code onlyIPv4}, {@code onlyIPv6} or
 *     {@code any}
 */
public record DnsOptions(long ttlNanos, String select, String policy) {}
