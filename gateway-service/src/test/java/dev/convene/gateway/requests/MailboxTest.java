package dev.convene.gateway.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com",
        "ADA.Lovelace+meet@sub.example-1.co.uk",
        "o'brien@example.ie",
        "a@b.c",
        "x@xn--bcher-kva.example"
      })
  void theseAreMailboxes(String text) {
    assertThat(Mailbox.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "ada",
        "ada@",
        "@example.com",
        "ada@localhost",
        "a b@example.com",
        " ada@example.com",
        "ada@example.com ",
        ".ada@example.com",
        "ada.@example.com",
        "a..b@example.com",
        "ada@-example.com",
        "ada@example-.com",
        "ada@exa_mple.com",
        "ada@example..com",
        "ada@127.0.0.1",
        "ada@[127.0.0.1]",
        "\"ada\"@example.com",
        "ada@example.com\r\nBcc: x@y.z",
        "ada<b@example.com>",
        "ädä@example.com",
        "a@b@example.com"
      })
  void theseAreNot(String text) {
    assertThat(Mailbox.isOne(text)).isFalse();
  }

  @Test
  void lengthsAreThoseOfTheStandard() {
    String domain = ("a".repeat(61) + ".").repeat(3) + "example";
    assertThat(Mailbox.isOne("a".repeat(64 - 4) + "@" + domain)).isTrue();
    assertThat(Mailbox.isOne("a".repeat(64) + "@" + domain)).isFalse();
    assertThat(Mailbox.isOne("a".repeat(65) + "@example.com")).isFalse();
    assertThat(Mailbox.isOne("a@" + "b".repeat(64) + ".com")).isFalse();
  }
}
