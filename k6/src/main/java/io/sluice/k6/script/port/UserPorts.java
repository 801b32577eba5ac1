package io.sluice.k6.script.port;

/**
 * All that one user's script is connected to.
 *
 * @param remembered shared with the other users of its thread
 */
public record UserPorts(
    Transport transport,
    UserLoop loop,
    Samples samples,
    RunInfo info,
    Console console,
    HttpSettings http,
    Remembered remembered) {

  /** Of a user that is alone on its thread. */
  public UserPorts(
      Transport transport,
      UserLoop loop,
      Samples samples,
      RunInfo info,
      Console console,
      HttpSettings http) {
    this(transport, loop, samples, info, console, http, new Remembered());
  }
}
