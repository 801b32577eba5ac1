package io.sluice.engine.user;

import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.Selector;
import java.util.ArrayList;
import java.util.List;

/** Which requests' bodies and which headers somebody looks at; nothing else is kept. */
final class BodyNeeds {
  private final boolean[] bodies;
  private final List<String> headers = new ArrayList<>();

  private BodyNeeds(int requests) {
    bodies = new boolean[requests];
  }

  static BodyNeeds of(LoadPlan plan) {
    BodyNeeds needs = new BodyNeeds(plan.requests().size());
    plan.scripts().forEach(needs::look);
    needs.look(plan.setup());
    for (CheckSpec check : plan.checks()) {
      switch (check.expectation()) {
        case Expectation.Found(Selector selector) -> needs.look(check.request(), selector);
        case Expectation.NotEmpty(Selector selector) -> needs.look(check.request(), selector);
        case Expectation.EqualTo(Selector selector, _) -> needs.look(check.request(), selector);
        case Expectation.Contains(Selector selector, _) -> needs.look(check.request(), selector);
        case Expectation.Status _, Expectation.FasterThan _, Expectation.OfCode _ -> {}
      }
    }
    return needs;
  }

  private void look(Script script) {
    int request = 0;
    for (Op op : script.ops()) {
      if (op instanceof Op.Send send) {
        request = send.request();
      } else if (op instanceof Op.Extract extract) {
        look(request, extract.selector());
      }
    }
  }

  private void look(int request, Selector selector) {
    if (selector instanceof Selector.Header header) {
      headers.add(header.name());
    } else {
      bodies[request] = true;
    }
  }

  boolean body(int request) {
    return bodies[request];
  }

  List<String> headers() {
    return headers;
  }
}
