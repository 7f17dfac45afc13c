package dev.convene.auth.pages;

import dev.convene.auth.vault.Vault.Account;
import dev.convene.auth.vendors.Provider;
import java.util.List;

/**
 * One vendor's part of the page.
 *
 * @param account as the vendor calls the person; empty when nothing is connected
 * @param since the day, in UTC; empty when nothing is connected
 * @param connect where connecting begins
 * @param removeAt where the person takes the permission back at the vendor itself
 */
record AccountCard(
    String id,
    String label,
    String purpose,
    String account,
    String since,
    boolean connected,
    boolean needsReconnecting,
    boolean missing,
    String connect,
    String removeAt) {

  static AccountCard of(Provider provider, List<Account> accounts) {
    Account found =
        accounts.stream().filter(each -> each.provider() == provider).findFirst().orElse(null);
    return new AccountCard(
        provider.id(),
        provider.label(),
        switch (provider) {
          case MICROSOFT -> "Invitations are sent from your calendar.";
          case WEBEX -> "Meetings are created in your Webex account.";
        },
        found == null ? "" : found.account(),
        found == null ? "" : found.connectedAt().toString().substring(0, 10),
        found != null && !found.needsReconnecting(),
        found != null && found.needsReconnecting(),
        found == null,
        switch (provider) {
          case MICROSOFT -> "/oauth2/authorization/microsoft";
          case WEBEX -> "/accounts/webex/connect";
        },
        switch (provider) {
          case MICROSOFT -> "https://myapps.microsoft.com/";
          case WEBEX -> "https://idbroker.webex.com/idb/profile#/tokens";
        });
  }
}
