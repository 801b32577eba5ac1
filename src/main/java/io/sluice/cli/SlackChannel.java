package io.sluice.cli;

import io.sluice.reports.ci.JudgedRun;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.slack.SlackMessage;

/** A channel that is told by a webhook. */
final class SlackChannel {
  private final Webhook webhook;
  private final String link;
  private final Console console;

  /**
   * A channel.
   *
   * @param link where the report can be opened, or empty
   */
  SlackChannel(Webhook webhook, String link, Console console) {
    this.webhook = webhook;
    this.link = link;
    this.console = console;
  }

  /** Sends the message, or says why that was not possible. */
  void tell(JudgedRun run) {
    String trouble = webhook.post(JsonText.pretty(SlackMessage.of(run, link)));
    if (!trouble.isEmpty()) {
      console.problem("the Slack notification was not sent: " + trouble);
    }
  }
}
