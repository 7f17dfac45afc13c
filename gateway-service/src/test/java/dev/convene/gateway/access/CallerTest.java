package dev.convene.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.convene.contracts.RequestMode;
import dev.convene.contracts.Requester;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.ClaimAccessor;

class CallerTest {

  private final Map<String, Object> claims =
      new HashMap<>(
          Map.of(
              "sub",
              "0d5f",
              "client_id",
              "convene-portal",
              "scope",
              "openid meetings.read",
              "email",
              "Ada@Example.com"));

  private Caller caller() {
    ClaimAccessor token = () -> claims;
    return Caller.of(token);
  }

  private void system(String... hosts) {
    claims.putAll(Map.of("sub", "crm", "client_id", "crm", "hosts", List.of(hosts)));
    claims.remove("email");
  }

  @Test
  void aPersonActsWithRightsOfItsOwnForWhateverHost() {
    Caller person = caller();

    assertThat(person.scopes()).containsExactly(Scope.MEETINGS_READ);
    assertThat(person.owner()).isEqualTo("person:0d5f");
    assertThat(person.mailbox()).isEqualTo("ada@example.com");
    assertThat(person.requester())
        .isEqualTo(
            new Requester("0d5f", "convene-portal", "ada@example.com", RequestMode.DELEGATED));
    assertThat(person.maySchedule("ada@example.com")).isTrue();
    assertThat(person.maySchedule("bob@example.com")).isFalse();
  }

  @Test
  void aSystemSchedulesForTheHostsThatItIsRegisteredFor() {
    system("Ada@Example.com");
    claims.put("scope", "meetings.write");

    Caller system = caller();

    assertThat(system.owner()).isEqualTo("system:crm");
    assertThat(system.mailbox()).isEmpty();
    assertThat(system.requester())
        .isEqualTo(new Requester("crm", "crm", null, RequestMode.APPLICATION));
    assertThat(system.maySchedule("ada@example.com")).isTrue();
    assertThat(system.maySchedule("bob@example.com")).isFalse();
  }

  @Test
  void aSystemWithTheScopeSchedulesForAnybody() {
    system();
    claims.put("scope", "meetings.write meetings.write.any-host");

    assertThat(caller().maySchedule("bob@example.com")).isTrue();
  }

  @Test
  void aPersonAndASystemOfOneNameShareNothing() {
    claims.put("sub", "crm");
    String person = caller().owner();
    system();

    assertThat(caller().owner()).isNotEqualTo(person);
  }

  @Test
  void whoCannotBeToldIsRefused() {
    for (String claim : List.of("email", "client_id", "sub")) {
      Object value = claims.remove(claim);
      assertThatIllegalArgumentException().as(claim).isThrownBy(this::caller);
      claims.put(claim, value);
    }
  }

  @Test
  void whatIsNoneOfOurScopesOpensNothing() {
    claims.put("scope", "meetings operations.readx MEETINGS.READ");

    assertThat(caller().scopes()).isEmpty();
    assertThat(Reach.of(caller())).isEqualTo(new Reach(false, "person:0d5f", "ada@example.com"));
  }

  @Test
  void operationsReachEverything() {
    claims.put("scope", "operations.read");

    assertThat(Reach.of(caller()).everything()).isTrue();
    assertThat(Reach.of(caller()).ownOnly().everything()).isFalse();
    assertThat(caller().scopes()).isEqualTo(Set.of(Scope.OPERATIONS_READ));
  }
}
