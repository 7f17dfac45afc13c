package dev.convene.webex.xml;

import dev.convene.webex.calls.Api;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Webex's XML API is, and as whom it is called.
 *
 * @param baseUrl without {@code /WBXService/XMLService}
 * @param site the site's name: of {@code contoso.webex.com} the {@code contoso}
 * @param account the Webex ID (mail address) of the site administrator who schedules for all hosts
 */
@Api.Only(Api.XML)
@ConfigurationProperties("convene.webex.xml")
record XmlProperties(URI baseUrl, String site, String account) {}
