package io.sluice.scenarios.tree;

import io.sluice.scenarios.source.Location;
import java.time.Duration;
import java.util.List;

/** One step of a journey, as it was written. */
public sealed interface Step
    permits RequestStep,
        Step.Group,
        Step.Assign,
        Step.Add,
        Step.Gauge,
        Step.Repeat,
        Step.When,
        Step.Timer,
        Step.Think {
  /** Where it stands. */
  Location at();

  /** Steps under a common name. */
  record Group(String name, List<Step> steps, Location at) implements Step {
    public Group {
      steps = List.copyOf(steps);
    }
  }

  /** {@code set}: gives values to variables, in order. */
  record Assign(List<Variable> variables, Location at) implements Step {
    public Assign {
      variables = List.copyOf(variables);
    }
  }

  /** Adds to counters. */
  record Add(List<Variable> amounts, Location at) implements Step {
    public Add {
      amounts = List.copyOf(amounts);
    }
  }

  /** Sets gauges. */
  record Gauge(List<Variable> values, Location at) implements Step {
    public Gauge {
      values = List.copyOf(values);
    }
  }

  /** A variable or a metric, and its value. */
  record Variable(String name, Expression value, Location at) {}

  /** Steps that are done a number of times. */
  record Repeat(Expression times, List<Step> steps, Location at) implements Step {
    public Repeat {
      steps = List.copyOf(steps);
    }
  }

  /** {@code if}: steps that are done where the answer is yes, and others where it is no. */
  record When(Question question, List<Step> steps, List<Step> otherwise, Location at)
      implements Step {
    public When {
      steps = List.copyOf(steps);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** Steps whose time together is a trend, where all of them are done and no request fails. */
  record Timer(String metric, List<Step> steps, Location at) implements Step {
    public Timer {
      steps = List.copyOf(steps);
    }
  }

  /** Think time, uniform between the ends. */
  record Think(Duration min, Duration max, Location at) implements Step {}
}
