package io.sluice.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Of all rooms, only this one ends the process and speaks to standard output. */
@AnalyzeClasses(packages = "io.sluice", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static void everyRoomIsLookedAt(JavaClasses classes) {
    for (String room :
        List.of(
            "model", "engine", "scenarios", "gate", "history", "reports", "storefront", "cli")) {
      assertTrue(
          classes.stream().anyMatch(c -> c.getPackageName().startsWith("io.sluice." + room)), room);
    }
  }

  @ArchTest
  static final ArchRule ONLY_MAIN_EXITS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Main.class.getName())
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class);

  @ArchTest
  static final ArchRule ONLY_A_THIRD_INTERRUPT_HALTS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Interrupts.class.getName())
          .should()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule ONLY_THE_CONSOLE_KNOWS_STANDARD_STREAMS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Console.class.getName())
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "in")
          .orShould()
          .callMethod(System.class, "console")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule ROOM =
      classes()
          .that()
          .resideInAPackage("io.sluice.cli..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.sluice..",
              "java..",
              "com.sun.net.httpserver..",
              "javax.net.ssl..",
              "picocli..",
              "org.jline..",
              "com.fasterxml.jackson..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule NOBODY_DEPENDS_ON_IT =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.sluice.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.sluice.cli..");
}
