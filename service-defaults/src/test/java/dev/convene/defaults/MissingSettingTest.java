package dev.convene.defaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.defaults.sealing.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service that lacks a setting stops, and prints what to set instead of a stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class MissingSettingTest {

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class SealingService {

    @Bean
    String needsTheSeal(Seal seal) {
      return seal.seal("a", "b");
    }
  }

  @Test
  void itSaysInOneLineWhatIsMissingAndInOneWhatToDo() {
    MissingSetting missing = new MissingSetting("SHOP_KEY", "the key of the shop");
    FailureAnalysis analysis =
        new MissingSettingFailureAnalyzer()
            .analyze(new BeanCreationException("shop", "cannot be made", missing));
    assertThat(analysis.getDescription()).isEqualTo("Not set: SHOP_KEY");
    assertThat(analysis.getAction()).isEqualTo("Set SHOP_KEY to the key of the shop.");
  }

  @Test
  void aMissingKeysetStopsTheServiceThatSeals(CapturedOutput output) {
    assertThatThrownBy(() -> start(SealingService.class, "--convene.sealing.keyset="))
        .hasRootCauseInstanceOf(MissingSetting.class);
    assertThat(output)
        .contains("Not set: CONVENE_SEALING_KEYSET")
        .contains("Set CONVENE_SEALING_KEYSET to a Tink AEAD keyset in JSON")
        .doesNotContain("\tat ");
  }

  @Test
  void allSettingsThatAServiceRequiresAreNamedAtOnceWithALineForEach(CapturedOutput output) {
    assertThatThrownBy(() ->
            start(
                Service.class,
                "--convene.required-settings[SHOP_KEY]=the key of the shop",
                "--convene.required-settings[SHOP_URL]=where the shop is",
                "--convene.required-settings[SHOP_NAME]=what it is called",
                "--SHOP_NAME=Tea",
                "--SHOP_URL= "))
        .isInstanceOf(MissingSetting.class);
    assertThat(output)
        .contains("Not set: SHOP_KEY, SHOP_URL")
        .contains("Set SHOP_KEY to the key of the shop." + System.lineSeparator())
        .contains("Set SHOP_URL to where the shop is." + System.lineSeparator())
        .doesNotContain("SHOP_NAME")
        .doesNotContain("\tat ");
  }

  @Test
  void aServiceThatHasAllItRequiresStarts() {
    start(Service.class, "--convene.required-settings[SHOP_KEY]=the key", "--SHOP_KEY=k");
    start(Service.class);
  }

  private static void start(Class<?> service, String... arguments) {
    SpringApplication application = new SpringApplication(service);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.run(arguments).close();
  }
}
