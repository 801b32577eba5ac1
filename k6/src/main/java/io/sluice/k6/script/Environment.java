package io.sluice.k6.script;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * What a script sees as {@code __ENV}: the run's variables, its scenario's, and what it wrote
 * itself.
 */
final class Environment implements ProxyObject {
  private final Map<String, String> ofRun;
  private final Map<String, Object> written = new HashMap<>(4);
  private Map<String, String> ofScenario = Map.of();

  Environment(Map<String, String> ofRun) {
    this.ofRun = ofRun;
  }

  void scenario(Map<String, String> env) {
    ofScenario = env;
  }

  @Override
  public Object getMember(String key) {
    Object own = written.get(key);
    if (own != null) {
      return own;
    }
    String value = ofScenario.get(key);
    return value != null ? value : ofRun.getOrDefault(key, "");
  }

  @Override
  public boolean hasMember(String key) {
    return written.containsKey(key) || ofScenario.containsKey(key) || ofRun.containsKey(key);
  }

  @Override
  public Object getMemberKeys() {
    Set<String> keys = new LinkedHashSet<>(ofRun.keySet());
    keys.addAll(ofScenario.keySet());
    keys.addAll(written.keySet());
    return ProxyArray.fromArray(keys.toArray());
  }

  @Override
  public void putMember(String key, Value value) {
    written.put(key, value.isString() ? value.asString() : String.valueOf(value));
  }
}
