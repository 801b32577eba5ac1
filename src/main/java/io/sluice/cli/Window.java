package io.sluice.cli;

import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;

/**
 * The terminal's window: how large it is at the moment. On Windows it also makes the console obey
 * control sequences while it is open. Nothing is read from the terminal, and no signal taken.
 */
final class Window implements AutoCloseable {
  private final Terminal terminal;

  private Window(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The window of standard output; none if the system does not tell of one. */
  static Optional<Window> open() {
    try {
      return Optional.of(
          new Window(
              TerminalBuilder.builder()
                  .system(true)
                  .systemOutput(SystemOutput.SysOut)
                  .dumb(false)
                  .exec(false) // no process is started while load is made
                  .nativeSignals(false)
                  .graphemeCluster(false) // else the terminal is asked, and answers as if typed
                  .paused(true)
                  .build()));
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Its size in columns and rows, each 0 if the system does not know. */
  Size size() {
    return terminal.getSize();
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      // it is as it was: nothing of it was changed
    }
  }
}
