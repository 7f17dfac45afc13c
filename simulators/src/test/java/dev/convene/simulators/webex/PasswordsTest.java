package dev.convene.simulators.webex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void thePolicyIsNamedWhereItIsNotMet() {
    assertThat(Passwords.refused("Abcdef12")).isEmpty();
    assertThat(Passwords.refused("Abc12").orElseThrow()).contains("8 to 16 characters");
    assertThat(Passwords.refused("abcdef12").orElseThrow()).contains("uppercase and lowercase");
    assertThat(Passwords.refused("Abcdefgh").orElseThrow()).contains("number");
  }

  @Test
  void onesMadeUpMeetThePolicy() {
    for (int seed = 0; seed < 100; seed++) {
      assertThat(Passwords.refused(Passwords.made(new SplittableRandom(seed)))).isEmpty();
    }
  }
}
