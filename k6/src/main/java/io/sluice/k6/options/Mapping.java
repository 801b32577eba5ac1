package io.sluice.k6.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.K6Exception;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects whose fields are the user's own names. */
enum Mapping implements ValueKind {
  /** Tags and environment variables; numbers and booleans become texts. */
  TEXTS {
    @Override
    JsonNode field(String name, JsonNode value, Place place) throws K6Exception {
      if (!value.isValueNode() || value.isNull()) {
        throw place.expected("a string", Json.shown(value));
      }
      return Json.NODES.textNode(value.asText());
    }

    // flags give name=value, the environment name:value,name:value
    @Override
    public JsonNode text(List<String> texts, Place place) throws K6Exception {
      ObjectNode tags = Json.object();
      boolean flag = place.source().startsWith("--");
      for (String text : texts) {
        for (String tag : flag ? new String[] {text} : text.split(",", -1)) {
          int at = tag.indexOf(flag ? '=' : ':');
          if (at <= 0 || at == tag.length() - 1) {
            throw place.expected(flag ? "name=value" : "name:value", "'" + tag + "'");
          }
          tags.put(tag.substring(0, at), tag.substring(at + 1));
        }
      }
      return tags;
    }
  },
  /** Addresses by host name: {@code "1.2.3.4"}, {@code "1.2.3.4:8080"}, {@code "[::1]:8080"}. */
  HOSTS {
    private static final Pattern WITH_PORT =
        Pattern.compile("(?:\\[([^]]+)]|([^:\\[\\]]+)):(\\d{1,5})");

    @Override
    JsonNode field(String name, JsonNode value, Place place) throws K6Exception {
      String text = Scalar.TEXT.json(value, place).asText();
      Matcher port = WITH_PORT.matcher(text);
      String address = text;
      if (port.matches()) {
        address = port.group(1) == null ? port.group(2) : port.group(1);
      }
      try {
        InetAddress.ofLiteral(address);
      } catch (IllegalArgumentException e) {
        throw place.expected("an IP address, with a port if need be", "'" + text + "'");
      }
      if (!HostPattern.isValid(name)) {
        throw place.mistake("'" + name + "' is no host name; '*' may stand at its start only");
      }
      return value;
    }
  };

  abstract JsonNode field(String name, JsonNode value, Place place) throws K6Exception;

  @Override
  public JsonNode json(JsonNode value, Place place) throws K6Exception {
    if (!value.isObject()) {
      throw place.expected("an object", Json.shown(value));
    }
    ObjectNode result = Json.object();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      String name = entry.getKey();
      result.set(name, field(name, entry.getValue(), place.field(name)));
    }
    return result;
  }
}
