package dev.convene.simulators.microsoft.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlBodyTest {
  @Test
  void aFragmentGetsADocumentAroundIt() {
    assertThat(HtmlBody.rewritten("<p>a\nb</p>"))
        .isEqualTo(
            String.join(
                "\r\n",
                "<html>",
                "<head>",
                "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">",
                "</head>",
                "<body>",
                "<p>a",
                "b</p>",
                "</body>",
                "</html>",
                ""));
  }

  @Test
  void aDocumentKeepsWhatItHas() {
    assertThat(HtmlBody.rewritten("<html><head><title>t</title></head><body>x</body></html>"))
        .contains("<head>\r\n<meta", "<title>t</title>", "<body>x</body>")
        .containsOnlyOnce("<html>");
  }

  @Test
  void rewritingTwiceChangesNothingMore() {
    String once = HtmlBody.rewritten("<p>a\nb</p>");

    assertThat(HtmlBody.rewritten(once)).isEqualTo(once);
  }

  @Test
  void aPreviewIsWhatAReaderSees() {
    assertThat(
            HtmlBody.preview(
                HtmlBody.rewritten("<style>p{}</style><p>Fish &amp; chips</p><p>today</p>"), true))
        .isEqualTo("Fish & chips today");
    assertThat(HtmlBody.preview("x".repeat(300), false)).hasSize(255);
  }
}
