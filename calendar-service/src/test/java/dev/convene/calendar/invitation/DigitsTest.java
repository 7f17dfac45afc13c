package dev.convene.calendar.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

  @ParameterizedTest
  @CsvSource({
    "26345678901, 2634 567 8901",
    "1234567890, 123 456 7890",
    "123456789, 123 456 789",
    "95762839, 95762839",
    "2634 567 8901, 2634 567 8901",
    "abcdefghijk, abcdefghijk"
  })
  void aNumberIsGroupedAsWebexWritesIt(String number, String grouped) {
    assertThat(Digits.grouped(number)).isEqualTo(grouped);
  }
}
