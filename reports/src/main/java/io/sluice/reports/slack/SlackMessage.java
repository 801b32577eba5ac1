package io.sluice.reports.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.ObjectiveResult;
import io.sluice.reports.ci.JudgedRun;
import io.sluice.reports.ci.Mark;
import io.sluice.reports.figures.LoadFigures;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.text.Values;
import java.util.Comparator;
import java.util.List;

/**
 * The JSON that a Slack-compatible incoming webhook takes: blocks of Slack's Block Kit, and a text
 * for where blocks are not shown. Within Slack's limits: 50 blocks, 150 characters of a header,
 * 3,000 of a section's text, 2,000 of a field.
 */
public final class SlackMessage {
  private static final int MAX_TEXT = 3_000;
  private static final int MAX_SENTENCE = 2_000;
  private static final int MAX_NAME = 200;
  private static final int MAX_OBJECTIVES = 10;

  private final JudgedRun run;
  private final ObjectNode message = JsonText.object();
  private final ArrayNode blocks;

  private SlackMessage(JudgedRun run) {
    this.run = run;
    blocks = JsonText.object().putArray("blocks");
  }

  /**
   * The message.
   *
   * @param link where the report can be opened, or empty
   */
  public static ObjectNode of(JudgedRun run, String link) {
    return new SlackMessage(run).write(link);
  }

  private ObjectNode write(String link) {
    String address = link.isEmpty() ? "" : "\n" + Mrkdwn.text(link, MAX_SENTENCE / 2);
    message.put("text", Mark.of(run.status()) + " " + lead() + address);
    header(Mark.of(run.status()));
    section(lead());
    if (!run.verdict().objectives().isEmpty()) {
      section(objectives());
    }
    figures();
    if (!link.isEmpty() && link.length() < MAX_TEXT / 2) {
      section("<" + Mrkdwn.text(link, MAX_TEXT - 20) + "|Open the report>");
    }
    message.set("blocks", blocks);
    return message;
  }

  private String lead() {
    return "*%s*: %s"
        .formatted(Mrkdwn.text(run.name(), MAX_NAME), Mrkdwn.text(run.sentence(), MAX_SENTENCE));
  }

  /** The worst first, as many as are read. */
  private String objectives() {
    List<ObjectiveResult> sorted =
        run.verdict().objectives().stream()
            .sorted(Comparator.comparingInt(SlackMessage::rank))
            .toList();
    StringBuilder lines = new StringBuilder();
    for (ObjectiveResult result : sorted.subList(0, Math.min(MAX_OBJECTIVES, sorted.size()))) {
      lines.append(Mark.of(result)).append(' ');
      lines.append(Mrkdwn.code(result.objective().expression(), MAX_NAME)).append(' ');
      lines.append(Values.estimate(result));
      lines.append(" (").append(Values.interval(result)).append(")\n");
    }
    if (sorted.size() > MAX_OBJECTIVES) {
      lines.append("… and ").append(sorted.size() - MAX_OBJECTIVES).append(" more");
    }
    return lines.toString().strip();
  }

  private static int rank(ObjectiveResult result) {
    int worth = result.onlyWarns() ? 1 : 0;
    return switch (result.status()) {
      case FAIL -> worth;
      case INCONCLUSIVE -> 2 + worth;
      case PASS -> 4;
    };
  }

  private void figures() {
    RequestFigures total = run.figures().measured().total();
    LoadFigures load = run.figures().load();
    ArrayNode fields = blocks.addObject().put("type", "section").putArray("fields");
    field(fields, "p50", Values.millis(total.response().p50()));
    field(fields, "p95", Values.millis(total.response().p95()));
    field(fields, "p99", Values.millis(total.response().p99()));
    field(fields, "errors", Values.share(total.errorRate()));
    field(
        fields,
        "requests",
        Values.count(total.finished()) + ", " + Values.perSecond(total.ratePerSecond()));
    field(
        fields,
        "offered",
        Values.count(load.offered()) + " of " + Values.count(load.planned()) + " iterations");
  }

  private void field(ArrayNode fields, String name, String value) {
    fields.add(mrkdwn("*" + name + "*\n" + value));
  }

  private void header(String words) {
    blocks
        .addObject()
        .put("type", "header")
        .set("text", JsonText.object().put("type", "plain_text").put("text", words));
  }

  private void section(String text) {
    blocks.addObject().put("type", "section").set("text", mrkdwn(text));
  }

  /** Verbatim: Slack makes no links and mentions of its own out of what looks like one. */
  private static ObjectNode mrkdwn(String text) {
    if (text.length() > MAX_TEXT) {
      throw new IllegalStateException("a text of " + text.length() + " characters");
    }
    return JsonText.object().put("type", "mrkdwn").put("text", text).put("verbatim", true);
  }
}
