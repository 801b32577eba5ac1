package io.sluice.cli;

import io.sluice.engine.TargetException;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Units;
import io.sluice.scenarios.HitPlan;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A first look at one URL, without a scenario. */
@Command(
    name = "hit",
    description = "Puts load on one URL, without a scenario; the exit code is the verdict.",
    mixinStandardHelpOptions = true)
final class HitCommand implements Callable<Integer> {
  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "^[^:]*(auth|cookie|token|secret|key|password)[^:]*:", Pattern.CASE_INSENSITIVE);

  private final Console console;

  /** One of the two models. */
  static final class Model {
    @Option(
        names = "--users",
        paramLabel = "N",
        description = "Closed model: so many users, each waiting for its response (default: 10).")
    private int users = 10;

    @Option(
        names = "--rate",
        paramLabel = "RATE",
        description = "Open model: so many requests, such as 200/s or 1000/min, come what may.")
    private @Nullable String rate;
  }

  @Parameters(paramLabel = "URL", description = "Where to, such as https://example.com/path.")
  private String url = "";

  @ArgGroup private Model model = new Model();

  @Option(
      names = {"-d", "--duration"},
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "How long it is measured (default: ${DEFAULT-VALUE}).")
  private String duration = "";

  @Option(
      names = "--warmup",
      paramLabel = "TIME",
      defaultValue = "0s",
      description = "Load before that, which is not judged (default: ${DEFAULT-VALUE}).")
  private String warmup = "";

  @Option(
      names = {"-X", "--method"},
      paramLabel = "METHOD",
      description = "HTTP method (default: GET, or POST where there is a body).")
  private String method = "";

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'K: V'",
      description = "A request header. May be repeated.")
  private List<String> headers = List.of();

  @Option(
      names = "--body",
      paramLabel = "TEXT|@FILE",
      description = "The body: a text, or @ and the name of a file.")
  private String body = "";

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "When a request is given up (default: ${DEFAULT-VALUE}).")
  private String timeout = "";

  @Mixin private GateOptions gate = new GateOptions();
  @Mixin private LoadOptions load = new LoadOptions();
  @Mixin private AnnounceFlags announce = new AnnounceFlags();

  HitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws TargetException {
    Announcer announcer = announce.announcer(console);
    LoadPlan plan = plan();
    return new LoadRun(plan, secrets(plan), load, gate, announcer, console).execute();
  }

  /** Values of headers that carry credentials, and the password of a key: they are not stored. */
  private List<String> secrets(LoadPlan plan) {
    return Stream.concat(
            headers.stream()
                .filter(header -> CREDENTIALS.matcher(header).find())
                .map(header -> header.substring(header.indexOf(':') + 1).strip()),
            Stream.of(plan.network().tls().identity().password()))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private LoadPlan plan() {
    HitPlan hit =
        HitPlan.of(url)
            .withLoad(load())
            .withTimes(time("--warmup", warmup), time("--duration", duration))
            .withRequest(method, headers, text(body))
            .withTimeout(time("--timeout", timeout));
    try {
      return hit.plan(load.seed(), load.network(console.environment()));
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
  }

  private HitPlan.Load load() {
    if (model.rate == null) {
      return new HitPlan.Users(model.users);
    }
    try {
      return HitPlan.Rate.of(Units.perSecond(model.rate));
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--rate: " + e.getMessage());
    }
  }

  private static Duration time(String option, String text) {
    try {
      return Units.duration(text);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(option + ": " + e.getMessage());
    }
  }

  private static String text(String body) {
    if (!body.startsWith("@")) {
      return body;
    }
    Path file = Path.of(body.substring(1));
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new UserMistake("--body: " + file + " is not a text in UTF-8");
    } catch (IOException e) {
      throw new UserMistake("--body: cannot read " + file);
    }
  }
}
