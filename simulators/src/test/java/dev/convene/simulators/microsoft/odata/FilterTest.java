package dev.convene.simulators.microsoft.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.simulators.microsoft.odata.Filter.Operator;
import dev.convene.simulators.microsoft.odata.Filter.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "singleValueExtendedProperties/Any(ep: ep/id eq 'a' and ep/value eq 'b''c')",
        "singleValueExtendedProperties/any(x:x/value eq 'b''c' and x/id eq 'a')"
      })
  void anExtendedPropertyIsAskedForInEitherOrder(String expression) {
    assertThat(Filter.parse(expression).terms())
        .containsExactly(new Term.Extended("a", Operator.EQ, "b'c"));
  }

  @Test
  void termsAreJoinedByAnd() {
    assertThat(
            Filter.parse("start/dateTime ge '2027-03-01T00:00:00' and startswith(subject,'a')")
                .terms())
        .containsExactly(
            new Term.Property("start/dateTime", Operator.GE, "2027-03-01T00:00:00"),
            new Term.Property("subject", Operator.STARTSWITH, "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "subject",
        "subject eq",
        "subject like 'a'",
        "subject eq 'a",
        "subject eq 'a' or subject eq 'b'",
        "eq(subject, 'a')",
        "singleValueExtendedProperties/any(ep: ep/id eq 'a')",
        "singleValueExtendedProperties/any(ep: ep/id ne 'a' and ep/value eq 'b')"
      })
  void whatIsNotUnderstoodIsRefused(String expression) {
    assertThatThrownBy(() -> Filter.parse(expression))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("ErrorInvalidUrlQueryFilter");
  }
}
