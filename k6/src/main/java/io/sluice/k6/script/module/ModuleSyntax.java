package io.sluice.k6.script.module;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes an ES module of whatever a file holds: ES module, CommonJS or JSON. */
final class ModuleSyntax {
  private static final Pattern ES =
      Pattern.compile(
          "(?m)^\\s*(?:import\\s*(?:[\\w$*{]|['\"])|export\\s*(?:[{*]|(?:default|const|let|var|function|async|class)\\b))|;import\\b|;export\\b");
  private static final Pattern EXPORTED =
      Pattern.compile("\\bexports\\.([A-Za-z_$][\\w$]*)\\s*=(?!=)");
  private static final Pattern ATTRIBUTES =
      Pattern.compile("(\\bfrom\\s*['\"][^'\"]+['\"])(\\s*(?:with|assert)\\s*\\{[^}]*\\})");
  private static final Set<String> RESERVED = Set.of("default", "__esModule");
  private static final String OPEN = "const __cjs = (function (module, exports) { (function () { ";

  private ModuleSyntax() {}

  /** A JavaScript file as an ES module; its lines stay where they are. */
  static ModuleText javascript(String shown, String text) {
    if (ES.matcher(text).find()) {
      return new ModuleText(shown, withoutAttributes(text), SourcePlaces.SAME);
    }
    var names = new LinkedHashSet<String>();
    var found = EXPORTED.matcher(text);
    while (found.find()) {
      names.add(found.group(1));
    }
    var code = new StringBuilder(OPEN).append(text);
    code.append("\n}).call(module.exports); return module.exports; })")
        .append("(...(m => [m, m.exports])({ exports: {} }));\n")
        .append("const __default = __cjs && __cjs.__esModule ? __cjs.default : __cjs;\n")
        .append("export { __cjs, __default as default };\n");
    for (String name : names) {
      if (!RESERVED.contains(name)) {
        code.append("const __cjs_").append(name).append(" = __cjs.").append(name);
        code.append("; export { __cjs_").append(name).append(" as ").append(name).append(" };\n");
      }
    }
    return new ModuleText(shown, code.toString(), SourcePlaces.shifted(OPEN.length()));
  }

  /** A JSON file as a module whose default is its value. */
  static ModuleText json(String shown, String text) {
    String literal = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    return new ModuleText(shown, "export default " + literal + ";", SourcePlaces.shifted(15));
  }

  /** Blanks {@code with {type: 'json'}}: a JSON file is a module by its ending already. */
  private static String withoutAttributes(String text) {
    var found = ATTRIBUTES.matcher(text);
    return found.replaceAll(
        m -> Matcher.quoteReplacement(m.group(1) + m.group(2).replaceAll("[^\n]", " ")));
  }
}
