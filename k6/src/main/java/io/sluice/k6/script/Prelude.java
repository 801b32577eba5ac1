package io.sluice.k6.script;

import org.graalvm.polyglot.Value;

/** The functions of {@code prelude.js} that Java calls, one set per user. */
final class Prelude {
  final Value thrower;
  final Value quote;
  final Value run;
  final Value runForValue;
  final Value runSummary;
  final Value settled;
  final Value parse;
  final Value toJson;
  final Value undefined;
  final Value optionsJson;
  final Value functionNames;
  final Value exported;

  Prelude(Value all) {
    thrower = all.getMember("thrower");
    quote = all.getMember("quote");
    run = all.getMember("run");
    runForValue = all.getMember("runForValue");
    runSummary = all.getMember("runSummary");
    settled = all.getMember("settled");
    parse = all.getMember("parse");
    toJson = all.getMember("toJson");
    undefined = all.getMember("nothing");
    optionsJson = all.getMember("optionsJson");
    functionNames = all.getMember("functionNames");
    exported = all.getMember("exported");
  }
}
