package dev.convene.simulators.microsoft.calendar;

import java.util.Locale;
import java.util.regex.Pattern;

/** Rewrites bodies the way Exchange does, so that nobody compares them byte for byte. */
final class HtmlBody {
  private static final int PREVIEW = 255;
  private static final String META =
      "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\r\n";
  private static final Pattern HEAD =
      Pattern.compile("<head[^>]*>(\r\n)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern HTML =
      Pattern.compile("<html[^>]*>(\r\n)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(head|style|script)\\b.*?</\\1\\s*>");

  private static final Pattern BLOCK =
      Pattern.compile("</?(p|div|br|table|tr|td|th|ul|ol|li|h[1-6])\\b", Pattern.CASE_INSENSITIVE);

  private HtmlBody() {}

  /** With html and head around it, a meta element in it, and CRLF at the ends of lines. */
  static String rewritten(String html) {
    String lines = crlf(html);
    String lower = lines.toLowerCase(Locale.ROOT);
    if (lower.contains("<head")) {
      return lower.contains("http-equiv=\"content-type\"")
          ? lines
          : HEAD.matcher(lines).replaceFirst("<head>\r\n" + META);
    }
    if (lower.contains("<html")) {
      return HTML.matcher(lines).replaceFirst("$0<head>\r\n" + META + "</head>\r\n");
    }
    String body = lower.contains("<body") ? lines : "<body>\r\n" + lines + "\r\n</body>";
    return "<html>\r\n<head>\r\n" + META + "</head>\r\n" + body + "\r\n</html>\r\n";
  }

  static String crlf(String text) {
    return text.indexOf('\n') < 0 ? text : text.replace("\r\n", "\n").replace("\n", "\r\n");
  }

  /** The first characters of what a reader sees. */
  static String preview(String content, boolean html) {
    String text = html ? visible(content) : content;
    String one = text.strip();
    return one.length() <= PREVIEW ? one : one.substring(0, PREVIEW);
  }

  private static String visible(String html) {
    String shown = html.indexOf('<') < 0 ? html : UNSEEN.matcher(html).replaceAll("");
    StringBuilder text = new StringBuilder();
    boolean inTag = false;
    for (int i = 0; i < shown.length() && text.length() < 4 * PREVIEW; i++) {
      char c = shown.charAt(i);
      if (c == '<') {
        inTag = true;
        if (BLOCK.matcher(shown).region(i, shown.length()).lookingAt() && !endsInSpace(text)) {
          text.append(' ');
        }
      } else if (c == '>' && inTag) {
        inTag = false;
      } else if (!inTag && !(Character.isWhitespace(c) && endsInSpace(text))) {
        text.append(Character.isWhitespace(c) ? ' ' : c);
      }
    }
    return text.toString()
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&amp;", "&");
  }

  private static boolean endsInSpace(StringBuilder text) {
    return text.isEmpty() || text.charAt(text.length() - 1) == ' ';
  }
}
