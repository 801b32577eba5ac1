package io.sluice.cli;

import java.util.Map;

/** A continuous integration server that reads more of a run than its exit code. */
enum CiServer {
  /** Reads annotations from the output, and files that its environment names. */
  GITHUB,
  /** Reads files that its configuration names. */
  GITLAB,
  /** Reads nothing, or there is none. */
  NONE;

  /** The server that this process runs on. */
  static CiServer of(Map<String, String> environment) {
    if (environment.getOrDefault("GITHUB_ACTIONS", "").equals("true")) {
      return GITHUB;
    }
    return environment.getOrDefault("GITLAB_CI", "").equals("true") ? GITLAB : NONE;
  }

  /** Where the job that this process runs in can be looked at, or empty. */
  static String jobUrl(Map<String, String> environment) {
    String server = environment.getOrDefault("GITHUB_SERVER_URL", "");
    String repository = environment.getOrDefault("GITHUB_REPOSITORY", "");
    String run = environment.getOrDefault("GITHUB_RUN_ID", "");
    if (!server.isEmpty() && !repository.isEmpty() && !run.isEmpty()) {
      return server + "/" + repository + "/actions/runs/" + run;
    }
    String gitlab = environment.getOrDefault("CI_JOB_URL", "");
    return gitlab.isEmpty() ? environment.getOrDefault("BUILD_URL", "") : gitlab; // Jenkins
  }
}
