package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class BuildFactsTest {
  @Test
  void nobodyTellsAnything() {
    assertEquals(Map.of(), BuildFacts.of(Map.of("HOME", "/root", "GITHUB_SHA", "")));
  }

  @Test
  void aPullRequestOnGitHub() {
    assertEquals(
        Map.of(
            "branch", "feature",
            "commit", "1a2b",
            "build", "https://github.example/shop/web/actions/runs/7"),
        BuildFacts.of(
            Map.of(
                "GITHUB_HEAD_REF", "feature",
                "GITHUB_REF_NAME", "12/merge",
                "GITHUB_SHA", "1a2b",
                "GITHUB_SERVER_URL", "https://github.example",
                "GITHUB_REPOSITORY", "shop/web",
                "GITHUB_RUN_ID", "7")));
  }

  @Test
  void gitLabAndJenkins() {
    assertEquals(
        Map.of("branch", "main", "commit", "1a2b", "build", "https://gitlab.example/-/jobs/1"),
        BuildFacts.of(
            Map.of(
                "CI_COMMIT_REF_NAME", "main",
                "CI_COMMIT_SHA", "1a2b",
                "CI_JOB_URL", "https://gitlab.example/-/jobs/1")));
    assertEquals(
        Map.of("branch", "origin/main", "commit", "1a2b", "build", "https://jenkins.example/1/"),
        BuildFacts.of(
            Map.of(
                "GIT_BRANCH", "origin/main",
                "GIT_COMMIT", "1a2b",
                "BUILD_URL", "https://jenkins.example/1/")));
  }
}
