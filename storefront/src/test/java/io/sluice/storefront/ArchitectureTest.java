package io.sluice.storefront;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.sluice.storefront",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule importsNettyAndJacksonAndNothingOfOurs =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.net.ssl..",
              "org.jspecify..",
              "io.netty..",
              "com.fasterxml.jackson..",
              "io.sluice.storefront..");

  @ArchTest
  static final ArchRule onlyTheWireKnowsNetty =
      noClasses()
          .that()
          .resideInAnyPackage("..endpoint..", "..fault..", "..shop..", "..truth..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");
}
