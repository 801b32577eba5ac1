package io.sluice.k6.script.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The Java side of {@code open()} and of the module {@code k6/data}. */
public final class DataApi {
  private final UserState user;
  private final SharedFiles shared;

  /** Files and arrays for one user. */
  public DataApi(UserState user, SharedFiles shared) {
    this.user = user;
    this.shared = shared;
  }

  /** The content of a file: text, or bytes. */
  @HostAccess.Export
  public Object open(String path, boolean binary) {
    user.onlyInInit(
        "The \"open()\" function is only available in the init stage (i.e. the global scope)");
    if (path.isEmpty()) {
      throw user.error("open() can't be used with an empty filename");
    }
    try {
      byte[] content = shared.read(path);
      return binary
          ? ByteBuffer.wrap(content).asReadOnlyBuffer()
          : new String(content, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw user.error(String.valueOf(e.getMessage()));
    }
  }

  /** Throws unless a shared array may be made now. */
  @HostAccess.Export
  public void onlyInInit() {
    user.onlyInInit("new SharedArray must be called in the init context");
  }

  /** A shared array, or null if it is not there yet. */
  @HostAccess.Export
  public @Nullable Shared find(String name) {
    String[] elements = shared.array(name);
    return elements == null ? null : new Shared(elements);
  }

  /** Keeps a shared array. */
  @HostAccess.Export
  public Shared keep(String name, Value elements) {
    return new Shared(shared.keep(name, elements.as(String[].class)));
  }

  /** The elements of a shared array, each as JSON. */
  public static final class Shared {
    private final String[] elements;

    Shared(String[] elements) {
      this.elements = elements;
    }

    /** How many there are. */
    @HostAccess.Export
    public int size() {
      return elements.length;
    }

    /** One element as JSON. */
    @HostAccess.Export
    public String get(int index) {
      return elements[index];
    }
  }
}
