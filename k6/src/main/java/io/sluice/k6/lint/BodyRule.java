package io.sluice.k6.lint;

import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstObjectLit;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Fields;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A body that is an object goes out as a form, whatever the request says of it. */
final class BodyRule implements Rule {
  private static final String HTTP = "k6/http.";

  /** Where the body stands among the arguments; the parameters follow it. */
  private static final Map<String, Integer> BODIES =
      Map.of(
          "post", 1, "put", 1, "patch", 1, "del", 1, "options", 1, "request", 2, "asyncRequest", 2);

  @Override
  public void look(Subject script, Findings findings) {
    for (Subject.Call call : script.calls(HTTP)) {
      Integer index = BODIES.get(call.name().substring(HTTP.length()));
      Bound body = index == null ? null : call.argument(index);
      Bound parameters = index == null ? null : call.argument(index + 1);
      if (body == null || parameters == null) {
        continue;
      }
      for (Bound origin : script.callers().origins(body)) {
        if (origin.node() instanceof Swc4jAstObjectLit && saysJson(script, parameters)) {
          findings.error(
              "json-body-as-form",
              call.at().with(body.node()),
              "the body is an object, which is sent as a form, but the request says that it is JSON",
              "write JSON.stringify(…) around it");
          break;
        }
      }
    }
  }

  private static boolean saysJson(Subject script, Bound parameters) {
    for (Bound origin : script.callers().origins(parameters)) {
      Bound headers = field(script, origin, "headers");
      Fields fields = headers == null ? null : script.values().fields(headers);
      if (fields != null) {
        for (Map.Entry<String, Bound> header : fields.all().entrySet()) {
          String text = script.values().text(header.getValue());
          if (header.getKey().equalsIgnoreCase("content-type")
              && text != null
              && text.toLowerCase(Locale.ROOT).contains("json")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static @Nullable Bound field(Subject script, Bound object, String name) {
    Fields fields = script.values().fields(object);
    return fields == null ? null : fields.get(name);
  }
}
