package dev.convene.simulators.microsoft.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.simulators.microsoft.odata.Refused;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdsTest {
  private static final UUID ALICE = UUID.fromString("0b5d3c1e-7d1b-4f7e-9a59-111111111111");
  private static final UUID BOB = UUID.fromString("0b5d3c1e-7d1b-4f7e-9a59-222222222222");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 51, 52, 53, 1000, 199_999, 10_000_000})
  void anIdLeadsBackToItsEvent(int number) {
    assertThat(EventIds.parse(ALICE, EventIds.ordinary(ALICE, number, 3)))
        .isEqualTo(new EventIds(number, 3, false));
    assertThat(EventIds.parse(ALICE, EventIds.immutable(ALICE, number)))
        .isEqualTo(new EventIds(number, 0, true));
  }

  @Test
  void idsHaveTheShapeOfExchanges() {
    assertThat(EventIds.ordinary(ALICE, 7, 0)).startsWith("AAMk").endsWith("=").hasSize(152);
    assertThat(EventIds.immutable(ALICE, 7)).startsWith("AAkA").endsWith("=").hasSize(120);
  }

  @Test
  void neighboursDifferInCaseOnly() {
    String first = EventIds.ordinary(ALICE, 4, 0);
    String second = EventIds.ordinary(ALICE, 5, 0);

    assertThat(first).isNotEqualTo(second).isEqualToIgnoringCase(second);
  }

  @Test
  void anIdOfAnotherMailboxIsMalformed() {
    assertMalformed(EventIds.ordinary(BOB, 4, 0));
    assertMalformed(EventIds.immutable(BOB, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAMk", "0", "not an id", "AAMkADU=", "=================="})
  void whatIsNoIdIsMalformed(String text) {
    assertMalformed(text);
  }

  @Test
  void aBrokenIdIsMalformed() {
    String id = EventIds.ordinary(ALICE, 4, 0);

    assertMalformed(id.substring(1));
    assertMalformed(id + "A");
    assertMalformed(id.substring(0, 140) + "????????AAA=");
    assertMalformed(id.substring(0, id.length() - 1) + "A");
  }

  private static void assertMalformed(String id) {
    assertThatThrownBy(() -> EventIds.parse(ALICE, id))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("ErrorInvalidIdMalformed");
  }
}
