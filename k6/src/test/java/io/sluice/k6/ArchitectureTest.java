package io.sluice.k6;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.sluice.k6", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ROOM =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.sluice.k6..",
              "io.sluice.model..",
              "io.sluice.engine..",
              "org.graalvm.polyglot..",
              "com.caoccao.javet.swc4j..",
              "com.fasterxml.jackson..",
              "org.HdrHistogram..",
              "org.jsoup..",
              "org.jspecify..",
              "java..",
              "javax..");
}
