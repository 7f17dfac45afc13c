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
   * @param requester who asked, where that was not the host
   * @param opensMinutesBefore how long before the start people may join; 0 says nothing of it
   */
  static Html of(
      @Nullable String agenda,
      JoinBlock join,
      int opensMinutesBefore,
      @Nullable String requester,
      String host) {
    return fill(
        "body",
        Map.of(
            "agenda", agenda(agenda),
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

  private static Html opens(int minutesBefore) {
    return minutesBefore == 0
        ? Html.NOTHING
        : fill("opens", Map.of("minutes", Html.text(Integer.toString(minutesBefore))));
  }

  private static Html details(JoinBlock join) {
    return grouped("Meeting number", join.meetingNumber())
        .and(row("Password", join.password()))
        .and(row("Video address", join.videoAddress()))
        .and(Html.all(join.dialIns().stream().map(InvitationBody::dialIn).toList()))
        .and(grouped("Access code", join.dialIns().isEmpty() ? null : join.accessCode()))
        .and(row("Phone and video password", join.phonePassword()));
  }

  private static Html dialIn(DialIn dialIn) {
    return fill(
        "phone",
        Map.of(
            "label", Html.text("Phone"),
            "dial", Html.text(dialable(dialIn.number())),
            "number", Html.text(dialIn.number()),
            "where", Html.text(dialIn.label())));
  }

  private static Html grouped(String label, @Nullable String number) {
    return number == null ? Html.NOTHING : row(label, Digits.grouped(number));
  }

  private static Html row(String label, @Nullable String value) {
    return value == null || value.isBlank()
        ? Html.NOTHING
        : fill("row", Map.of("label", Html.text(label), "value", Html.text(value)));
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
