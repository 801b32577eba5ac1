package io.sluice.cli;

import io.sluice.reports.runs.RunFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What continuous integration servers say in the environment of what they test. */
final class BuildFacts {
  private static final List<String> BRANCH =
      List.of(
          "GITHUB_HEAD_REF", // of a pull request; empty otherwise
          "GITHUB_REF_NAME",
          "CI_COMMIT_REF_NAME", // GitLab
          "CHANGE_BRANCH", // Jenkins, of a pull request
          "GIT_BRANCH", // Jenkins
          "BUILD_SOURCEBRANCHNAME", // Azure
          "CIRCLE_BRANCH",
          "BITBUCKET_BRANCH");
  private static final List<String> COMMIT =
      List.of(
          "GITHUB_SHA",
          "CI_COMMIT_SHA",
          "GIT_COMMIT",
          "BUILD_SOURCEVERSION",
          "CIRCLE_SHA1",
          "BITBUCKET_COMMIT");
  private static final List<String> BUILD = List.of("CI_JOB_URL", "BUILD_URL", "CIRCLE_BUILD_URL");

  private BuildFacts() {}

  /** Facts by their names in a run's header; those that nobody tells are left out. */
  static Map<String, String> of(Map<String, String> environment) {
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, RunFiles.BRANCH, first(environment, BRANCH));
    put(facts, RunFiles.COMMIT, first(environment, COMMIT));
    String build = first(environment, BUILD);
    put(facts, RunFiles.BUILD, build.isEmpty() ? gitHub(environment) : build);
    return facts;
  }

  private static void put(Map<String, String> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.put(name, value);
    }
  }

  private static String first(Map<String, String> environment, List<String> names) {
    return names.stream()
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String gitHub(Map<String, String> environment) {
    String run = environment.getOrDefault("GITHUB_RUN_ID", "");
    return run.isEmpty()
        ? ""
        : "%s/%s/actions/runs/%s"
            .formatted(
                environment.getOrDefault("GITHUB_SERVER_URL", "https://github.com"),
                environment.getOrDefault("GITHUB_REPOSITORY", ""),
                run);
  }
}
