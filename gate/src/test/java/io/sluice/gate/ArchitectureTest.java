package io.sluice.gate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.sluice.gate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ROOM =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.sluice.gate..",
              "io.sluice.model..",
              "org.HdrHistogram..",
              "org.apache.commons.math3..",
              "org.jspecify..",
              "java..");

  @ArchTest
  static final ArchRule NUMBERS =
      classes()
          .that()
          .resideInAPackage("io.sluice.gate.stats")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.sluice.gate.stats", "org.apache.commons.math3..", "org.jspecify..", "java..");
}
