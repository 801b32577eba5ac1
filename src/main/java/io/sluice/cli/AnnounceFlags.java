package io.sluice.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;

/** Options that say who is told what was found, beside the user. */
final class AnnounceFlags {
  @Mixin private CiFlags ci = new CiFlags();
  @Mixin private NotifyFlags notify = new NotifyFlags();

  /**
   * What tells them.
   *
   * @throws UserMistake if an option cannot be understood
   */
  Announcer announcer(Console console) {
    List<Announcer.Listener> listeners = new ArrayList<>();
    switch (ci.server(console.environment())) {
      case GITHUB -> listeners.add(new GithubJob(console)::tell);
      case GITLAB -> listeners.add(new GitlabJob(console)::tell);
      case NONE -> {}
    }
    String link = notify.link(console.environment());
    for (URI address : notify.webhooks(console)) {
      Webhook webhook = new Webhook(address, Webhook.TIMEOUT, Patience.system());
      listeners.add(new SlackChannel(webhook, link, console)::tell);
    }
    return new Announcer(listeners, console);
  }
}
