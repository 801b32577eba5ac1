package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with who is to be told is said before anything is done, and without secrets. */
final class AnnounceFlagsTest {
  private static final String SECRET = "T0SECRET";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --ci | jenkins | --ci: expected one of auto, github, gitlab, none, was 'jenkins'
          --ci | gitub | --ci: expected one of auto, github, gitlab, none, was 'gitub'; did you mean 'github'?
          --notify | mail:a@b.example | --notify: expected slack:$NAME or slack:URL
          --notify | slack: | --notify: expected slack: and an http or https URL
          --notify | slack:hooks.example/T0SECRET | --notify: expected slack: and an http or https URL
          --notify | slack:ftp://hooks.example/T0SECRET | --notify: expected slack: and an http or https URL
          --notify | slack:https:///T0SECRET | --notify: expected slack: and an http or https URL
          --notify | slack:https://hooks.example/T0SECRET x | --notify: expected slack: and an http or https URL
          --notify | slack:$ABSENT | --notify: the environment has no variable of the name after slack:$
          --notify | slack:$T0SECRET | --notify: the environment has no variable of the name after slack:$
          --notify | slack:$BAD | --notify: expected an http or https URL in BAD
          --notify | https://hooks.example/T0SECRET | --notify: expected slack:$NAME or slack:URL
          --report-url | javascript:alert(1) | --report-url: expected an http or https URL of at most 500 characters
          """)
  void aMistakeIsToldInOneSentence(String option, String value, String sentence) {
    Invocation ended =
        Invocation.in(Map.of("BAD", SECRET), "gate", "nowhere", option, value.strip());
    assertEquals(2, ended.code());
    assertEquals("sluice: " + sentence + "\n", ended.err());
    assertFalse((ended.out() + ended.err()).contains(SECRET));
  }

  @Test
  void theVariableIsCheckedLikeTheOption() {
    Invocation ended =
        Invocation.in(
            Map.of("SLUICE_NOTIFY", "https://hooks.example/" + SECRET), "gate", "nowhere");
    assertEquals("sluice: SLUICE_NOTIFY: expected slack:$NAME or slack:URL\n", ended.err());
  }

  @Test
  void anEmptySecretIsSaidAndSkipped() {
    Invocation ended =
        Invocation.in(Map.of("HOOK", ""), "gate", "nowhere", "--notify", "slack:$HOOK");
    assertEquals(
        """
        sluice: --notify: the variable HOOK is empty; nobody is notified by it
        sluice: nowhere: no such folder; expected the folder of a run
        """,
        ended.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack:https://hooks.example/T0SECRET", "slack:$HOOK"})
  void aWebhookInAWrongPlaceIsNotPrinted(String argument) {
    Invocation ended = Invocation.of("gate", "nowhere", argument);
    assertEquals(2, ended.code());
    assertTrue(ended.err().startsWith("sluice: a webhook stands where no argument is expected"));
    assertFalse(ended.err().contains(SECRET));
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_ACTIONS, true, GITHUB",
    "GITHUB_ACTIONS, false, NONE",
    "GITLAB_CI, true, GITLAB",
    "JENKINS_URL, http://ci.example/, NONE",
  })
  void theServerIsKnownByItsEnvironment(String name, String value, CiServer server) {
    assertEquals(server, CiServer.of(Map.of(name, value)));
  }

  @Test
  void theJobHasAPage() {
    assertEquals(
        "https://github.example/o/r/actions/runs/7",
        CiServer.jobUrl(
            Map.of(
                "GITHUB_SERVER_URL", "https://github.example",
                "GITHUB_REPOSITORY", "o/r",
                "GITHUB_RUN_ID", "7")));
    assertEquals(
        "https://gitlab.example/j/1",
        CiServer.jobUrl(Map.of("CI_JOB_URL", "https://gitlab.example/j/1")));
    assertEquals(
        "https://ci.example/1/", CiServer.jobUrl(Map.of("BUILD_URL", "https://ci.example/1/")));
    assertEquals("", CiServer.jobUrl(Map.of("GITHUB_RUN_ID", "7")));
  }
}
