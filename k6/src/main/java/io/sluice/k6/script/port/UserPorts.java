package io.sluice.k6.script.port;

/** All that one user's script is connected to. */
public record UserPorts(
    Transport transport,
    UserLoop loop,
    Samples samples,
    RunInfo info,
    Console console,
    HttpSettings http) {}
