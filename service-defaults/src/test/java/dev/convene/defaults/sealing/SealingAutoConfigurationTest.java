package dev.convene.defaults.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.defaults.MissingSetting;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SealingAutoConfigurationTest {

  record NeedsTheSeal(Seal seal) {}

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(SealingAutoConfiguration.class));

  @Test
  void whoDoesNotSealNeedsNoKeyset() {
    runner.run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void whoSealsGetsASealWithTheKeysetThatIsSet() {
    String keyset = Seal.newKeyset();
    runner
        .withPropertyValues("convene.sealing.keyset=" + keyset)
        .withBean(NeedsTheSeal.class)
        .run(context -> {
          String sealed = Seal.withKeyset(keyset).seal("Xk7;pW-42", "a");
          assertThat(context.getBean(NeedsTheSeal.class).seal().open(sealed, "a"))
              .isEqualTo("Xk7;pW-42");
        });
  }

  @Test
  void whoSealsDoesNotStartWithoutAKeyset() {
    for (ApplicationContextRunner unset :
        new ApplicationContextRunner[] {
          runner, runner.withPropertyValues("convene.sealing.keyset= ")
        }) {
      unset
          .withBean(NeedsTheSeal.class)
          .run(context ->
              assertThat(context)
                  .getFailure()
                  .rootCause()
                  .isInstanceOf(MissingSetting.class)
                  .hasMessage("Not set: CONVENE_SEALING_KEYSET"));
    }
  }

  @Test
  void whoSealsDoesNotStartWithAWrongKeysetAndTheLogDoesNotShowIt() {
    runner
        .withPropertyValues("convene.sealing.keyset=SECRET-0123456789")
        .withBean(NeedsTheSeal.class)
        .run(context ->
            assertThat(context)
                .getFailure()
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining("not a Tink AEAD keyset")
                .extracting(e -> Throwables.getStackTrace(e))
                .asString()
                .doesNotContain("SECRET"));
  }
}
