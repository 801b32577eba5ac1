import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks, or with {@code fix} rewrites, the format of every Java source below a folder. */
final class Format {
  public static void main(String[] args) throws Exception {
    boolean fix = args[0].equals("fix");
    Path root = Path.of(args[1]);
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<Path> sources;
    try (var walk = Files.walk(root)) {
      sources = walk.filter(Format::isSource).sorted().toList();
    }
    int wrong = 0;
    for (Path source : sources) {
      String before = Files.readString(source);
      String after =
          formatter.formatSource(
              RemoveUnusedImports.removeUnusedImports(
                  ImportOrderer.reorderImports(before, JavaFormatterOptions.Style.GOOGLE)));
      if (after.equals(before)) {
        continue;
      }
      if (fix) {
        Files.writeString(source, after);
      } else {
        System.err.println("not formatted: " + root.relativize(source));
        wrong++;
      }
    }
    if (wrong > 0) {
      System.err.println("run: mvn -N -Pformat process-sources");
      System.exit(1);
    }
  }

  private static boolean isSource(Path path) {
    String name = path.toString();
    return name.endsWith(".java") && !name.contains("/target/") && !name.contains("/.git/");
  }
}
