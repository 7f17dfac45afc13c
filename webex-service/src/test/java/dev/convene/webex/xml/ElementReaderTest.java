package dev.convene.webex.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.webex.calls.UnreadableAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementReaderTest {

  @Test
  void namesAreReadWithAndWithoutPrefixes() {
    Element root = read("<s:a xmlns:s='x'> <s:b>1</s:b><b>2</b> text <!-- no --> </s:a>");
    assertThat(root.name()).isEqualTo("a");
    assertThat(root.text()).isEqualTo("text");
    assertThat(root.all("b").map(Element::text)).containsExactly("1", "2");
    assertThat(root.text("b")).hasValue("1");
    assertThat(root.text("c/d")).isEmpty();
  }

  @Test
  void anExternalEntityIsRefusedAndItsFileNotRead(@TempDir Path directory) throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "the secret");
    String document = "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><a>&e;</a>";
    assertThatThrownBy(() -> read(document))
        .isInstanceOf(UnreadableAnswer.class)
        .hasStackTraceContaining("document type")
        .hasMessageNotContaining("the secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a SYSTEM \"http://localhost/a.dtd\"><a/>",
        "<!DOCTYPE a [<!ENTITY e \"x\">]><a/>",
        "<a>&unknown;</a>",
        "<a><b></a>",
        "<a/><a/>",
        "<a",
        "",
        "{}",
        "<html><body>503<br></body></html>",
      })
  void whatIsNotPlainXmlIsRefused(String document) {
    assertThatThrownBy(() -> read(document)).isInstanceOf(UnreadableAnswer.class);
  }

  @Test
  void whatIsNestedDeeplyOrHasTooManyElementsIsRefused() {
    assertThatThrownBy(() -> read("<a>".repeat(50_000))).isInstanceOf(UnreadableAnswer.class);
    assertThatThrownBy(() -> read("<a>" + "<b/>".repeat(50_001) + "</a>"))
        .isInstanceOf(UnreadableAnswer.class);
    assertThat(read("<a>" + "<b/>".repeat(15_000) + "</a>").children()).hasSize(15_000);
  }

  private static Element read(String document) {
    return ElementReader.read(document.getBytes(UTF_8));
  }
}
