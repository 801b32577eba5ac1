package io.sluice.cli;

import picocli.CommandLine;

/** Makes the commands, giving the console to those that print. */
final class Commands implements CommandLine.IFactory {
  private final Console console;
  private final CommandLine.IFactory rest = CommandLine.defaultFactory();

  Commands(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Object command = null;
    if (type == DemoCommand.class) {
      command = new DemoCommand(console);
    } else if (type == RunCommand.class) {
      command = new RunCommand(console);
    } else if (type == HitCommand.class) {
      command = new HitCommand(console);
    } else if (type == GateCommand.class) {
      command = new GateCommand(console);
    } else if (type == ReportCommand.class) {
      command = new ReportCommand(console);
    } else if (type == StorefrontCommand.class) {
      command = new StorefrontCommand(console);
    }
    return command == null ? rest.create(type) : type.cast(command);
  }
}
