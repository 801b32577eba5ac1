package io.sluice.scenarios;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.sluice.scenarios",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ROOM =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.sluice.scenarios..",
              "io.sluice.model..",
              "com.fasterxml.jackson..",
              "com.jayway.jsonpath..",
              "org.yaml.snakeyaml..",
              "org.jspecify..",
              "java..");

  @ArchTest
  static final ArchRule YAML_STAYS_IN_ITS_PACKAGE =
      classes()
          .that()
          .resideOutsideOfPackage("io.sluice.scenarios.yaml")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage("org.yaml.snakeyaml..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.sluice.scenarios.(*)..").should().beFreeOfCycles();
}
