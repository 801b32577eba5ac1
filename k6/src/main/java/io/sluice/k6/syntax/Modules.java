package io.sluice.k6.syntax;

import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportAll;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstNamedExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A script and the local files that it imports, each as a tree. */
public final class Modules {
  private static final int MOST = 200;

  private final Map<Path, SyntaxTree> trees = new LinkedHashMap<>();
  private final SyntaxTree script;
  private boolean complete = true;

  private Modules(SyntaxTree script) {
    this.script = script;
    add(script);
  }

  /**
   * Reads a script and what it imports.
   *
   * @param path the script's file, or where its relative imports start
   * @throws SyntaxProblem if the script itself is no program; files that cannot be read leave it
   *     {@linkplain #complete() incomplete}
   */
  public static Modules read(Path path, String text) throws SyntaxProblem {
    return new Modules(SyntaxTree.parse(path, text));
  }

  /** The script itself. */
  public SyntaxTree script() {
    return script;
  }

  /** The script, then its imports. */
  public List<SyntaxTree> all() {
    return List.copyOf(trees.values());
  }

  /** Whether every module but those of k6 and its libraries is here. */
  public boolean complete() {
    return complete;
  }

  /** The module that another imports by a name, if it is here. */
  public @Nullable SyntaxTree imported(SyntaxTree importer, String name) {
    return name.startsWith(".") || name.startsWith("/") ? trees.get(file(importer, name)) : null;
  }

  private void add(SyntaxTree tree) {
    trees.put(tree.path().toAbsolutePath().normalize(), tree);
    for (String name : imports(tree)) {
      if (name.startsWith(".") || name.startsWith("/") || name.startsWith("file:")) {
        addFile(file(tree, name.replaceFirst("^file://", "")));
      } else if (name.contains("://") && !name.startsWith("https://jslib.k6.io/")) {
        complete = false;
      }
    }
  }

  private void addFile(Path file) {
    if (trees.containsKey(file) || file.toString().endsWith(".json")) {
      return;
    }
    if (trees.size() >= MOST) {
      complete = false;
      return;
    }
    try {
      Path shown =
          script.path().isAbsolute() ? file : Path.of("").toAbsolutePath().relativize(file);
      add(SyntaxTree.parse(shown, Files.readString(file)));
    } catch (IOException | SyntaxProblem e) {
      complete = false;
    }
  }

  private static Path file(SyntaxTree importer, String name) {
    return importer.path().toAbsolutePath().resolveSibling(name).normalize();
  }

  private static List<String> imports(SyntaxTree tree) {
    List<String> names = new ArrayList<>();
    tree.all(Swc4jAstImportDecl.class).forEach(node -> names.add(node.getSrc().getValue()));
    tree.all(Swc4jAstExportAll.class).forEach(node -> names.add(node.getSrc().getValue()));
    tree.all(Swc4jAstNamedExport.class)
        .forEach(node -> node.getSrc().ifPresent(source -> names.add(source.getValue())));
    return names;
  }
}
