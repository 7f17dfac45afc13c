package dev.convene.defaults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * Stops start-up when a setting that has no sensible default is missing, before anything is
 * connected to. A service lists them in its configuration, under {@code convene.required-settings}:
 * the environment variable, and what to set it to.
 */
class RequiredSettings implements EnvironmentPostProcessor, Ordered {

  private static final Bindable<Map<String, String>> SETTINGS =
      Bindable.mapOf(String.class, String.class);

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, String> required =
        Binder.get(environment).bind("convene.required-settings", SETTINGS).orElse(Map.of());
    List<String> variables = new ArrayList<>();
    List<String> actions = new ArrayList<>();
    required.forEach((variable, meaning) -> {
      if (!StringUtils.hasText(environment.getProperty(variable))) {
        variables.add(variable);
        actions.add(MissingSetting.action(variable, meaning));
      }
    });
    if (!variables.isEmpty()) {
      throw new MissingSetting(variables, actions);
    }
  }

  /** After the configuration files were read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
