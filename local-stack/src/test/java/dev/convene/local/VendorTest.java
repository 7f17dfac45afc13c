package dev.convene.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.convene.local.process.StartFailed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VendorTest {

  @Test
  void aVendorIsSimulatedUnlessTheEnvironmentNamesItsAddress() {
    assertThat(Vendor.WEBEX.isElsewhere(Map.of("GRAPH_BASE_URL", "https://g"))).isFalse();
    assertThat(Vendor.WEBEX.isElsewhere(Map.of("WEBEX_BASE_URL", "https://w"))).isTrue();
    assertThat(Vendor.MICROSOFT.isElsewhere(Map.of("ENTRA_BASE_URL", "https://e"))).isTrue();
  }

  @Test
  void anAddressAloneIsNotEnough() {
    assertThatExceptionOfType(StartFailed.class)
        .isThrownBy(() ->
            Vendor.WEBEX.elsewhere(Map.of("WEBEX_BASE_URL", "https://w", "WEBEX_CLIENT_ID", "id")))
        .withMessage(
            "WEBEX_BASE_URL is set, so no simulator stands in for Webex:"
                + " set WEBEX_CLIENT_SECRET, WEBEX_REFRESH_TOKEN, WEBEX_INTEGRATION_CLIENT_ID,"
                + " WEBEX_INTEGRATION_CLIENT_SECRET as well.");
  }

  @Test
  void onlyWhatConcernsTheVendorIsPassedOn() {
    assertThat(
            Vendor.MICROSOFT.elsewhere(
                Map.of(
                    "GRAPH_BASE_URL", "https://g",
                    "ENTRA_TENANT_ID", "t",
                    "ENTRA_CLIENT_ID", "i",
                    "ENTRA_CLIENT_SECRET", "s",
                    "WEBEX_CLIENT_SECRET", "other")))
        .containsOnlyKeys(
            "GRAPH_BASE_URL", "ENTRA_TENANT_ID", "ENTRA_CLIENT_ID", "ENTRA_CLIENT_SECRET");
  }
}
