package dev.convene.webex.calls;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Webex's interfaces, of which {@code convene.webex.api} names the one that is used. */
public enum Api {
  REST,
  XML;

  private static final String SETTING = "convene.webex.api";

  /** What is there only where that interface is used. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @Conditional(IsUsed.class)
  public @interface Only {
    Api value();
  }

  /** Stops start-up where the setting names none of them. */
  static final class IsUsed implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      Api used = named(context.getEnvironment().getProperty(SETTING, "rest"));
      return metadata.getAnnotations().get(Only.class).getEnum("value", Api.class) == used;
    }
  }

  private static Api named(String name) {
    return Arrays.stream(values())
        .filter(api -> api.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() ->
            new InvalidConfigurationPropertyValueException(
                SETTING, name, "WEBEX_API must be rest or xml."));
  }
}
