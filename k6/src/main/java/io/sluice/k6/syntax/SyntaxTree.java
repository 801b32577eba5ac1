package io.sluice.k6.syntax;

import com.caoccao.javet.swc4j.Swc4j;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.enums.Swc4jMediaType;
import com.caoccao.javet.swc4j.enums.Swc4jParseMode;
import com.caoccao.javet.swc4j.exceptions.Swc4jCoreException;
import com.caoccao.javet.swc4j.options.Swc4jParseOptions;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One module's text as a tree. */
public final class SyntaxTree {
  private static final Pattern PLACE = Pattern.compile(" at \\S+?:(\\d+):(\\d+)\\s");

  private final Path path;
  private final String text;
  private final ISwc4jAst root;
  private final Scopes scopes;

  private SyntaxTree(Path path, String text, ISwc4jAst root) {
    this.path = path;
    this.text = text;
    this.root = root;
    this.scopes = new Scopes(root);
  }

  /**
   * The tree of a text; whether it is TypeScript, its name says.
   *
   * @throws SyntaxProblem if it is no program
   */
  static SyntaxTree parse(Path path, String text) throws SyntaxProblem {
    boolean types = path.toString().matches(".*\\.[mc]?ts");
    try {
      var options =
          new Swc4jParseOptions()
              .setCaptureAst(true)
              .setMediaType(types ? Swc4jMediaType.TypeScript : Swc4jMediaType.JavaScript)
              .setParseMode(Swc4jParseMode.Module)
              .setSpecifier(path.toAbsolutePath().toUri().toURL());
      return new SyntaxTree(path, text, new Swc4j().parse(text, options).getProgram());
    } catch (Swc4jCoreException e) {
      throw problem(String.valueOf(e.getMessage()));
    } catch (MalformedURLException e) {
      throw new SyntaxProblem(path + " is no name of a file", 0, 0);
    }
  }

  private static SyntaxProblem problem(String message) {
    Matcher place = PLACE.matcher(message);
    return place.find()
        ? new SyntaxProblem(
            message.substring(0, place.start()),
            Integer.parseInt(place.group(1)),
            Integer.parseInt(place.group(2)))
        : new SyntaxProblem(message.lines().findFirst().orElse("not a program"), 0, 0);
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** Its text as it was written. */
  public String text() {
    return text;
  }

  /** The whole program. */
  public ISwc4jAst root() {
    return root;
  }

  /** What its names stand for. */
  public Scopes scopes() {
    return scopes;
  }

  /** All nodes of a kind, in the order in which they begin. */
  public <T extends ISwc4jAst> List<T> all(Class<T> kind) {
    return below(root, kind);
  }

  /** All nodes of a kind from a node on downwards, itself too, in the order in which they begin. */
  public static <T extends ISwc4jAst> List<T> below(ISwc4jAst node, Class<T> kind) {
    List<T> found = new ArrayList<>();
    collect(node, kind, found);
    found.sort((a, b) -> Integer.compare(a.getSpan().getStart(), b.getSpan().getStart()));
    return found;
  }

  private static <T extends ISwc4jAst> void collect(ISwc4jAst node, Class<T> kind, List<T> found) {
    if (kind.isInstance(node)) {
      found.add(kind.cast(node));
    }
    for (ISwc4jAst child : node.getChildNodes()) {
      collect(child, kind, found);
    }
  }

  /** Whether two nodes are the same one. */
  @SuppressWarnings("ReferenceEquality") // nodes that look alike are not the same
  public static boolean same(ISwc4jAst a, ISwc4jAst b) {
    return a == b;
  }

  /** What was written for a node. */
  public String written(ISwc4jAst node) {
    int from = text.offsetByCodePoints(0, node.getSpan().getStart());
    return text.substring(
        from, text.offsetByCodePoints(from, node.getSpan().getEnd() - node.getSpan().getStart()));
  }
}
