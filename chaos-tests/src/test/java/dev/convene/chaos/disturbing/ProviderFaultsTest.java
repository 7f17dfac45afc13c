package dev.convene.chaos.disturbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderFaultsTest {

  @Test
  void allKindsTogetherStrikeThatShareOfTheCalls() {
    assertThat(sum("/v1/", ProviderFaults.webex(0.1, 1))).isCloseTo(0.1, within(1e-9));
    assertThat(sum("/v1.0/", ProviderFaults.microsoft(0.1, 1))).isCloseTo(0.1, within(1e-9));
  }

  private static double sum(String path, Iterable<Map<String, Object>> faults) {
    double sum = 0;
    for (Map<String, Object> fault : faults) {
      if (path.equals(fault.get("path"))) {
        sum += (double) fault.getOrDefault("rate", 0.0);
      }
    }
    return sum;
  }

  @Test
  void theSameSeedIsTheSameFaults() {
    assertThat(ProviderFaults.microsoft(0.1, 5)).isEqualTo(ProviderFaults.microsoft(0.1, 5));
    assertThat(ProviderFaults.microsoft(0.1, 5)).isNotEqualTo(ProviderFaults.microsoft(0.1, 6));
  }

  @Test
  void eachFaultHasARandomnessOfItsOwn() {
    assertThat(ProviderFaults.microsoft(0.1, 5))
        .extracting(fault -> fault.get("seed"))
        .doesNotHaveDuplicates();
  }

  @Test
  void withoutAShareThereAreNone() {
    assertThat(ProviderFaults.webex(0, 1)).isEmpty();
  }
}
