package io.sluice.k6.script.module;

import com.caoccao.javet.swc4j.Swc4j;
import com.caoccao.javet.swc4j.enums.Swc4jMediaType;
import com.caoccao.javet.swc4j.enums.Swc4jParseMode;
import com.caoccao.javet.swc4j.enums.Swc4jSourceMapOption;
import com.caoccao.javet.swc4j.exceptions.Swc4jCoreException;
import com.caoccao.javet.swc4j.options.Swc4jTranspileOptions;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.regex.Pattern;

/** Turns TypeScript into JavaScript; types are dropped, not checked. */
final class TypeScript {
  private static final Pattern PLACE = Pattern.compile(" at \\S+?:(\\d+):(\\d+)\\s");

  private TypeScript() {}

  /**
   * JavaScript for a text.
   *
   * @param shown the text's URL
   * @throws ModuleProblem if the text is no TypeScript
   */
  static ModuleText translate(String shown, String text) throws ModuleProblem {
    try {
      URL url = URI.create(shown).toURL();
      var options =
          new Swc4jTranspileOptions()
              .setMediaType(Swc4jMediaType.TypeScript)
              .setParseMode(Swc4jParseMode.Module)
              .setSpecifier(url)
              .setSourceMap(Swc4jSourceMapOption.Separate)
              .setInlineSources(false);
      var output = new Swc4j().transpile(text, options);
      return new ModuleText(shown, output.getCode(), SourceMap.of(output.getSourceMap()));
    } catch (Swc4jCoreException e) {
      throw problem(shown, String.valueOf(e.getMessage()));
    } catch (MalformedURLException e) {
      throw new ModuleProblem(ModuleProblem.Kind.MODULE, shown + ": no URL");
    }
  }

  private static ModuleProblem problem(String shown, String message) {
    var place = PLACE.matcher(message);
    if (!place.find()) {
      return new ModuleProblem(ModuleProblem.Kind.SYNTAX, shown + ": " + message);
    }
    return new ModuleProblem(
        ModuleProblem.Kind.SYNTAX,
        "SyntaxError: "
            + shown
            + ":"
            + place.group(1)
            + ":"
            + place.group(2)
            + ": "
            + message.substring(0, place.start()));
  }
}
