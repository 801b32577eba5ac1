package io.sluice.k6.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Findings for programs.
 *
 * <pre>
 *   { "findings": [ { "severity": "error", "rule": "…", "file": "a.js", "line": 3, "column": 9,
 *                     "message": "…", "remedy": "…" } ], "errors": 1, "warnings": 0 }
 * </pre>
 */
public final class FindingsJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FindingsJson() {}

  /** The findings as a JSON text, indented. */
  public static String write(List<Finding> findings) {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode list = root.putArray("findings");
    int errors = 0;
    for (Finding finding : findings) {
      errors += finding.severity() == Severity.ERROR ? 1 : 0;
      list.addObject()
          .put("severity", finding.severity().text())
          .put("rule", finding.rule())
          .put("file", finding.file())
          .put("line", finding.line())
          .put("column", finding.column())
          .put("message", finding.message())
          .put("remedy", finding.remedy());
    }
    root.put("errors", errors).put("warnings", findings.size() - errors);
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
