package io.sluice.scenarios;

import io.sluice.scenarios.compile.ArmMerger;
import io.sluice.scenarios.compile.ArmOptions;
import io.sluice.scenarios.compile.CompiledScenario;
import io.sluice.scenarios.compile.ScenarioCompiler;
import io.sluice.scenarios.compile.ScenarioOptions;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.source.ScenarioException;
import io.sluice.scenarios.source.SourceText;
import io.sluice.scenarios.tree.Scenario;
import io.sluice.scenarios.yaml.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads scenarios. */
public final class Scenarios {
  /** Names of the scenarios that come with Sluice. */
  public static final List<String> SHIPPED = List.of("storefront", "api");

  private static final long LARGEST = 8L * 1024 * 1024;

  private Scenarios() {}

  /**
   * Reads a scenario from a file.
   *
   * @throws ScenarioException with everything that is wrong with it
   */
  public static CompiledScenario load(Path file, ScenarioOptions options) {
    return parse(file.toString(), read(file), options);
  }

  /**
   * Reads a scenario from a file for two arms that are compared under one load: see {@link
   * ArmMerger}.
   *
   * @throws ScenarioException with everything that is wrong with it, or where the arms differ in
   *     more than values
   */
  public static CompiledScenario loadArms(Path file, ScenarioOptions options, ArmOptions arms) {
    return parseArms(file.toString(), read(file), options, arms);
  }

  /** The same of a text. */
  public static CompiledScenario parseArms(
      String file, String text, ScenarioOptions options, ArmOptions arms) {
    return ArmMerger.merge(
        parse(file, text, options.withArm(arms.a())),
        parse(file, text, options.withArm(arms.b())),
        arms.share(),
        new Problems(new SourceText(file, text)));
  }

  /**
   * Reads a scenario from a text.
   *
   * @param file its name in messages
   * @throws ScenarioException with everything that is wrong with it
   */
  public static CompiledScenario parse(String file, String text, ScenarioOptions options) {
    SourceText source = new SourceText(file, text);
    Problems problems = new Problems(source);
    if (text.isEmpty()) {
      problems.addToFile("the file is empty");
    } else if (text.indexOf('\0') >= 0) {
      problems.addToFile("the file is not a text");
    }
    problems.throwIfAny();
    Scenario scenario = ScenarioReader.read(source, stem(file), problems);
    return ScenarioCompiler.compile(scenario, options, problems);
  }

  /**
   * Reads a scenario that comes with Sluice.
   *
   * @param name one of {@link #SHIPPED}
   * @throws IllegalArgumentException if it is none of them
   * @throws ScenarioException if the options do not suit it
   */
  public static CompiledScenario shipped(String name, ScenarioOptions options) {
    if (!SHIPPED.contains(name)) {
      throw new IllegalArgumentException(
          "expected one of %s, was '%s'".formatted(String.join(", ", SHIPPED), name));
    }
    String file = name + ".yaml";
    try (InputStream resource = Scenarios.class.getResourceAsStream(file)) {
      if (resource == null) {
        throw new IllegalStateException("the resource " + file + " is missing");
      }
      return parse(file, decode(file, resource.readAllBytes()), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    Problems problems = new Problems(new SourceText(file.toString(), ""));
    try {
      if (Files.notExists(file)) {
        problems.addToFile("there is no such file");
      } else if (Files.isDirectory(file)) {
        problems.addToFile("a scenario must be a file, this is a directory");
      } else if (Files.size(file) > LARGEST) {
        problems.addToFile("a scenario must be smaller than 8 MiB");
      }
      problems.throwIfAny();
      return decode(file.toString(), Files.readAllBytes(file));
    } catch (AccessDeniedException e) {
      problems.addToFile("the file cannot be read: permission denied");
    } catch (IOException e) {
      problems.addToFile("the file cannot be read: " + e.getMessage());
    }
    problems.throwIfAny();
    throw new IllegalStateException("a problem was noted");
  }

  private static String decode(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      Problems problems = new Problems(new SourceText(file, ""));
      problems.addToFile("the file is not a text in UTF-8");
      problems.throwIfAny();
      throw new IllegalStateException("a problem was noted", e);
    }
  }

  private static String stem(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
