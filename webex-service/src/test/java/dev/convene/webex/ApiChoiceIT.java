package dev.convene.webex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.defaults.MissingSetting;
import dev.convene.simulators.Simulators;
import dev.convene.webex.calls.Api;
import dev.convene.webex.meetings.Webex;
import dev.convene.worker.surroundings.HandOutServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Which of Webex's interfaces is used is one setting, and what it needs is asked for at start-up.
 */
@ExtendWith(OutputCaptureExtension.class)
class ApiChoiceIT {

  private static Simulators simulators;
  private static HandOutServer handOut;

  @BeforeAll
  static void start() {
    simulators = Simulators.builder().webexPort(0).start();
    SimulatedWebex webex = new SimulatedWebex(simulators.webex());
    handOut = new HandOutServer(asked -> webex.handOut(Api.XML, asked));
  }

  @AfterAll
  static void stop() {
    handOut.close();
    simulators.close();
  }

  @Test
  void restIsUsedUnlessTheSettingSaysOtherwise() {
    List<String> settings = new ArrayList<>(Adapter.settings(Api.REST, simulators, handOut));
    settings.removeIf(setting -> setting.contains("WEBEX_API"));
    try (var context = Adapter.start(settings)) {
      assertThat(context.getBean(Webex.class).getClass().getPackageName()).endsWith(".rest");
    }
  }

  @Test
  void theSettingChoosesXml() {
    try (var context = Adapter.start(Adapter.settings(Api.XML, simulators, handOut))) {
      assertThat(context.getBean(Webex.class).getClass().getPackageName()).endsWith(".xml");
    }
  }

  @Test
  void whatXmlNeedsBesidesIsAskedForWithWhatToSetItTo(CapturedOutput output) {
    List<String> settings = new ArrayList<>(Adapter.settings(Api.XML, simulators, handOut));
    settings.removeIf(setting -> setting.contains("SITE") || setting.contains("ACCOUNT"));
    assertThatThrownBy(() -> Adapter.start(settings))
        .isInstanceOf(MissingSetting.class)
        .hasMessage("Not set: WEBEX_SITE, WEBEX_ACCOUNT");
    assertThat(output)
        .contains("Set WEBEX_SITE to the name of the Webex site, such as contoso for")
        .contains("Set WEBEX_ACCOUNT to the mail address of the site administrator");
  }

  @Test
  void anInterfaceThatDoesNotExistStopsStartUpWithThoseThatDo(CapturedOutput output) {
    List<String> settings = new ArrayList<>(Adapter.settings(Api.REST, simulators, handOut));
    settings.set(0, "--WEBEX_API=soap");
    assertThatThrownBy(() -> Adapter.start(settings))
        .hasRootCauseInstanceOf(InvalidConfigurationPropertyValueException.class);
    assertThat(output).contains("WEBEX_API must be rest or xml.").doesNotContain("\tat ");
  }
}
