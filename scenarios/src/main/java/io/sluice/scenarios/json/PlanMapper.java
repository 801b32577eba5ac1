package io.sluice.scenarios.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Condition;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.Expr;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.Span;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Threshold;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/** How the types of a plan are mapped to JSON: sealed types by a field {@code kind}. */
final class PlanMapper {
  static final String KIND = "kind";

  private static final List<Class<?>> SEALED =
      List.of(
          ArrivalModel.class,
          Condition.class,
          Expectation.class,
          Expr.class,
          Measure.class,
          Network.Connections.class,
          Op.class,
          Selector.class,
          Span.class,
          Template.Part.class,
          Threshold.class);

  private PlanMapper() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
  private interface ByKind {}

  static ObjectMapper create() {
    JsonMapper.Builder mapper =
        JsonMapper.builder()
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(
                new SimpleModule()
                    .addSerializer(new DurationWriter())
                    .addDeserializer(Duration.class, new DurationReader()));
    for (Class<?> type : SEALED) {
      mapper.addMixIn(type, ByKind.class);
      for (Class<?> subtype : type.getPermittedSubclasses()) {
        mapper.registerSubtypes(new NamedType(subtype, subtype.getSimpleName()));
      }
    }
    return mapper.build();
  }

  /** ISO 8601, as {@code PT1M30S}. */
  private static final class DurationWriter extends StdSerializer<Duration> {
    private static final long serialVersionUID = 1L;

    DurationWriter() {
      super(Duration.class);
    }

    @Override
    public void serialize(Duration value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.toString());
    }
  }

  private static final class DurationReader extends StdDeserializer<Duration> {
    private static final long serialVersionUID = 1L;

    DurationReader() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      String text = json.getText();
      try {
        return Duration.parse(text);
      } catch (DateTimeParseException e) {
        return (Duration)
            context.handleWeirdStringValue(
                Duration.class, text, "expected a duration such as PT1M30S");
      }
    }
  }
}
