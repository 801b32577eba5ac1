package io.sluice.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The subcommands. Picocli's model of one takes 20 to 40 ms to build, so that only those are built
 * that a call needs: the one that it names, or all where it may list or search them.
 */
final class Commands {
  private static final Pattern SCRIPT = Pattern.compile("[^-=][^=]*\\.[cm]?[jt]s");
  private static final Pattern SCENARIO = Pattern.compile("[^-=][^=]*\\.ya?ml");
  private static final Pattern MODULE =
      Pattern.compile(
          "(?m)^\\s*(?:import\\b\\s*[\\w{*'\"]|export\\s+(?:default|const|let|function|async)\\b|export\\s*\\{"
              + "|module\\.exports|exports\\.|.*\\brequire\\s*\\()");
  private static final Set<String> VERSION = Set.of("-V", "--version");
  private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

  Commands(Console console) {
    all.put("demo", () -> new DemoCommand(console));
    all.put("run", () -> new RunCommand(console));
    all.put("k6", () -> K6Command.spec(console));
    all.put("import", () -> ImportCommand.spec(console));
    all.put("hit", () -> new HitCommand(console));
    all.put("capacity", () -> new CapacityCommand(console));
    all.put("gate", () -> new GateCommand(console));
    all.put("compare", () -> new CompareCommand(console));
    all.put("baseline", () -> new BaselineCommand(console));
    all.put("report", () -> new ReportCommand(console));
    all.put("history", () -> HistoryCommand.spec(console));
    all.put("serve", () -> new ServeCommand(console));
    all.put("export", () -> new ExportCommand(console));
    all.put("storefront", () -> new StorefrontCommand(console));
    all.put("train", () -> new TrainCommand(console));
    all.put(CompletionCommand.NAME, CompletionCommand::new);
  }

  /**
   * {@code run} of a k6 script is {@code k6 run}.
   *
   * @param standardInput what {@code -} stands for; asked for only where it is among the arguments
   */
  static String[] route(String[] args, Supplier<String> standardInput) {
    List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
    boolean script =
        args.length > 1
            && args[0].equals("run")
            && rest.stream().noneMatch(arg -> SCENARIO.matcher(arg).matches())
            && (rest.stream().anyMatch(arg -> SCRIPT.matcher(arg).matches())
                || (rest.contains("-") && isScript(standardInput.get())));
    return script
        ? Stream.concat(Stream.of("k6"), Arrays.stream(args)).toArray(String[]::new)
        : args;
  }

  /** Whether a text has a line that only JavaScript has; a scenario has none. */
  private static boolean isScript(String text) {
    return MODULE.matcher(text).find();
  }

  /** Adds what the call needs. */
  void addTo(CommandLine root, String[] args) {
    String first = args.length == 0 ? "" : args[0];
    boolean alone = all.containsKey(first) && !first.equals(CompletionCommand.NAME);
    all.forEach(
        (name, command) -> {
          if (alone ? name.equals(first) : !VERSION.contains(first)) {
            CommandLine subcommand = new CommandLine(command.get());
            subcommand.getCommandSpec().versionProvider(new Version());
            root.addSubcommand(name, subcommand);
          }
        });
  }
}
