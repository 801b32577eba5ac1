package io.sluice.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.sluice.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ROOM =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.sluice.engine..",
              "io.sluice.model..",
              "org.HdrHistogram..",
              "io.netty..",
              "org.jspecify..",
              "java..",
              "javax.net.ssl..",
              "javax.crypto..",
              "javax.security.auth.x500..",
              "com.sun.management..");

  @ArchTest
  static final ArchRule NETTY_IS_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.sluice.engine.netty")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule THE_WIRE_KNOWS_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("io.sluice.engine.wire")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.sluice.engine",
              "io.sluice.engine.user",
              "io.sluice.engine.pace",
              "io.sluice.engine.measure",
              "io.sluice.engine.netty");

  @ArchTest
  static final ArchRule NETTY_KNOWS_THE_WIRE_ONLY =
      noClasses()
          .that()
          .resideInAPackage("io.sluice.engine.netty")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.sluice.engine",
              "io.sluice.engine.user",
              "io.sluice.engine.pace",
              "io.sluice.engine.measure");

  @ArchTest
  static final ArchRule HTTP_2_IS_BYTES =
      classes()
          .that()
          .resideInAPackage("io.sluice.engine.http2")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.sluice.engine.http2",
              "io.sluice.engine.wire",
              "io.sluice.model..",
              "org.jspecify..",
              "java..");

  @ArchTest
  static final ArchRule PACE_IS_ARITHMETIC =
      classes()
          .that()
          .resideInAPackage("io.sluice.engine.pace")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.sluice.engine.pace", "io.sluice.model.plan", "org.jspecify..", "java..");

  @ArchTest
  static final ArchRule USERS_KNOW_NO_SOCKETS =
      noClasses()
          .that()
          .resideInAnyPackage("io.sluice.engine.user", "io.sluice.engine.measure")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.sluice.engine", "io.sluice.engine.netty");
}
