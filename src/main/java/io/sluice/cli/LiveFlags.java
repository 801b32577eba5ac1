package io.sluice.cli;

import io.sluice.cli.web.Access;
import io.sluice.cli.web.Binding;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a run can be watched in a browser while it goes on, and where. */
final class LiveFlags {
  @Option(
      names = "--live",
      arity = "0..1",
      fallbackValue = "0",
      paramLabel = "[HOST:]PORT",
      description =
          "Serve the report's page while the run goes on: to this machine only unless a host is"
              + " named, and then for a token (SLUICE_TOKEN, or one that is printed). Any free port"
              + " without one.")
  private @Nullable String live;

  /** Listens where that is wanted, and says where. */
  RunWatch open(Console console) {
    if (live == null) {
      return RunWatch.none();
    }
    Binding binding = Flag.read("--live", live, Binding::parse);
    try {
      Access access = Access.of(binding, console.environment().getOrDefault("SLUICE_TOKEN", ""));
      LivePage page = LivePage.open(binding, access);
      console.out().println("  live: " + page.uri());
      console.out().flush();
      return page;
    } catch (IllegalArgumentException e) {
      throw new UserMistake("SLUICE_TOKEN: " + e.getMessage());
    } catch (IOException e) {
      throw new UserMistake("--live %s: cannot listen there: %s".formatted(live, e.getMessage()));
    }
  }
}
