package dev.convene.calendar.invitation;

import static dev.convene.calendar.invitation.Samples.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.contracts.JoinDetails.DialIn;
import dev.convene.contracts.Requester;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InvitationBodyTest {

  private static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onclick=\"x\" </td></table> {{link}} &amp; $1 \\";

  /** To see it in a browser: the test leaves it beside the classes. */
  private static String rendered(String name, Samples meeting) throws IOException {
    String html = meeting.invitation().html();
    Path directory = Files.createDirectories(Path.of("target", "invitations"));
    Files.writeString(directory.resolve(name + ".html"), html);
    return html;
  }

  @Test
  void looksAsItWasApproved() throws IOException {
    assertThat(rendered("complete", aMeeting())).isEqualTo(resource("complete.html"));
  }

  @Test
  void isReadableAsPlainText() {
    assertThat(plainText(aMeeting().invitation().html())).isEqualTo(resource("complete.txt"));
  }

  @Test
  void isShortWhereThereIsLittleToSay() throws IOException {
    String html =
        rendered(
            "sparse",
            aMeeting()
                .withAgenda(null)
                .withPassword(null)
                .withDialIns()
                .requestedBy(new Requester("bob@contoso.example", null)));
    assertThat(html)
        .doesNotContain("Password")
        .doesNotContain("Access code")
        .doesNotContain("Scheduled by")
        .contains("2634 567 8901", "Video address");
  }

  @Test
  void nothingThatPeopleTypeBecomesMarkup() throws IOException {
    String harmless = skeleton(rendered("complete", aMeeting()));
    String html =
        rendered(
            "hostile",
            aMeeting()
                .withAgenda(HOSTILE + "\n" + HOSTILE + "\n\nx\ny")
                .withPassword(HOSTILE)
                .requestedBy(new Requester(HOSTILE + "@x", null))
                .withDialIns(
                    new DialIn(HOSTILE, HOSTILE), new DialIn("Germany", "+49-619-6781-9736")));
    assertThat(html).doesNotContain("<script", "<img", "onerror=alert(1)>");
    assertThat(skeleton(html)).isEqualTo(harmless);
  }

  @Test
  void loadsNothingAndRunsNothing() throws IOException {
    assertThat(rendered("complete", aMeeting()).toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("<img", "<script", "<link", "<style", "url(", "@import", "src=")
        .hasSizeLessThan(16_000);
  }

  @Test
  void anAgendaKeepsItsLines() {
    assertThat(aMeeting().withAgenda("one\r\ntwo\n\n  three  \n").invitation().html())
        .contains("one<br>\ntwo<br>\n<br>\n  three</td>");
  }

  @Test
  void saysHowItRepeatsAndSaysNothingOfItWhereItDoesNot() {
    assertThat(aMeeting().repeatedBy("FREQ=DAILY;COUNT=3").invitation().html())
        .contains(">Repeats every day, 3 times.</p>");
    assertThat(aMeeting().invitation().html()).doesNotContain("Repeats");
  }

  @Test
  void namesWhoAskedOnlyInWordsThatGuestsUnderstand() {
    assertThat(aMeeting().invitation().html())
        .contains("Scheduled by alice@contoso.example for bob@contoso.example");
    assertThat(aMeeting().requestedBy(new Requester("3f6c", "hr-portal")).invitation().html())
        .contains("Scheduled by hr-portal for bob@contoso.example");
    assertThat(aMeeting().requestedBy(new Requester("3f6c", null)).invitation().html())
        .doesNotContain("Scheduled by", "3f6c");
    assertThat(
            aMeeting().requestedBy(new Requester("Bob@Contoso.example", null)).invitation().html())
        .doesNotContain("Scheduled by");
  }

  @Test
  void everyFragmentIsUsed() {
    assertThat(InvitationBody.fragments())
        .containsExactlyElementsOf(
            List.of("agenda", "body", "noted", "opens", "phone", "repeats", "requester", "row"));
  }

  /** The tags alone, which are all that a reader's program obeys. */
  private static String skeleton(String html) {
    return String.join(
        "\n",
        Pattern.compile("<[^>]*>")
            .matcher(html)
            .results()
            .map(tag -> tag.group().replaceAll("tel:[+0-9]*", "tel:"))
            .toList());
  }

  /** As a client does it that shows no HTML: blocks become lines, cells are set apart. */
  private static String plainText(String html) {
    return html.replaceAll("\\s*\\n\\s*", "")
            .replaceAll("<br>|</p>|</tr>|</table>", "\n")
            .replaceAll("</td>", " ")
            .replaceAll("<[^>]*>", "")
            .replace("&nbsp;", " ")
            .replace("&amp;", "&")
            .replaceAll(" +", " ")
            .replaceAll("(?m)^ +| +$", "")
            .replaceAll("\\n{3,}", "\n\n")
            .strip()
        + "\n";
  }

  private static String resource(String name) {
    try (InputStream stream = InvitationBodyTest.class.getResourceAsStream(name)) {
      return stream == null
          ? name + " is missing"
          : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
