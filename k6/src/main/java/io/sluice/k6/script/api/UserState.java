package io.sluice.k6.script.api;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.port.Console;
import io.sluice.k6.script.port.HttpSettings;
import io.sluice.k6.script.port.Interruption;
import io.sluice.k6.script.port.RunInfo;
import io.sluice.k6.script.port.Samples;
import io.sluice.k6.script.port.Transport;
import io.sluice.k6.script.port.UserLoop;
import io.sluice.k6.script.port.UserPorts;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * What all modules of one user share: its stage, its tags and group, its way out.
 *
 * <p>1. Only the user's thread calls it, save for {@link #stop()}, {@link #activity()} and {@link
 * #busy()}, which any thread may. 2. {@link #activity()} is odd while the user waits in a call of
 * ours, and changes with every such call.
 */
public final class UserState {
  private Console console;
  private Samples samples;
  private @Nullable UserPorts ports;
  private TagText tagText = new TagText();
  private @Nullable Value thrower;
  private Stage stage = Stage.INIT;
  private TagSet root = TagSet.root();
  private TagSet ofUser = root;
  private TagSet current = root;
  private String group = "";
  private HttpSettings http = HttpSettings.DEFAULTS;
  private boolean tagsGroup = true;
  private boolean tagsCheck = true;
  private volatile boolean stopped;
  private volatile long activity;
  private volatile boolean busy;

  /**
   * A user in its init stage, connected to nothing but the console and the definitions of metrics.
   */
  public UserState(Console console, Samples samples) {
    this.console = console;
    this.samples = samples;
  }

  /** Connects the user; ends its init stage. */
  public void connect(UserPorts all, Stage next) {
    ports = all;
    console = all.console();
    samples = all.samples();
    http = all.http();
    tagText = all.remembered().of(TagText.class, TagText::new);
    tagsGroup = http.systemTags().contains("group");
    tagsCheck = http.systemTags().contains("check");
    stage = next;
  }

  /** Remembers the function that throws an error of JavaScript's own. */
  public void thrower(Value function) {
    thrower = function;
  }

  /**
   * Throws an error that scripts can catch, and whose stack is the script's.
   *
   * @return never; it is declared so that callers can write {@code throw}
   */
  public RuntimeException error(String message) {
    return error("Error", message);
  }

  /** The same, for another constructor of errors, such as {@code TypeError}. */
  public RuntimeException error(String type, String message) {
    if (thrower != null) {
      thrower.executeVoid(type, message);
    }
    return new IllegalStateException(message);
  }

  /** What the script is run for. */
  public Stage stage() {
    return stage;
  }

  /** Goes on to another stage. */
  public void enter(Stage next) {
    stage = next;
    group =
        switch (next) {
          case SETUP -> "::setup";
          case TEARDOWN -> "::teardown";
          case INIT, ITERATION, SUMMARY -> "";
        };
    retag();
  }

  /** Throws unless the script is in its init stage. */
  public void onlyInInit(String message) {
    if (stage != Stage.INIT) {
      throw error(message);
    }
  }

  /** Where lines go. */
  public Console console() {
    return console;
  }

  /** Where samples go. */
  public Samples samples() {
    return samples;
  }

  /** The options for requests. */
  public HttpSettings http() {
    return http;
  }

  /** The user's way to the wire; throws in the init stage. */
  public Transport transport() {
    if (stopped) {
      throw new Interruption("interrupted");
    }
    return ports().transport();
  }

  /** The user's queue of events; throws in the init stage. */
  public UserLoop loop() {
    if (stopped) {
      throw new Interruption("interrupted");
    }
    return ports().loop();
  }

  /** The facts of the run; throws in the init stage. */
  public RunInfo info() {
    return ports().info();
  }

  /** Whether the run is connected. */
  public boolean connected() {
    return ports != null;
  }

  private UserPorts ports() {
    var all = ports;
    if (all == null) {
      throw error("this is not supported in the init context");
    }
    return all;
  }

  /** Sets the tags that everything of this user has from now on: the run's and the scenario's. */
  public void root(TagSet tags) {
    root = tags;
    ofUser = tags;
    retag();
  }

  /** The tags of the user without its group's: the root and what the script added. */
  public TagSet ofUser() {
    return ofUser;
  }

  /** Adds or removes a tag of the user, until its scenario ends. */
  public void tag(String key, @Nullable String value) {
    ofUser = value == null ? ofUser.without(key) : ofUser.with(key, value);
    retag();
  }

  /** The tags in force: the user's and its group's. */
  public TagSet tags() {
    return current;
  }

  /**
   * The tags in force, and others.
   *
   * @param text as {@link TagText} reads them
   */
  public TagSet tagsAnd(String text) {
    return tagText.add(current, text);
  }

  /** Some tags, and others, which are given as for {@link #tagsAnd}. */
  public TagSet tagsAnd(TagSet tags, String text) {
    return tagText.add(tags, text);
  }

  /** What this user remembers together with others of its thread. */
  public <T> T remembered(Class<T> type, Supplier<T> made) {
    return ports().remembered().of(type, made);
  }

  /** The path of the group in force, "" for the root. */
  public String group() {
    return group;
  }

  /** Goes into a group, or back to one. */
  public void group(String path) {
    group = path;
    retag();
  }

  private void retag() {
    current = tagsGroup ? ofUser.with("group", group) : ofUser;
  }

  /** Whether checks have a tag with their name. */
  public boolean tagsCheck() {
    return tagsCheck;
  }

  /** From now on every call that waits throws. */
  public void stop() {
    stopped = true;
  }

  /** The user may go on: it is used anew. */
  public void resume() {
    stopped = false;
  }

  /** Whether the user has to stop. */
  public boolean stopped() {
    return stopped;
  }

  /** The script starts to run, or has run. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // only the user's thread writes
  public void busy(boolean runs) {
    busy = runs;
    if ((activity & 1) != 0) {
      activity++;
    }
    activity += 2;
  }

  /** Whether the script runs. */
  public boolean busy() {
    return busy;
  }

  /** A call that waits begins, or ends. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // only the user's thread writes
  public void waiting() {
    activity++;
  }

  /** A number that changes with every call that waits; odd during one. */
  public long activity() {
    return activity;
  }
}
