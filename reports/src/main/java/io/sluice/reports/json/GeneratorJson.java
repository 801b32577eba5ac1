package io.sluice.reports.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.reports.figures.GeneratorFigures;
import io.sluice.reports.figures.LoopFigures;
import io.sluice.reports.figures.ProcessFigures;

/** What {@code summary.json} says of the generator itself. */
final class GeneratorJson {
  private GeneratorJson() {}

  static ObjectNode of(GeneratorFigures generator) {
    ObjectNode json = loop(generator.all());
    json.set("connect_ms", Times.json(generator.connect()));
    process(json, generator.process());
    json.put("retries", generator.retries());
    json.put("redirects_refused", generator.redirectsRefused());
    json.put("connects", generator.connects());
    ArrayNode loops = json.putArray("loops");
    generator.loops().forEach(loop -> loops.add(loop(loop)));
    return json;
  }

  private static ObjectNode loop(LoopFigures loop) {
    ObjectNode json = JsonText.object();
    json.set("lag_ms", Times.json(loop.lag()));
    json.set("connection_wait_ms", Times.json(loop.connectionWait()));
    json.set("loop_delay_ms", Times.json(loop.loopDelay()));
    json.set("receive_uncertainty_ms", Times.json(loop.receiveUncertainty()));
    json.set("longest_turn_ms", Times.json(loop.longestTurn()));
    json.put("busy_share", JsonText.rounded(loop.busyShare()));
    json.put("dropped", loop.dropped());
    json.put("bytes_not_taken", loop.bytesNotTaken());
    return json;
  }

  private static void process(ObjectNode json, ProcessFigures process) {
    json.put("cpu_seconds", JsonText.micros(process.cpuSeconds(), 1e6));
    json.put("cpu_share", JsonText.rounded(process.cpuShare()));
    json.put("gc_seconds", JsonText.micros(process.gcSeconds(), 1e6));
    json.put("steal_seconds", JsonText.micros(process.stealSeconds(), 1e6));
    json.put("throttled_periods", process.throttledPeriods());
    json.put("throttled_seconds", JsonText.micros(process.throttledSeconds(), 1e6));
    json.put("pressure_seconds", JsonText.micros(process.pressureSeconds(), 1e6));
    json.put("clock_jump_seconds", JsonText.micros(process.clockJumpSeconds(), 1e6));
    json.set("process_delay_ms", Times.json(process.delay()));
    json.put("descriptors", process.descriptors());
    json.put("descriptors_max", process.descriptorsMax());
    json.put("connections", process.connections());
    json.put("connections_max", process.connectionsMax());
  }
}
