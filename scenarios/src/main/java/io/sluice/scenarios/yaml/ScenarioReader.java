package io.sluice.scenarios.yaml;

import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.StatusSet;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.source.SourceText;
import io.sluice.scenarios.text.WordsParser;
import io.sluice.scenarios.tree.Defaults;
import io.sluice.scenarios.tree.NetworkBlock;
import io.sluice.scenarios.tree.Profile;
import io.sluice.scenarios.tree.Scenario;
import io.sluice.scenarios.tree.Scenario.EnvEntry;
import io.sluice.scenarios.tree.Scenario.Label;
import io.sluice.scenarios.tree.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a scenario from YAML: text in, tree out. */
public final class ScenarioReader {
  private final YamlSource source;
  private final Problems problems;

  private ScenarioReader(YamlSource source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /**
   * Reads a scenario.
   *
   * @param name its name if the text gives none
   * @throws io.sluice.scenarios.source.ScenarioException with everything that is wrong with the
   *     text
   */
  public static Scenario read(SourceText text, String name, Problems problems) {
    Node root = new YamlComposer(text, problems).compose();
    YamlSource source = new YamlSource(text, problems);
    Scenario scenario = new ScenarioReader(source, problems).scenario(root, name);
    problems.throwIfAny();
    return scenario;
  }

  private Scenario scenario(Node root, String name) {
    Mapping top = Mapping.of(root, Language.SCENARIO, source);
    Defaults defaults = defaults(top.find("defaults"));
    Node network = top.find("network");
    StepReader steps = new StepReader(source, defaults);
    return new Scenario(
        top.text("name", name),
        top.text("description", ""),
        env(top),
        new DataReader(source).tables(top.entries("data")),
        defaults,
        network == null ? NetworkBlock.none(top.at()) : new NetworkReader(source).block(network),
        steps.steps(top.elements("setup")),
        steps.steps(top.elements("journey")),
        profiles(top),
        new Label(top.text("default_profile", ""), top.at("default_profile")),
        new VerdictReader(source).goals(top.elements("slo")));
  }

  private List<EnvEntry> env(Mapping top) {
    List<EnvEntry> env = new ArrayList<>();
    for (YamlSource.Entry entry : top.entries("env")) {
      Words missing = Words.missing(entry.at());
      boolean required = YamlSource.isNothing(entry.value());
      Words value =
          required ? missing : Mapping.parsed(source, entry.value(), WordsParser::parse, missing);
      env.add(new EnvEntry(entry.key(), value, required, entry.at()));
    }
    return env;
  }

  private Defaults defaults(@Nullable Node node) {
    if (node == null) {
      return Defaults.STANDARD;
    }
    Mapping map = Mapping.of(node, Language.DEFAULTS, source);
    return new Defaults(
        map.duration("timeout", Defaults.STANDARD.timeout()),
        new RequestReader(source, Defaults.STANDARD).headers(map),
        map.parsed("accept", s -> StatusSet.parse(s.text()), Defaults.STANDARD.accepted()),
        RequestReader.redirects(map, Defaults.STANDARD.redirects()));
  }

  private List<Profile> profiles(Mapping top) {
    ProfileReader reader =
        new ProfileReader(source, new VerdictReader(source).abort(top, AbortRule.NEVER));
    List<YamlSource.Entry> entries = top.entries("profiles");
    if (top.has("profiles") && entries.isEmpty()) {
      problems.add(top.at("profiles"), "'profiles' must not be empty");
    }
    return entries.stream().map(reader::profile).filter(Objects::nonNull).toList();
  }
}
