package io.sluice.k6.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  static Options script(@Nullable String json) throws K6Exception {
    return Options.of(OptionSources.ofScript(json), "default"::equals);
  }

  private static String problem(String json) {
    K6Exception e = assertThrows(K6Exception.class, () -> script(json));
    assertEquals(ExitCode.INVALID_CONFIG, e.code());
    return String.valueOf(e.getMessage());
  }

  private static Options with(
      @Nullable String config,
      @Nullable String script,
      Map<String, String> env,
      Map<String, List<String>> flags)
      throws K6Exception {
    return Options.of(new OptionSources(config, "config.json", script, env, flags), n -> true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|1 iterations for each of 1 VUs (maxDuration: 10m0s, gracefulStop: 30s)",
        "{\"vus\":5}|5 iterations shared among 5 VUs (maxDuration: 10m0s, gracefulStop: 30s)",
        "{\"duration\":\"1m\",\"vus\":10}|10 looping VUs for 1m0s (gracefulStop: 30s)",
        "{\"duration\":90000}|1 looping VUs for 1m30s (gracefulStop: 30s)",
        "{\"stages\":[],\"vus\":3}|1 iterations for each of 1 VUs (maxDuration: 10m0s,"
            + " gracefulStop: 30s)",
        "{\"scenarios\":{}}|1 iterations for each of 1 VUs (maxDuration: 10m0s, gracefulStop:"
            + " 30s)",
        "{\"iterations\":20,\"vus\":4,\"duration\":\"5s\"}|20 iterations shared among 4 VUs"
            + " (maxDuration: 5s, gracefulStop: 30s)",
        "{\"stages\":[{\"duration\":\"10s\",\"target\":5},{\"duration\":\"5m\",\"target\":20}]}|"
            + "Up to 20 looping VUs for 5m10s over 2 stages (gracefulRampDown: 30s,"
            + " gracefulStop: 30s)",
      })
  void makesScenariosOfShortcuts(String json, String description) throws K6Exception {
    Options options = script(json);

    assertEquals(1, options.scenarios().size());
    assertEquals("default", options.scenarios().getFirst().common().name());
    assertEquals(description, options.scenarios().getFirst().describe());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"iterations\":1,\"stages\":[{\"duration\":\"1s\",\"target\":1}]}|iterations|stages",
        "{\"duration\":\"1s\",\"stages\":[{\"duration\":\"1s\",\"target\":1}]}|duration|stages",
        "{\"iterations\":1,\"scenarios\":{}}|iterations|scenarios",
        "{\"duration\":\"1s\",\"scenarios\":{}}|duration|scenarios",
        "{\"stages\":[{\"duration\":\"1s\",\"target\":1}],\"scenarios\":{}}|stages|scenarios",
      })
  void refusesTwoWaysAtOnce(String json, String one, String other) {
    assertEquals(
        "using `" + one + "` and `" + other + "` options simultaneously is not allowed",
        problem(json));
  }

  @Test
  void warnsOfNoLoadAtAll() throws K6Exception {
    assertEquals(
        List.of(
            "`stages` was explicitly set to an empty value, running the script with 1 iteration in"
                + " 1 VU"),
        script("{\"stages\":[]}").warnings());
  }

  @Test
  void laterSourcesReplaceTheLoadOfEarlierOnes() throws K6Exception {
    String stages = "{\"stages\":[{\"duration\":\"1m\",\"target\":9}],\"vus\":3}";
    Options flags = with(null, stages, Map.of(), Map.of("duration", List.of("5s")));
    assertEquals(
        "3 looping VUs for 5s (gracefulStop: 30s)", flags.scenarios().getFirst().describe());

    Options env = with("{\"iterations\":7}", "{}", Map.of("K6_DURATION", "2s"), Map.of());
    assertEquals("1 looping VUs for 2s (gracefulStop: 30s)", env.scenarios().getFirst().describe());

    Options staged =
        with(
            null,
            "{\"iterations\":7}",
            Map.of("K6_DURATION", "9s"),
            Map.of("stage", List.of("10s:5,5m:20", "1s:0")));
    assertEquals(
        "Up to 20 looping VUs for 5m11s over 3 stages (gracefulRampDown: 30s, gracefulStop: 30s)",
        staged.scenarios().getFirst().describe());
  }

  @Test
  void warnsWhenScenariosAreReplaced() throws K6Exception {
    String scenarios = "{\"scenarios\":{\"a\":{\"executor\":\"per-vu-iterations\"}}}";
    assertEquals(
        List.of("\"cli\" level configuration overrode scenarios configuration entirely"),
        with(null, scenarios, Map.of(), Map.of("duration", List.of("5s"))).warnings());
    Options vus = with(null, scenarios, Map.of(), Map.of("vus", List.of("2")));
    assertEquals(List.of("`vus=2` overrides scenarios configuration"), vus.warnings());
    assertEquals(
        "2 iterations shared among 2 VUs (maxDuration: 10m0s, gracefulStop: 30s)",
        vus.scenarios().getFirst().describe());
  }

  @Test
  void laysEachOptionOverTheLowerOne() throws K6Exception {
    Options options =
        with(
            "{\"userAgent\":\"file\",\"batch\":1,\"rps\":1,\"throw\":true,"
                + "\"dns\":{\"ttl\":\"inf\",\"select\":\"first\"},\"tags\":{\"a\":\"file\"}}",
            "{\"userAgent\":\"script\",\"batch\":2,\"rps\":2,\"dns\":{\"policy\":\"any\"},"
                + "\"tags\":{}}",
            Map.of("K6_USER_AGENT", "env", "K6_BATCH", "3", "K6_THROW", "false"),
            Map.of("user-agent", List.of("cli"), "dns", List.of("select=roundRobin")));

    assertEquals("cli", options.http().userAgent());
    assertEquals(3, options.http().batch());
    assertEquals(2, options.http().rps());
    assertEquals(false, options.http().throwErrors());
    assertEquals(new DnsOptions(Long.MAX_VALUE, "roundRobin", "any"), options.network().dns());
    assertEquals(Map.of("a", "file"), options.tags());
  }

  @Test
  void hasK6sDefaults() throws K6Exception {
    Options options = script(null);

    assertEquals(
        new HttpOptions(10, "Grafana k6/2.2.0", 20, 6, "", false, false, false, false, false, 0),
        options.http());
    assertEquals(
        new LifecycleOptions(
            false, false, false, 60_000_000_000L, 60_000_000_000L, 120_000_000_000L, 0),
        options.lifecycle());
    assertEquals(new DnsOptions(300_000_000_000L, "random", "preferIPv4"), options.network().dns());
    assertEquals(SummaryOptions.DEFAULT_TREND_STATS, options.summary().trendStats());
    assertEquals(SystemTag.DEFAULT, options.systemTags());
    assertEquals(14, SystemTag.DEFAULT.size());
  }

  @Test
  void readsTheRest() throws K6Exception {
    Options options =
        script(
            "{\"thresholds\":{\"a{b:c}\":[\"p(95)<2\",{\"threshold\":\"avg<1\",\"abortOnFail\":"
                + "true,\"delayAbortEval\":\"10s\"}]},\"systemTags\":[\"url\",\"vu\",\"nonsense\"],"
                + "\"hosts\":{\"*.a.b\":\"1.2.3.4:80\"},\"blacklistIPs\":[\"10.0.0.0/8\"],"
                + "\"blockHostnames\":[\"*.com\"],\"tlsVersion\":\"tls1.2\",\"noSetup\":true,"
                + "\"minIterationDuration\":\"2s\",\"setupTimeout\":null,"
                + "\"summaryTrendStats\":[\"p(99.9)\",\"count\"],\"summaryTimeUnit\":\"us\"}");

    assertEquals(
        Map.of(
            "a{b:c}",
            List.of(
                new ThresholdOption("p(95)<2", false, 0),
                new ThresholdOption("avg<1", true, 10_000_000_000L))),
        options.thresholds());
    assertEquals(Set.of(SystemTag.URL, SystemTag.VU), options.systemTags());
    assertEquals(Map.of("*.a.b", "1.2.3.4:80"), options.network().hosts());
    assertEquals("10.0.0.0/8", options.network().blacklistIps().getFirst().toString());
    assertEquals("tls1.2", options.tls().maxVersion());
    assertEquals(2_000_000_000L, options.lifecycle().minIterationNanos());
    assertTrue(options.lifecycle().noSetup());
    assertEquals(new SummaryOptions(List.of("p(99.9)", "count"), "us"), options.summary());
  }

  @Test
  void readsFlagsThatAreSpecial() throws K6Exception {
    Options options =
        with(
            null,
            null,
            Map.of(),
            Map.of("out", List.of("json=a,b.json", "csv"), "http-debug", List.of("true")));

    assertEquals(List.of("json=a,b.json", "csv"), options.outputs());
    assertEquals("headers", options.http().httpDebug());
    assertEquals(
        List.of("json=a", "csv"),
        with(null, null, Map.of("K6_OUT", "json=a,csv"), Map.of()).outputs());
  }

  @Test
  void namesItsFlags() {
    List<OptionFlag> flags = OptionFlag.all();

    assertTrue(flags.contains(new OptionFlag("vus", "u", "vus", OptionFlag.Value.ONE)));
    assertTrue(flags.contains(new OptionFlag("stage", "s", "stages", OptionFlag.Value.MANY)));
    assertTrue(flags.contains(new OptionFlag("throw", "w", "throw", OptionFlag.Value.SWITCH)));
    assertTrue(flags.contains(new OptionFlag("tag", null, "tags", OptionFlag.Value.MANY)));
    assertEquals(
        flags.size(), flags.stream().map(OptionFlag::name).distinct().count(), "names are unique");
  }

  @Test
  void warnsOfUnknownOptions() throws K6Exception {
    assertEquals(
        List.of(
            "There were unknown fields in the options exported in the script: json: unknown field"
                + " \"threshold\"; did you mean 'thresholds'?"),
        script("{\"threshold\":{}}").warnings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"vus\":\"ten\"}|options of the script: vus: expected a whole number, was 'ten'",
        "{\"vus\":1.5}|options of the script: vus: expected a whole number, was 1.5",
        "{\"throw\":1}|options of the script: throw: expected true or false, was 1",
        "{\"duration\":\"5x\"}|options of the script: duration: expected a duration such as"
            + " '30s', '1m30s', '500ms' or a number of milliseconds, was '5x'",
        "{\"duration\":0}|`duration` option should be more than 0",
        "{\"summaryTrendStats\":[\"p(101)\"]}|options of the script: summaryTrendStats[0]:"
            + " invalid percentile trend stat value 'p(101)', provide a number between 0 and 100",
        "{\"summaryTimeUnit\":\"h\"}|options of the script: summaryTimeUnit: invalid summary time"
            + " unit 'h', use 's', 'ms' or 'us'",
        "{\"dns\":{\"select\":\"last\"}}|options of the script: dns.select: expected one of first,"
            + " random, roundRobin, was 'last'",
        "{\"hosts\":{\"a\":\"b\"}}|options of the script: hosts.a: expected an IP address, with a"
            + " port if need be, was 'b'",
        "{\"stages\":{}}|options of the script: stages: expected an array of stages, was {}",
        "{\"executionSegment\":\"10%\"}|options of the script: executionSegment: running a segment"
            + " of the load is not supported; remove it to run the whole load",
        "{\"thresholds\":{\"a\":\"p(95)<1\"}}|options of the script: thresholds.a: expected an"
            + " array of thresholds, was 'p(95)<1'",
        "[]|options of the script: expected an object of options, was []",
      })
  void saysWhatIsWrong(String json, String sentence) {
    assertEquals(sentence, problem(json));
  }

  @Test
  void namesFilesVariablesAndFlags() {
    assertEquals(
        "config.json:2:7: expected JSON, was something else: Unexpected character ('x'"
            + " (code 120)): was expecting comma to separate Object entries",
        assertThrows(K6Exception.class, () -> with("{\"vus\"\n: 1   x", "{}", Map.of(), Map.of()))
            .getMessage());
    assertEquals(
        "K6_VUS: expected a whole number, was 'x'",
        assertThrows(K6Exception.class, () -> with(null, null, Map.of("K6_VUS", "x"), Map.of()))
            .getMessage());
    assertEquals(
        "--stage: expected a stage such as '10s:5', was '10s'",
        assertThrows(
                K6Exception.class,
                () -> with(null, null, Map.of(), Map.of("stage", List.of("10s"))))
            .getMessage());
    assertEquals(
        "--tag: expected name=value, was 'a='",
        assertThrows(
                K6Exception.class, () -> with(null, null, Map.of(), Map.of("tag", List.of("a="))))
            .getMessage());
  }

  @Test
  void givesAddressesRoundAndRound() {
    IpPool pool = IpPool.parse("192.168.0.1,10.0.0.254-10.0.1.1,fd:1::0/127");

    assertEquals("192.168.0.1", pool.at(0).getHostAddress());
    assertEquals("10.0.0.254", pool.at(1).getHostAddress());
    assertEquals("10.0.1.1", pool.at(4).getHostAddress());
    assertEquals("fd:1:0:0:0:0:0:1", pool.at(6).getHostAddress());
    assertEquals("192.168.0.1", pool.at(7).getHostAddress());
    assertThrows(IllegalArgumentException.class, () -> IpPool.parse("10.0.0.2-10.0.0.1"));
  }

  @Test
  void knowsBlocksAndPatterns() {
    IpNet net = IpNet.parse("10.128.0.0/9");
    assertTrue(net.contains(InetAddress.ofLiteral("10.255.0.1")));
    assertEquals(false, net.contains(InetAddress.ofLiteral("10.127.0.1")));
    assertThrows(IllegalArgumentException.class, () -> IpNet.parse("10.0.0.0/33"));
    assertTrue(HostPattern.matches("*.Example.com", "a.example.COM"));
    assertEquals(false, HostPattern.matches("*.example.com", "example.com"));
  }
}
