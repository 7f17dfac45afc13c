package dev.convene.gateway.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void aCursorLeadsBackToItsPlace() {
    UUID id = UUID.randomUUID();

    assertThat(Cursor.read(Cursor.after(id))).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%%%", "AAAA", "AgAAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --"})
  void whatIsNoneOfOursIsNoCursor(String text) {
    assertThat(Cursor.read(text)).isEmpty();
  }
}
