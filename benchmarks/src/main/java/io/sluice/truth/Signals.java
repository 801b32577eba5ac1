package io.sluice.truth;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Stops and continues processes of Linux (signal(7)), without starting one for each signal. */
@SuppressWarnings("restricted") // a call of kill(2) is what this is for
final class Signals {
  private static final int CONTINUE = 18;
  private static final int STOP = 19;
  private static final MethodHandle KILL =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().find("kill").orElseThrow(),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private Signals() {}

  /** Takes the process off all cores. */
  static void stop(Process process) {
    send(process, STOP);
  }

  /** Lets it go on. */
  static void resume(Process process) {
    send(process, CONTINUE);
  }

  private static void send(Process process, int signal) {
    if (!process.isAlive()) {
      return;
    }
    try {
      int _ = (int) KILL.invokeExact((int) process.pid(), signal);
    } catch (Throwable e) {
      throw new IllegalStateException("kill(2) cannot be called", e);
    }
  }
}
