package io.sluice.peers;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;

/**
 * A closed load from the system properties {@code peers.url}, {@code peers.users} and {@code
 * peers.seconds}: each user keeps its connection and goes round without a pause.
 */
record Load(String url, int users, Duration time) {

  static Load fromProperties() {
    return new Load(
        System.getProperty("peers.url"),
        Integer.getInteger("peers.users"),
        Duration.ofSeconds(Integer.getInteger("peers.seconds")));
  }

  PopulationBuilder of(String name, ChainBuilder round) {
    return scenario(name).exec(during(time).on(round)).injectOpen(atOnceUsers(users));
  }

  /** Plain exchanges: no cache, no redirects, no resources of pages, HTTP/1.1. */
  HttpProtocolBuilder protocol() {
    return http.baseUrl(url).disableWarmUp().disableCaching().disableFollowRedirect();
  }
}
