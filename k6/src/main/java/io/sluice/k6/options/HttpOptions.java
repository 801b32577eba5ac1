package io.sluice.k6.options;

/**
 * How requests are made.
 *
 * @param maxRedirects how many redirects are followed
 * @param userAgent the User-Agent; empty sends none
 * @param batch how many requests of a batch go at one time
 * @param batchPerHost how many of these to one host
 * @param httpDebug {@code headers} or {@code full} prints requests and answers; empty does not
 * @param noConnectionReuse whether every request has a connection of its own
 * @param noVuConnectionReuse whether every iteration has connections of its own
 * @param noCookiesReset whether cookies outlive an iteration
 * @param discardResponseBodies whether bodies are read and dropped
 * @param throwErrors whether failed requests throw
 * @param rps most requests per second of all users; 0 if there is no limit
 */
public record HttpOptions(
    long maxRedirects,
    String userAgent,
    long batch,
    long batchPerHost,
    String httpDebug,
    boolean noConnectionReuse,
    boolean noVuConnectionReuse,
    boolean noCookiesReset,
    boolean discardResponseBodies,
    boolean throwErrors,
    long rps) {}
