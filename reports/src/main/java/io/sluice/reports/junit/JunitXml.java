package io.sluice.reports.junit;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.reports.figures.RunFacts;
import io.sluice.reports.text.Values;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * {@code junit.xml}: one test case for each SLO, in the form that Surefire writes and Jenkins,
 * GitLab and others read.
 *
 * <p>FAIL and INCONCLUSIVE are both a {@code failure}, told apart by its {@code type}: servers show
 * its message, and none of them shows the build as green. Where the verdict is not PASS although no
 * SLO says why (there is none, or the load was not offered), a test case {@code verdict} fails.
 */
public final class JunitXml {
  /** Judging takes no time that a server should add up. */
  private static final String NO_TIME = "0";

  private record TestCase(String name, Status status, String reason, String text) {}

  private final Elements xml;
  private final RunFacts run;
  private final Verdict verdict;

  private JunitXml(Elements xml, RunFacts run, Verdict verdict) {
    this.xml = xml;
    this.run = run;
    this.verdict = verdict;
  }

  /** The verdict as JUnit XML. */
  public static String of(RunFacts run, Verdict verdict) {
    StringWriter text = new StringWriter();
    try {
      Elements xml = new Elements(XMLOutputFactory.newFactory().createXMLStreamWriter(text));
      new JunitXml(xml, run, verdict).write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML can always be written to memory", e);
    }
    return text.toString();
  }

  private void write() throws XMLStreamException {
    List<TestCase> cases = cases();
    String tests = Integer.toString(cases.size());
    String failures =
        Long.toString(cases.stream().filter(test -> test.status() != Status.PASS).count());
    String seconds = String.format(Locale.ROOT, "%.3f", run.durationSeconds());
    String started = run.started().toString().replaceFirst("(\\.\\d+)?Z$", "");
    String suite = "sluice: " + run.name();
    xml.start();
    xml.open("testsuites", "tests", tests, "failures", failures, "errors", "0", "time", seconds);
    xml.open(
        "testsuite",
        "name",
        suite,
        "tests",
        tests,
        "failures",
        failures,
        "errors",
        "0",
        "skipped",
        "0",
        "time",
        seconds,
        "timestamp",
        started);
    properties();
    for (TestCase test : cases) {
      xml.open("testcase", "name", test.name(), "classname", suite, "time", NO_TIME);
      if (test.status() != Status.PASS) {
        xml.leaf("failure", test.text(), "message", test.reason(), "type", test.status().name());
      }
      xml.close();
    }
    List<String> lines = new ArrayList<>(List.of(verdict.status() + ": " + verdict.sentence()));
    lines.addAll(verdict.notes());
    xml.leaf("system-out", String.join("\n", lines));
    xml.close();
    xml.close();
    xml.end();
  }

  private List<TestCase> cases() {
    List<TestCase> cases = new ArrayList<>();
    for (ObjectiveResult result : verdict.objectives()) {
      cases.add(
          new TestCase(
              result.objective().expression(), status(result), result.reason(), text(result)));
    }
    if (cases.stream().allMatch(test -> test.status() == Status.PASS)
        && verdict.status() != Status.PASS) {
      cases.add(new TestCase("verdict", verdict.status(), verdict.sentence(), verdict.sentence()));
    }
    return cases;
  }

  /** What only warns is no failed test; the verdict's notes, which are printed, name it. */
  private static Status status(ObjectiveResult result) {
    return result.onlyWarns() ? Status.PASS : result.status();
  }

  private static String text(ObjectiveResult result) {
    return String.join(
        "\n",
        result.reason(),
        "estimate:  " + Values.estimate(result),
        "interval:  " + Values.interval(result),
        "threshold: " + Values.threshold(result),
        "samples:   " + result.samples());
  }

  private void properties() throws XMLStreamException {
    xml.open("properties");
    property("verdict", verdict.status().name());
    property("exit_code", Integer.toString(verdict.exitCode()));
    property("confidence", Double.toString(verdict.confidence()));
    property("statistics", verdict.statistics().name().toLowerCase(Locale.ROOT));
    property("profile", run.profile());
    property("model", run.model().key());
    property("targets", String.join(" ", run.targets()));
    property("insecure", Boolean.toString(run.insecure()));
    property("digest", run.digest());
    property("seed", Long.toString(run.seed()));
    xml.close();
  }

  private void property(String name, String value) throws XMLStreamException {
    xml.leaf("property", "", "name", name, "value", value);
  }
}
