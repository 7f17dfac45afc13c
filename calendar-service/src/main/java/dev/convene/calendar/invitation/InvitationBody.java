package dev.convene.calendar.invitation;

import dev.convene.contracts.JoinDetails.DialIn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Renders the body as Outlook's several engines take it (Word's among them): tables and inline
 * styles only, nothing loaded from anywhere, readable when the markup is thrown away.
 */
final class InvitationBody {

  private static final Map<String, Template> FRAGMENTS = Template.fragmentsOf("invitation.html");

  private InvitationBody() {}

  /**
   * The whole body.
   *
   * @param repeats how often it takes place, as a sentence; absent where it is once
   * @param requester who asked, where that was not the host
   * @param opensMinutesBefore how long before the start people may join; 0 says nothing of it
   */
  static Html of(
      @Nullable String agenda,
      JoinBlock join,
      @Nullable String repeats,
      int opensMinutesBefore,
      @Nullable String requester,
      String host) {
    return fill(
        "body",
        Map.of(
            "agenda", agenda(agenda),
            "repeats", repeats(repeats),
            "opens", opens(opensMinutesBefore),
            "link", Html.text(join.link().toString()),
            "details", details(join),
            "requester", requester(requester, host)));
  }

  private static Html agenda(@Nullable String agenda) {
    return agenda == null || agenda.isBlank()
        ? Html.NOTHING
        : fill("agenda", Map.of("text", Html.lines(agenda)));
  }

  private static Html repeats(@Nullable String sentence) {
    return sentence == null
        ? Html.NOTHING
        : fill("repeats", Map.of("sentence", Html.text(sentence)));
  }

  private static Html opens(int minutesBefore) {
    return minutesBefore == 0
        ? Html.NOTHING
        : fill("opens", Map.of("minutes", Html.text(Integer.toString(minutesBefore))));
  }

  private static Html details(JoinBlock join) {
    String accessCode = join.dialIns().isEmpty() ? null : join.accessCode();
    return row("Meeting number", grouped(join.meetingNumber()))
        .and(row("Password", text(join.password())))
        .and(row("Video address", text(join.videoAddress())))
        .and(Html.all(join.dialIns().stream().map(InvitationBody::dialIn).toList()))
        .and(row("Access code", grouped(accessCode)))
        .and(
            row(
                "Phone password",
                noted(text(join.phonePassword()), "for telephones and video systems")));
  }

  private static Html dialIn(DialIn dialIn) {
    Html number =
        fill(
            "phone",
            Map.of(
                "dial", Html.text(dialable(dialIn.number())),
                "number", Html.text(dialIn.number())));
    return row("Phone", noted(number, dialIn.label()));
  }

  private static Html row(String label, Html value) {
    return value.isNothing()
        ? Html.NOTHING
        : fill("row", Map.of("label", Html.text(label), "value", value));
  }

  private static Html noted(Html value, String note) {
    return value.isNothing()
        ? Html.NOTHING
        : fill("noted", Map.of("value", value, "note", Html.text(note)));
  }

  private static Html grouped(@Nullable String number) {
    return number == null ? Html.NOTHING : Html.text(Digits.grouped(number));
  }

  private static Html text(@Nullable String text) {
    return text == null || text.isBlank() ? Html.NOTHING : Html.text(text);
  }

  private static Html requester(@Nullable String requester, String host) {
    return requester == null
        ? Html.NOTHING
        : fill("requester", Map.of("requester", Html.text(requester), "host", Html.text(host)));
  }

  /** What may stand in a {@code tel:} link (RFC 3966), without visual separators. */
  private static String dialable(String number) {
    return number.replaceAll("[^+0-9]", "");
  }

  private static Html fill(String fragment, Map<String, Html> values) {
    Template template = FRAGMENTS.get(fragment);
    if (template == null) {
      throw new IllegalStateException("invitation.html has no fragment " + fragment);
    }
    return template.fill(values);
  }

  /** The fragments' names, for the test that each is used. */
  static List<String> fragments() {
    return FRAGMENTS.keySet().stream().sorted().toList();
  }
}
