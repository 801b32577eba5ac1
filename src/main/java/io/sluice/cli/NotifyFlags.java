package io.sluice.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options that say which channels are told what was found. The address of a webhook is a secret: no
 * message of this class holds any part of one.
 */
final class NotifyFlags {
  /** What the name of a channel starts with. */
  static final String SLACK = "slack:";

  /** The variable that names a channel where the option does not. */
  static final String VARIABLE = "SLUICE_NOTIFY";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int MAX_LINK = 500;

  @Option(
      names = "--notify",
      paramLabel = "slack:$NAME",
      description =
          "Send the verdict to the Slack-compatible webhook whose address is in the environment"
              + " variable NAME; may be repeated. slack:URL works, too, but other users of the"
              + " machine can see it. Without it, SLUICE_NOTIFY is looked at.")
  private List<String> channels = List.of();

  @Option(
      names = "--report-url",
      paramLabel = "URL",
      description =
          "Where the report can be opened, for --notify (default: the page of the CI job).")
  private @Nullable String reportUrl;

  /**
   * The addresses of the webhooks.
   *
   * @param console warns of a variable that is empty, as secrets are in the jobs of forks
   */
  List<URI> webhooks(Console console) {
    List<URI> webhooks = new ArrayList<>();
    channels.forEach(channel -> add(webhooks, "--notify", channel, console));
    String variable = console.environment().getOrDefault(VARIABLE, "");
    if (channels.isEmpty() && !variable.isEmpty()) {
      add(webhooks, VARIABLE, variable, console);
    }
    return List.copyOf(webhooks);
  }

  private static void add(List<URI> webhooks, String source, String channel, Console console) {
    if (!channel.startsWith(SLACK)) {
      throw new UserMistake(source + ": expected slack:$NAME or slack:URL");
    }
    String address = channel.substring(SLACK.length());
    if (!address.startsWith("$")) {
      webhooks.add(web(source + ": expected slack: and an http or https URL", address));
      return;
    }
    String name = address.substring(1);
    String value = NAME.matcher(name).matches() ? console.environment().get(name) : null;
    if (value == null) {
      throw new UserMistake(source + ": the environment has no variable of the name after slack:$");
    }
    if (value.isBlank()) {
      console.problem(source + ": the variable " + name + " is empty; nobody is notified by it");
      return;
    }
    webhooks.add(web(source + ": expected an http or https URL in " + name, value.strip()));
  }

  /**
   * Where the report can be opened, or empty.
   *
   * @param environment of the process
   */
  String link(Map<String, String> environment) {
    if (reportUrl == null) {
      String job = CiServer.jobUrl(environment);
      return job.length() <= MAX_LINK && isWeb(job) ? job : "";
    }
    String rule = "--report-url: expected an http or https URL of at most 500 characters";
    if (reportUrl.length() > MAX_LINK) {
      throw new UserMistake(rule);
    }
    return web(rule, reportUrl).toString();
  }

  private static URI web(String rule, String text) {
    if (!isWeb(text)) {
      throw new UserMistake(rule);
    }
    return URI.create(text);
  }

  private static boolean isWeb(String text) {
    try {
      URI uri = new URI(text);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
