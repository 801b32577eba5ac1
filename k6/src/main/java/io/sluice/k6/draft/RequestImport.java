package io.sluice.k6.draft;

import io.sluice.k6.options.GoDuration;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Fields;
import io.sluice.k6.syntax.Values;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries calls of {@code k6/http} over. */
final class RequestImport {
  private static final Map<String, String> METHODS =
      Map.of(
          "get", "GET", "head", "HEAD", "post", "POST", "put", "PUT", "patch", "PATCH", "del",
          "DELETE", "options", "OPTIONS");
  private static final Set<String> SENDS_BODY = Set.of("post", "put", "patch", "del", "options");

  private final Values values;
  private final Expressions expressions;
  private final Bodies bodies;
  private final Notes notes;
  private final Set<String> names = new HashSet<>();

  RequestImport(Values values, Expressions expressions, Notes notes) {
    this.values = values;
    this.expressions = expressions;
    this.bodies = new Bodies(values, expressions, notes);
    this.notes = notes;
  }

  /**
   * The request that a call sends, or null, which is then noted.
   *
   * @param function of {@code k6/http}
   */
  DraftStep.@Nullable Request request(String function, Bound call, List<Bound> arguments) {
    boolean general = function.equals("request") || function.equals("asyncRequest");
    String method = METHODS.get(function);
    int first = 0;
    if (general) {
      method = arguments.isEmpty() ? null : values.text(arguments.getFirst());
      first = 1;
    }
    DraftValue url = arguments.size() <= first ? null : expressions.of(arguments.get(first));
    boolean known = method != null && METHODS.containsValue(method.toUpperCase(Locale.ROOT));
    if (!known || url == null) {
      notes.add(call, "the request '%s' is not carried over".formatted(Notes.written(call)));
      return null;
    }
    DraftStep.Request request =
        new DraftStep.Request(String.valueOf(method).toUpperCase(Locale.ROOT), url);
    boolean body = general || SENDS_BODY.contains(function);
    int parameters = first + (body ? 2 : 1);
    boolean json = false;
    if (arguments.size() > parameters) {
      json = parameters(request, arguments.get(parameters));
    }
    if (body && arguments.size() > first + 1) {
      request.body(bodies.body(arguments.get(first + 1), json));
    }
    if (request.body() instanceof DraftBody.Json) {
      request.headers().keySet().removeIf(name -> name.equalsIgnoreCase("content-type"));
    }
    name(request);
    return request;
  }

  /** Takes the parameters over; whether the body is said to be JSON. */
  private boolean parameters(DraftStep.Request request, Bound parameters) {
    Fields fields = values.fields(parameters);
    if (fields == null) {
      if (!Boolean.FALSE.equals(values.truth(parameters))) {
        notes.add(
            parameters,
            "the parameters '%s' are not carried over".formatted(Notes.written(parameters)));
      }
      return false;
    }
    fields.all().forEach((name, value) -> parameter(request, name, value));
    return request.headers().entrySet().stream()
        .anyMatch(
            header ->
                header.getKey().equalsIgnoreCase("content-type")
                    && header.getValue() instanceof DraftValue.Text(String type)
                    && type.contains("json"));
  }

  private void parameter(DraftStep.Request request, String name, Bound value) {
    switch (name) {
      case "headers" -> {
        Fields headers = values.fields(value);
        if (headers == null) {
          notes.add(value, "the headers are not carried over");
        } else {
          headers.all().forEach((header, text) -> header(request, header, text));
        }
      }
      case "tags" -> {
        Fields tags = values.fields(value);
        if (tags == null) {
          notes.add(value, "the tags are not carried over");
        } else {
          tags.all().forEach((tag, text) -> tag(request, tag, text));
        }
      }
      case "timeout" -> {
        Duration timeout = timeout(value);
        if (timeout == null) {
          notes.add(value, "the timeout is not carried over");
        } else {
          request.timeout(timeout);
        }
      }
      case "redirects" -> {
        if (Double.valueOf(0).equals(values.number(value))) {
          request.keepRedirects();
        } else {
          notes.add(value, "the number of redirects is not carried over; they are followed");
        }
      }
      case "responseType", "compression" -> {
        // answers are kept as far as a check or an extraction needs them
      }
      default -> notes.add(value, "the parameter '%s' is not carried over".formatted(name));
    }
  }

  private @Nullable Duration timeout(Bound value) {
    Double millis = values.number(value);
    if (millis != null) {
      return Duration.ofMillis(Math.round(millis));
    }
    String text = values.text(value);
    try {
      return text == null ? null : Duration.ofNanos(GoDuration.parse(text));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void header(DraftStep.Request request, String name, Bound value) {
    DraftValue text = expressions.of(value);
    if (text == null || text instanceof DraftValue.Row) {
      notes.add(
          value,
          "the header '%s' is left out: '%s' is not carried over"
              .formatted(name, Notes.written(value)));
    } else {
      request.headers().put(name, text);
    }
  }

  private void tag(DraftStep.Request request, String name, Bound value) {
    String text = expressions.of(value) instanceof DraftValue.Text(String known) ? known : null;
    if (text == null || text.isBlank()) {
      notes.add(
          value,
          "the tag '%s' is left out: '%s' is not known before the run"
              .formatted(name, Notes.written(value)));
    } else if (name.equals("name")) {
      request.name(text);
    } else {
      request.tags().put(name, text);
    }
  }

  /** Names are unique: what has the name of another gets a number. */
  private void name(DraftStep.Request request) {
    String wanted =
        request.name().isEmpty() ? request.method() + " " + path(request.url()) : request.name();
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + " (" + i + ")";
    }
    boolean byItself = request.name().isEmpty() && name.equals(wanted);
    request.name(byItself ? "" : name);
  }

  /** The path that a request without a name is called by. */
  private static String path(DraftValue url) {
    StringBuilder path = new StringBuilder();
    List<DraftValue> parts =
        url instanceof DraftValue.Words(List<DraftValue> words) ? words : List.of(url);
    for (DraftValue part : parts) {
      path.append(part instanceof DraftValue.Text(String text) ? text : "{}");
    }
    String shown =
        path.toString().replaceFirst("\\?.*", "").replaceFirst("^(\\{}|https?://[^/]*)", "");
    return shown.isEmpty() ? "/" : shown;
  }
}
