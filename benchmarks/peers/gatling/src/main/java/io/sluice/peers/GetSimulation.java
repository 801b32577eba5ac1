package io.sluice.peers;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;

/** GET of one address. */
public final class GetSimulation extends Simulation {
  public GetSimulation() {
    Load load = Load.fromProperties();
    setUp(load.of("get", exec(http("get").get("/").check(status().is(200)))))
        .protocols(load.protocol());
  }
}
