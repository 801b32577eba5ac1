package io.sluice.scenarios.compile;

import io.sluice.model.plan.Network.HostAddress;
import io.sluice.model.plan.Network.Identity;
import io.sluice.scenarios.network.Addresses;
import io.sluice.scenarios.network.CertificateFiles;
import io.sluice.scenarios.network.NetworkSettings;
import io.sluice.scenarios.network.Reach;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.tree.NetworkBlock;
import io.sluice.scenarios.tree.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Puts together how targets are reached: what the scenario sets, and over it what is given beside
 * it. Only files that are left in the end are looked at.
 */
final class NetworkCompiler {
  private final Environment environment;
  private final NetworkSettings given;
  private final Problems problems;

  NetworkCompiler(Environment environment, NetworkSettings given, Problems problems) {
    this.environment = environment;
    this.given = given;
    this.problems = problems;
  }

  Reach compile(NetworkBlock block) {
    int before = problems.count();
    Reach scenario = settings(block).over(Reach.DEFAULT);
    Reach reach = given.over(scenario);
    if (problems.count() == before) {
      requireFiles(reach, scenario, block);
    }
    return reach;
  }

  private NetworkSettings settings(NetworkBlock block) {
    NetworkSettings settings = block.known();
    String authorities = file(block.authorities());
    if (!authorities.isEmpty()) {
      settings = settings.authorities(authorities);
    }
    settings =
        settings
            .certificate(file(block.certificate()))
            .key(file(block.key()))
            .password(environment.text(block.password()));
    List<HostAddress> resolve = all(block.resolve(), Addresses::resolve);
    List<String> sources = all(block.sourceAddresses(), Addresses::sources);
    return settings.resolve(resolve).sourceAddresses(sources);
  }

  /** The name of a file, seen from the working directory; empty for none. */
  private String file(Words words) {
    String name = environment.text(words);
    if (name.isEmpty()) {
      return "";
    }
    try {
      return Path.of(words.at().file()).resolveSibling(name).toString();
    } catch (InvalidPathException e) {
      problems.add(words.at(), "'" + name + "' is not the name of a file");
      return "";
    }
  }

  private <T> List<T> all(List<Words> texts, Function<String, List<T>> parser) {
    List<T> all = new ArrayList<>();
    for (Words words : texts) {
      int before = problems.count();
      String text = environment.text(words);
      if (problems.count() == before) {
        refusing(words, true, "", () -> all.addAll(parser.apply(text)));
      }
    }
    return all;
  }

  private void requireFiles(Reach reach, Reach scenario, NetworkBlock block) {
    String authorities = reach.network().tls().authorities();
    if (!authorities.isEmpty()) {
      refusing(
          block.authorities(),
          authorities.equals(scenario.network().tls().authorities()),
          "--ca",
          () -> CertificateFiles.requireAuthorities(authorities));
    }
    Identity client = reach.network().tls().identity();
    Identity own = scenario.network().tls().identity();
    if (!client.certificates().isEmpty()) {
      refusing(
          block.certificate(),
          client.certificates().equals(own.certificates()),
          "--cert",
          () -> CertificateFiles.requireCertificate(client));
    }
    boolean hasKey = !client.key().isEmpty();
    refusing(
        hasKey ? block.key() : block.password(),
        hasKey ? client.key().equals(own.key()) : client.password().equals(own.password()),
        hasKey ? "--key" : "--cert-password-env",
        () -> CertificateFiles.requireKey(client));
  }

  /** Notes a mistake where the scenario made it, or by the flag that did. */
  private void refusing(Words words, boolean ofScenario, String flag, Runnable check) {
    try {
      check.run();
    } catch (IllegalArgumentException e) {
      String sentence = String.valueOf(e.getMessage());
      if (ofScenario) {
        problems.add(words.at(), sentence);
      } else {
        problems.addToFile(flag + ": " + sentence);
      }
    }
  }
}
