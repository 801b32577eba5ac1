package io.sluice.history;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.sluice.history",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ROOM =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.sluice.history..",
              "io.sluice.gate..",
              "io.sluice.model..",
              "org.HdrHistogram..",
              "org.flywaydb..",
              "org.postgresql..",
              "org.sqlite..",
              "org.jspecify..",
              "javax.sql..",
              "java..");
}
