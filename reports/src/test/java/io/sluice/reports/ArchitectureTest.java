package io.sluice.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.sluice.reports",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule IMPORTS =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.xml.stream..",
              "org.jspecify.annotations..",
              "org.HdrHistogram..",
              "com.fasterxml.jackson..",
              "com.sun.net.httpserver..",
              "io.prometheus.client..",
              "io.sluice.model..",
              "io.sluice.gate..",
              "io.sluice.reports..");

  @ArchTest
  static final ArchRule ONE_PACKAGE_KNOWS_PROMETHEUS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.sluice.reports.prometheus..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.prometheus..", "com.sun.net.httpserver..");

  @ArchTest
  static final ArchRule NO_VERDICTS =
      noClasses().should().dependOnClassesThat().haveFullyQualifiedName("io.sluice.gate.Gate");

  @ArchTest
  static final ArchRule NO_STANDARD_OUTPUT =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
