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

@ExtendWith(OutputCaptureExtension.class)
class MissingSettingTest {

  @Test
  void itSaysInOneLineWhatIsMissingAndInOneWhatToDo() {
    MissingSetting missing = new MissingSetting("shop.key", "SHOP_KEY", "the key of the shop");
    FailureAnalysis analysis =
        new MissingSettingFailureAnalyzer()
            .analyze(new BeanCreationException("shop", "x", missing));
    assertThat(analysis.getDescription()).isEqualTo("shop.key is not set");
    assertThat(analysis.getAction())
        .isEqualTo("Set SHOP_KEY (or shop.key) to the key of the shop.");
  }

  @Test
  void aServiceThatLacksASettingStopsAndPrintsThatInsteadOfAStackTrace(CapturedOutput output) {
    SpringApplication application = new SpringApplication(Service.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    assertThatThrownBy(() -> application.run("--convene.sealing.keyset=").close())
        .hasRootCauseInstanceOf(MissingSetting.class);
    assertThat(output)
        .contains("convene.sealing.keyset is not set")
        .contains("Set CONVENE_SEALING_KEYSET (or convene.sealing.keyset) to a Tink AEAD keyset")
        .doesNotContain("\tat ");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {

    @Bean
    String needsTheSeal(Seal seal) {
      return seal.seal("a", "b");
    }
  }
}
