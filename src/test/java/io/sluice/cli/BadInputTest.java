package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A mistake ends the command before any load: exit code 2, one sentence on standard error (below
 * which a scenario's line may be shown), nothing on standard output, no folder.
 */
final class BadInputTest {
  private static final Storefront SHOP = Storefront.start(StorefrontOptions.defaults());

  @TempDir private Path folder;

  @AfterAll
  static void closeShop() {
    SHOP.close();
  }

  static Stream<Arguments> scenarios() {
    return Stream.of(
        arguments(
            "unknown key",
            """
            journey:
              - get: http://127.0.0.1/
                hedders: { A: b }
            profiles: { p: { users: 1, duration: 1s } }
            """,
            """
            x.yaml:3:5: unknown key 'hedders' in a request; did you mean 'headers'?
                hedders: { A: b }
                ^
            """),
        arguments(
            "wrong type",
            """
            journey: [ { get: http://127.0.0.1/ } ]
            profiles: { p: { users: many, duration: 1s } }
            """,
            """
            x.yaml:2:25: 'users' must be a number of users, 1 to 1,000,000, was 'many'
            profiles: { p: { users: many, duration: 1s } }
                                    ^
            """),
        arguments(
            "unknown variable",
            """
            journey: [ { get: "http://127.0.0.1/${usr_number}" } ]
            profiles: { p: { users: 1, duration: 1s } }
            """,
            """
            x.yaml:1:39: there is no variable 'usr_number'; did you mean 'user_number'?
            journey: [ { get: "http://127.0.0.1/${usr_number}" } ]
                                                  ^
            """),
        arguments("empty file", "", "x.yaml: the file is empty\n"),
        arguments(
            "no YAML",
            "journey: [ { get: 'http:// ] \n",
            """
            x.yaml:2:1: not valid YAML: found unexpected end of stream
            """),
        arguments("binary", "\u0000\u0001", "x.yaml: the file is not a text\n"),
        arguments(
            "YAML, but no scenario",
            "hello world\n",
            """
            x.yaml:1:1: a scenario must be a map of keys such as name, journey and profiles, was \
            'hello world'
            hello world
            ^
            """),
        arguments(
            "rate 0",
            """
            journey: [ { get: http://127.0.0.1/ } ]
            profiles: { p: { rate: 0/s, duration: 1s } }
            """,
            """
            x.yaml:2:24: 'rate' must be a rate > 0 such as 200/s or 1000/min, was '0/s'
            profiles: { p: { rate: 0/s, duration: 1s } }
                                   ^
            """),
        arguments(
            "duration 0",
            """
            journey: [ { get: http://127.0.0.1/ } ]
            profiles: { p: { users: 1, duration: 0s } }
            """,
            """
            x.yaml:2:38: 'duration' must be a duration > 0 such as 30s, was '0s'
            profiles: { p: { users: 1, duration: 0s } }
                                                 ^
            """),
        arguments(
            "no users",
            """
            journey: [ { get: http://127.0.0.1/ } ]
            profiles: { p: { users: 0, duration: 1s } }
            """,
            """
            x.yaml:2:25: 'users' must be a number of users, 1 to 1,000,000, was '0'
            profiles: { p: { users: 0, duration: 1s } }
                                    ^
            """),
        arguments(
            "fewer than no users",
            """
            journey: [ { get: http://127.0.0.1/ } ]
            profiles: { p: { users: -5, duration: 1s } }
            """,
            """
            x.yaml:2:25: 'users' must be a number of users, 1 to 1,000,000, was '-5'
            profiles: { p: { users: -5, duration: 1s } }
                                    ^
            """),
        arguments(
            "a threshold that no request matches",
            """
            journey: [ { get: http://127.0.0.1/, name: home } ]
            profiles: { p: { users: 1, duration: 1s } }
            slo: [ 'p95{request:hom} < 1s' ]
            """,
            """
            x.yaml:3:8: no request matches 'p95{request:hom} < 1s': request is one of home; did \
            you mean 'home'?
            slo: [ 'p95{request:hom} < 1s' ]
                   ^
            """),
        arguments(
            "a name without a value",
            """
            env: { API_TOKEN: null }
            journey: [ { get: http://127.0.0.1/, bearer: "${API_TOKEN}" } ]
            profiles: { p: { users: 1, duration: 1s } }
            """,
            """
            x.yaml:1:8: 'API_TOKEN' has no value; give --env API_TOKEN=VALUE
            env: { API_TOKEN: null }
                   ^
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void scenarioFile(String name, String text, String sentence) throws IOException {
    Files.writeString(folder.resolve("x.yaml"), text);
    refused(name, sentence, "run", "{dir}/x.yaml", "--out={dir}/run");
  }

  static Stream<Arguments> commandLines() {
    List<Arguments> rows =
        List.of(
            row("sluice: unknown command 'huit'; did you mean 'hit'?", "huit"),
            row("sluice: unknown option '--userz'; did you mean '--users'?", hit("--userz=3")),
            row("sluice: unknown option '-z'", hit("-z")),
            row("sluice: unexpected argument 'more'", hit("more")),
            row("sluice: Missing required parameter: 'URL'", "hit"),
            row("sluice: Missing required parameter: 'SCENARIO'", "run"),
            row("sluice: Invalid value for option '--users': 'x' is not an int", hit("--users=x")),
            row(
                "sluice: --users=N, --rate=RATE are mutually exclusive (specify only one)",
                hit("--users=3", "--rate=3/s")),
            row("sluice: users must be > 0, was 0", hit("--users=0")),
            row("sluice: users must be > 0, was -3", hit("--users=-3")),
            row("sluice: rate must be > 0, was 0.0/s", hit("--rate=0/s")),
            row(
                "sluice: --rate: expected a rate such as 200/s or 1000/min, was ''",
                hit("--rate=")),
            row(
                "sluice: --rate: expected a rate such as 200/s or 1000/min, was '5'",
                hit("--rate=5")),
            row(
                "sluice: duration and timeout must be > 0 and warm-up >= 0, were 0ns, 10s and 0ns",
                "hit",
                "{shop}/health",
                "--duration=0s",
                "--out={dir}/run"),
            row(
                "sluice: --warmup: expected a duration such as 500ms, 30s or 1h30m, was 'soon'",
                hit("--warmup=soon")),
            row(
                "sluice: expected a header such as 'Accept: text/html', was 'Accept'",
                hit("--header=Accept")),
            row(
                "sluice: the header 'Host' follows from the request",
                hit("--header=Host: elsewhere")),
            row("sluice: --body: cannot read nothing.json", hit("--body=@{dir}/nothing.json")),
            row(
                "sluice: --slo: expected an objective such as 'p95 < 2s', 'error_rate < 5%' or"
                    + " 'throughput >= 1000/min', was 'p95 <'",
                hit("--slo=p95 <")),
            row(
                "sluice: --slo: no request matches 'p95{request:hti} < 1s': request is one of hit;"
                    + " did you mean 'hit'?",
                hit("--slo=p95{request:hti} < 1s")),
            row("sluice: --warn: expected < or <= in 'p95 > 1s', was >", hit("--warn=p95 > 1s")),
            row(
                "sluice: --warn: no check is named 'x' in 'checks(x) > 1%'",
                hit("--warn=checks(x) > 1%")),
            row(
                "sluice: --slo: 'p95{worst:1h} < 1s' can never be judged: the longest stretch that"
                    + " it looks at has 1s, not 1h",
                hit("--slo=p95{worst:1h} < 1s")),
            row("sluice: 'p95 <= baseline' needs --baseline", hit("--slo=p95 <= baseline")),
            row(
                "sluice: 'p95 <= baseline + 5%' needs --baseline",
                hit("--warn=p95 <= baseline + 5%")),
            row(
                "sluice: --abort: expected when-certain or never, was 'when-certan'; did you mean"
                    + " 'when-certain'?",
                hit("--abort=when-certan")),
            row(
                "sluice: --abort-grace needs --abort when-certain",
                hit("--abort=never", "--abort-grace=5s")),
            row("sluice: --abort-grace needs --abort when-certain", hit("--abort-grace=5s")),
            row(
                "sluice: --abort-grace: expected a duration such as 500ms, 30s or 1h30m, was"
                    + " 'soon'",
                hit("--abort=when-certain", "--abort-grace=soon")),
            row(
                "sluice: --confidence: expected a share of 0% to 100% such as 5% or 0.05, was"
                    + " '120%'",
                hit("--confidence=120%")),
            row(
                "sluice: --confidence: confidence must be at least 50% and below 100%, was 0.2",
                hit("--confidence=20%")),
            row(
                "sluice: Invalid value for option '--statistics': expected one of [INTERVAL, POINT]"
                    + " (case-insensitive) but was 'guess'",
                hit("--statistics=guess")),
            row(
                "sluice: --http: expected one of auto, 1.1, 2, was 'atuo'; did you mean 'auto'?",
                hit("--http=atuo")),
            row(
                "sluice: --connections: expected per-user or shared:MAX[:STREAMS] such as shared:32"
                    + " or shared:8:100, was 'shard:3'; did you mean 'shared'?",
                hit("--connections=shard:3")),
            row(
                "sluice: --connections: expected per-user or shared:MAX[:STREAMS] such as shared:32"
                    + " or shared:8:100, was 'shared'",
                hit("--connections=shared")),
            row(
                "sluice: --connections: connections must be 1 to 1000000, was 0",
                hit("--connections=shared:0")),
            row(
                "sluice: --connections: streams must be 1 to 1000000, was 0",
                hit("--connections=shared:1:0")),
            row(
                "sluice: --connect-timeout: expected a duration such as 500ms, 30s or 1h30m, was"
                    + " 'soon'",
                hit("--connect-timeout=soon")),
            row(
                "sluice: --connect-timeout: connect timeout must be > 0, was PT0S",
                hit("--connect-timeout=0s")),
            row(
                "sluice: --max-body: expected a size such as 512B, 64KB or 16MB, was '64'",
                hit("--max-body=64")),
            row("sluice: --ca: there is no file 'none.pem'", hit("--ca={dir}/none.pem")),
            row("sluice: --ca: 'folder' is not a file", hit("--ca={dir}/folder")),
            row(
                "sluice: --cert: 'storefront.yaml' holds no certificate; expected PEM, or PKCS#12"
                    + " in a file that ends in .p12 or .pfx",
                hit("--cert={dir}/storefront.yaml")),
            row(
                "sluice: --key: a key or a password needs a certificate, and none is given",
                hit("--key={dir}/storefront.yaml")),
            row(
                "sluice: --cert-password-env: the environment has no variable 'NONE'",
                hit("--cert-password-env=NONE")),
            row(
                "sluice: --tls-engine: expected one of auto, boringssl, jdk, was 'boringsll'; did"
                    + " you mean 'boringssl'?",
                hit("--tls-engine=boringsll")),
            row(
                "sluice: --resolve: expected HOST:PORT:ADDRESS such as"
                    + " shop.example.com:443:10.0.0.7, was 'h'",
                hit("--resolve=h")),
            row(
                "sluice: --resolve: expected an address such as 10.0.0.7 or ::1, was 'elsewhere'",
                hit("--resolve=h:80:10.0.0.7", "--resolve=h:80:elsewhere")),
            row(
                "sluice: --source-address: a range must hold at most 1024 addresses, was"
                    + " '10.0.0.0/8'",
                hit("--source-address=127.0.0.2,10.0.0.0/8")),
            row(
                "sluice: --transport: expected one of %s, was 'epol'; did you mean 'epoll'?"
                    .formatted(String.join(", ", new Candidates.Transport())),
                hit("--transport=epol")),
            row(
                "sluice: unknown option '--soure-address'; did you mean '--source-address'?",
                hit("--soure-address=127.0.0.2")),
            row(
                "storefront.yaml: --ca: there is no file 'none.pem'",
                run(
                    "{dir}/storefront.yaml",
                    "--ca={dir}/none.pem",
                    "--env=BASE_URL=http://127.0.0.1")),
            row("sluice: --loops: loops must be 1 to 1024, was 5000", hit("--loops=5000")),
            row(
                "sluice: --out : the folder is not empty; expected a new or an empty one",
                "hit",
                "{shop}/health",
                "--out={dir}"),
            row(
                "sluice: --out storefront.yaml: expected a new or an empty folder, was a file",
                "hit",
                "{shop}/health",
                "--out={dir}/storefront.yaml"),
            row(
                "sluice: expected an absolute URL such as https://example.com/path, was"
                    + " 'ftp://example.com/'",
                "hit",
                "ftp://example.com/",
                "--out={dir}/run"),
            row(
                "sluice: http://unknown.invalid: the host name 'unknown.invalid' has no address; no"
                    + " load was made",
                "hit",
                "http://unknown.invalid/",
                "--out={dir}/run"),
            row(
                "sluice: http://127.0.0.1:1 refuses connections; no load was made",
                "hit",
                "http://127.0.0.1:1/",
                "--out={dir}/run"),
            row("nothing.yaml: there is no such file", run("{dir}/nothing.yaml")),
            row("folder: a scenario must be a file, this is a directory", run("{dir}/folder")),
            row(
                "storefront.yaml: there is no profile 'quikc', only quick, crowd, long, demo,"
                    + " smoke, load, stress, spike, soak; did you mean 'quick'?",
                run("{dir}/storefront.yaml", "--profile=quikc")),
            row(
                "storefront.yaml: --env BASE_ULR: the scenario's env has no such name; did you mean"
                    + " 'BASE_URL'?",
                run("{dir}/storefront.yaml", "--env=BASE_ULR=http://127.0.0.1")),
            row(
                "sluice: --env: expected KEY=VALUE such as BASE_URL=https://example.com, was"
                    + " 'BASE_URL'",
                run("{dir}/storefront.yaml", "--env=BASE_URL")),
            row(
                "sluice: --slo: no request matches 'p95{endpoint:crat} < 1s': endpoint is one of"
                    + " auth, homepage, products, cart, checkout, orders, user; did you mean"
                    + " 'cart'?",
                run("{dir}/storefront.yaml", "--slo=p95{endpoint:crat} < 1s")),
            row(
                "sluice: http://unknown.invalid: the host name 'unknown.invalid' has no address; no"
                    + " load was made",
                run("{dir}/storefront.yaml", "--env=BASE_URL=http://unknown.invalid")),
            row(
                "sluice: --a needs --b: expected both, such as --a BASE_URL=http://blue --b"
                    + " BASE_URL=http://green",
                run("{dir}/storefront.yaml", "--a", "BASE_URL={shop}")),
            row(
                "sluice: --share needs --a: expected both, such as --a BASE_URL=http://blue --b"
                    + " BASE_URL=http://green",
                run("{dir}/storefront.yaml", "--share", "20%")),
            row(
                "sluice: --b: expected KEY=VALUE such as BASE_URL=https://example.com, was"
                    + " 'http://green'",
                run("{dir}/storefront.yaml", "--a", "BASE_URL={shop}", "--b", "http://green")),
            row(
                "sluice: --share: expected 1% to 99%, was '100%'",
                run(
                    "{dir}/storefront.yaml",
                    "--a=BASE_URL={shop}",
                    "--b=BASE_URL={shop}",
                    "--share=100%")),
            row(
                "storefront.yaml: --b BASE_ULR: the scenario's env has no such name; did you mean"
                    + " 'BASE_URL'?",
                run("{dir}/storefront.yaml", "--a=BASE_URL={shop}", "--b=BASE_ULR={shop}")),
            row(
                "sluice: nothing: no such folder; expected the folder of a run",
                "gate",
                "{dir}/nothing"),
            row(
                "sluice: folder: not the folder of a run; expected plan.json and run.log in it",
                "gate",
                "{dir}/folder"),
            row(
                "sluice: folder: not the folder of a run; expected plan.json and run.log in it",
                "report",
                "{dir}/folder"),
            row("sluice: Missing required parameters: 'RUN_A', 'RUN_B'", "compare"),
            row(
                "sluice: nothing: no such folder; expected the folder of a run",
                "compare",
                "{dir}/nothing",
                "{dir}/folder"),
            row(
                "sluice: --quantiles: expected percentiles such as p50,p95,p99.9, or mean, was 'q5'",
                "compare",
                "{dir}/folder",
                "{dir}/folder",
                "--quantiles=p50,q5"),
            row(
                "sluice: --relevant: expected a share of 0% to 100% such as 5% or 0.05, was '-5%'",
                "compare", "{dir}/folder", "{dir}/folder", "--relevant=-5%"),
            row(
                "sluice: --relevant-time: expected a duration such as 500ms, 30s or 1h30m, was '1'",
                "compare",
                "{dir}/folder",
                "{dir}/folder",
                "--relevant-time=1"),
            row(
                "sluice: --confidence: confidence must be at least 50% and below 100%, was 1.0",
                "compare", "{dir}/folder", "{dir}/folder", "--confidence=100%"),
            row(
                "sluice: --json folder: expected a file, this is a folder",
                "compare",
                "{dir}/folder",
                "{dir}/folder",
                "--json={dir}/folder"),
            row("sluice: Missing required option: '--out=FILE'", "baseline", "{dir}/folder"),
            row(
                "sluice: folder: not the folder of a run; expected plan.json and run.log in it",
                "baseline",
                "{dir}/folder",
                "--out={dir}/baseline.json"),
            row(
                "sluice: port must be between 0 and 65535, was 70000",
                "storefront",
                "--port=70000"));
    return rows.stream();
  }

  private static String[] hit(String... more) {
    return Argv.of(more, "hit", "{shop}/health", "--duration=1s", "--out={dir}/run");
  }

  private static String[] run(String file, String... more) {
    return Argv.of(more, "run", file, "--out={dir}/run");
  }

  private static Arguments row(String sentence, String... commandLine) {
    return arguments(sentence, commandLine);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commandLines")
  void commandLine(String sentence, String[] commandLine) throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    ShippedScenario.copyTo(folder, "storefront");
    refused(sentence, sentence + "\n", commandLine);
  }

  private void refused(String name, String sentence, String... commandLine) {
    List<Path> before = files();
    Invocation ended =
        Invocation.of(
            Arrays.stream(commandLine)
                .map(part -> part.replace("{dir}", folder.toString()))
                .map(part -> part.replace("{shop}", SHOP.baseUri().toString()))
                .toArray(String[]::new));
    assertAll(
        name,
        () ->
            assertEquals(
                sentence,
                ended
                    .err()
                    .replace(folder + "/", "")
                    .replace(folder.toString(), "")
                    .replaceFirst("Try 'sluice[ a-z]* --help'\\.\n$", "")),
        () -> assertEquals(2, ended.code()),
        () -> assertEquals("", ended.out()),
        () -> assertEquals(before, files()),
        () -> assertEquals(0, SHOP.truth().snapshot().total(), "the shop was asked something"));
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aMistakenUseNamesTheHelp() {
    Invocation ended = Invocation.of("gate");
    assertEquals(
        "sluice: Missing required parameter: 'RUN'\nTry 'sluice gate --help'.\n", ended.err());
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    Invocation ended = Invocation.of("storefront", "--port=" + SHOP.port());
    assertEquals(
        "sluice: cannot listen on 127.0.0.1:%d: Address already in use\n".formatted(SHOP.port()),
        ended.err());
    assertEquals(2, ended.code());
  }

  @Test
  void aDamagedPlanIsNamed() throws IOException {
    Files.writeString(folder.resolve("plan.json"), "{}");
    Files.writeString(folder.resolve("run.log"), "");
    Invocation ended = Invocation.of("gate", folder.toString());
    assertEquals(2, ended.code(), ended.err());
    assertEquals(1, ended.err().lines().count(), ended.err());
    assertEquals("", ended.out());
  }
}
