package io.sluice.k6.script.api;

import io.sluice.k6.script.port.Console.Level;
import io.sluice.k6.script.port.RunInfo;
import io.sluice.k6.script.port.TestAbort;
import java.util.Map;
import org.graalvm.polyglot.HostAccess;
import org.jspecify.annotations.Nullable;

/** The Java side of the module {@code k6/execution}. */
public final class ExecutionApi {
  private final UserState user;

  /** The module for one user. */
  public ExecutionApi(UserState user) {
    this.user = user;
  }

  private RunInfo info(String what) {
    if (user.stage() == Stage.INIT) {
      throw user.error("getting " + what + " information in the init context is not supported");
    }
    return user.info();
  }

  private RunInfo scenario() {
    RunInfo info = info("scenario");
    if (user.stage() != Stage.ITERATION) {
      throw user.error("getting scenario information outside of the VU context is not supported");
    }
    return info;
  }

  /** The scenario's name or executor. */
  @HostAccess.Export
  public String scenarioText(String what) {
    return what.equals("name") ? scenario().scenario() : scenario().executor();
  }

  /** A number of the scenario. */
  @HostAccess.Export
  public double scenarioNumber(String what) {
    RunInfo info = scenario();
    return switch (what) {
      case "startTime" -> info.scenarioStartMillis();
      case "progress" -> info.progress();
      case "iterationInInstance" -> info.iterationInInstance();
      default -> info.iterationInTest();
    };
  }

  /** A number of this instance of the runner. */
  @HostAccess.Export
  public double instance(String what) {
    RunInfo info = info("instance");
    return switch (what) {
      case "iterationsInterrupted" -> info.iterationsInterrupted();
      case "iterationsCompleted" -> info.iterationsCompleted();
      case "vusActive" -> info.usersActive();
      case "vusInitialized" -> info.usersInitialized();
      default -> info.runMillis();
    };
  }

  /** A number of the user. */
  @HostAccess.Export
  public double vu(String what) {
    if (!user.connected()) {
      return 0;
    }
    RunInfo info = user.info();
    return switch (what) {
      case "idInInstance" -> info.userInInstance();
      case "idInTest" -> info.userInTest();
      case "iterationInInstance" -> info.iterationOfUser();
      default -> scenario().iterationInScenario();
    };
  }

  /** The options in force, as JSON. */
  @HostAccess.Export
  public String options() {
    if (user.stage() == Stage.INIT) {
      throw user.error("getting test options in the init context is not supported");
    }
    return user.info().optionsJson();
  }

  /** Ends the whole test, for a reason that is a sentence. */
  @HostAccess.Export
  public void abort(String reason) {
    if (user.connected()) {
      user.info().abort(reason);
      user.stop();
    }
    throw new TestAbort(reason);
  }

  /** Marks the test as failed, for a reason that is a sentence, and says so. */
  @HostAccess.Export
  public void fail(String reason) {
    if (!user.connected()) {
      throw user.error("failing the test in the init context is not supported");
    }
    user.console().log(Level.ERROR, reason, "");
    user.info().fail();
  }

  /** The value of a tag of the user, or null. */
  @HostAccess.Export
  public @Nullable String tag(String key) {
    return user.tags().get(key);
  }

  /** All tags of the user as names and values, each ended by a NUL character. */
  @HostAccess.Export
  public String tags() {
    var text = new StringBuilder();
    for (Map.Entry<String, String> tag : user.tags().toMap().entrySet()) {
      text.append(tag.getKey()).append('\0').append(tag.getValue()).append('\0');
    }
    return text.toString();
  }

  /** Sets a tag of the user, or removes it with null. */
  @HostAccess.Export
  public void setTag(String key, @Nullable String value) {
    user.tag(key, value);
  }
}
