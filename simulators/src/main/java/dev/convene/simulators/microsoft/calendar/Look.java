package dev.convene.simulators.microsoft.calendar;

import dev.convene.simulators.microsoft.odata.GraphErrors;
import dev.convene.simulators.microsoft.odata.QueryOptions;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a caller wants to see events.
 *
 * @param zoneName of the times, as the caller wrote it
 * @param immutable whether ids are immutable ones
 * @param select the properties wanted; empty for all
 * @param expanded the id of the extended property wanted; null for none
 */
public record Look(
    String zoneName,
    ZoneId zone,
    boolean immutable,
    Set<String> select,
    @Nullable String expanded) {
  /** UTC, ordinary ids, everything but extended properties. */
  public static final Look PLAIN = new Look("UTC", ZoneId.of("UTC"), false, Set.of(), null);

  private static final Pattern ZONE =
      Pattern.compile("outlook\\.timezone\\s*=\\s*\"?([^\",;]+)\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern IMMUTABLE =
      Pattern.compile("IdType\\s*=\\s*\"?ImmutableId\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXPAND =
      Pattern.compile(
          "singleValueExtendedProperties\\s*\\(\\s*\\$?filter\\s*=\\s*id\\s+eq\\s+'((?:[^']|'')+)'"
              + "\\s*\\)",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads the {@code Prefer} header and the query.
   *
   * @throws dev.convene.simulators.microsoft.odata.Refused when a time zone or expansion is unknown
   */
  public static Look of(@Nullable String prefer, QueryOptions options) {
    String expand = options.option("expand");
    if (prefer == null && expand == null && options.option("select") == null) {
      return PLAIN;
    }
    String preferred = prefer == null ? "" : prefer;
    Matcher zone = ZONE.matcher(preferred);
    String name = zone.find() ? zone.group(1).strip() : "UTC";
    return new Look(
        name,
        TimeZones.zone(name),
        IMMUTABLE.matcher(preferred).find(),
        options.select(),
        expand == null ? null : expanded(expand));
  }

  /** What the server heeded, for {@code Preference-Applied}; empty when nothing. */
  public String applied() {
    String zoneApplied = zoneName.equals("UTC") ? "" : "outlook.timezone=\"" + zoneName + "\"";
    String idApplied = immutable ? "IdType=\"ImmutableId\"" : "";
    return zoneApplied + (zoneApplied.isEmpty() || idApplied.isEmpty() ? "" : ", ") + idApplied;
  }

  private static String expanded(String expand) {
    Matcher property = EXPAND.matcher(expand.strip());
    if (!property.matches()) {
      throw GraphErrors.badRequest(
              "Only singleValueExtendedProperties($filter=id eq '...') can be"
                  + " expanded, not '"
                  + expand
                  + "'.")
          .refused();
    }
    return property.group(1).replace("''", "'");
  }
}
