package io.sluice.k6.options;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

/** Indents JSON as JavaScript and Go do: a blank after colons only, line feeds everywhere. */
public final class JsonPrinter {
  private JsonPrinter() {}

  /**
   * A printer.
   *
   * @param indent what a level is indented by
   */
  public static DefaultPrettyPrinter of(String indent) {
    DefaultIndenter lines = new DefaultIndenter(indent, "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(lines)
        .withArrayIndenter(lines);
  }
}
