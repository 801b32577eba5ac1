package io.sluice.peers;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;

/** POST of JSON from a template, with one extraction from the JSON that comes back. */
public final class PostSimulation extends Simulation {
  public PostSimulation() {
    Load load = Load.fromProperties();
    setUp(
            load.of(
                "post",
                exec(Shop.pickUser())
                    .exec(
                        http("login")
                            .post("/auth/login")
                            .body(StringBody(Shop.CREDENTIALS))
                            .asJson()
                            .check(status().is(200), jsonPath("$.token").saveAs("token")))))
        .protocols(load.protocol());
  }
}
