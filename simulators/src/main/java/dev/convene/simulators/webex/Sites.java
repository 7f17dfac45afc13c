package dev.convene.simulators.webex;

/** The one Webex site of the tenant. */
final class Sites {
  static final String URL = "contoso.webex.example";

  /** As the XML API calls it. */
  static final String NAME = "contoso";

  private Sites() {}
}
