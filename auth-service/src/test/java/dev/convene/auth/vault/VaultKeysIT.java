package dev.convene.auth.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.convene.auth.servers.AuthServer;
import dev.convene.auth.servers.ClientsFiles;
import dev.convene.auth.servers.Database;
import dev.convene.auth.servers.Http.Answer;
import dev.convene.auth.servers.MovedClock;
import dev.convene.auth.servers.Vaulted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The vault without its key is worth nothing, and its key can be changed while it is in use. */
class VaultKeysIT {

  private final MovedClock clock = new MovedClock();
  private final Database database = new Database();

  private AuthServer started(String keyset) {
    return AuthServer.started(
        database,
        clock,
        ClientsFiles.containing(ClientsFiles.USUAL),
        "CONVENE_VAULT_KEYSET=" + keyset,
        "convene.vault.care-every=PT24H");
  }

  private static String json(KeysetHandle keys) throws Exception {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
  }

  private static KeysetHandle newKey() throws Exception {
    return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
  }

  /** Both keys, of which one seals. */
  private static String both(KeysetHandle old, KeysetHandle fresh, boolean freshSeals)
      throws Exception {
    KeysetHandle.Builder.Entry first =
        KeysetHandle.importKey(old.getPrimary().getKey()).withFixedId(old.getPrimary().getId());
    KeysetHandle.Builder.Entry second =
        KeysetHandle.importKey(fresh.getPrimary().getKey()).withFixedId(fresh.getPrimary().getId());
    return json(
        KeysetHandle.newBuilder()
            .addEntry(freshSeals ? first : first.makePrimary())
            .addEntry(freshSeals ? second.makePrimary() : second)
            .build());
  }

  @Test
  void aStolenDumpHasNoVendorsTokenAndNothingThatOpensOne() {
    try (AuthServer server = started(AuthServer.VAULT_KEYSET)) {
      Vaulted somebody = Vaulted.withBoth(server);
      String microsoft = somebody.token("microsoft");
      String webex = somebody.token("webex");
      List<String> refresh = new ArrayList<>();
      for (Grant grant : server.bean(GrantStore.class).of(UUID.fromString(somebody.id()))) {
        refresh.add(server.bean(Envelope.class).open(grant.sealed(), grant.id()).refresh());
      }
      assertThat(refresh).hasSize(2);

      String dump = database.dump();

      // What is there, so that the rest is not missing for want of data.
      assertThat(dump).contains(somebody.id(), somebody.mailbox(), "connected", "given");
      assertThat(dump).doesNotContain(microsoft, webex).doesNotContain(refresh);
      assertThat(dump).doesNotContain("\"access\"", "\"refresh\"");
      // Nor does a browser's cookie stand there, or what Microsoft said of the person.
      somebody
          .browser()
          .cookies()
          .values()
          .forEach(cookie -> assertThat(dump).doesNotContain(cookie));
      assertThat(dump).doesNotContain("eyJ");
    }
  }

  @Test
  void theKeyIsChangedWhileTokensAreHandedOutAndNoGrantIsLost() throws Exception {
    KeysetHandle old = newKey();
    KeysetHandle fresh = newKey();
    List<Vaulted> people = new ArrayList<>();
    try (AuthServer before = started(both(old, fresh, false));
        AuthServer after = started(both(old, fresh, true));
        ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 12; i++) {
        people.add(Vaulted.signedIn(before));
      }
      AtomicBoolean enough = new AtomicBoolean();
      List<Future<Integer>> load = new ArrayList<>();
      for (Vaulted somebody : people) {
        for (AuthServer replica : List.of(before, after)) {
          String bearer = replica.http().token("calendar-service", ClientsFiles.SECRET);
          load.add(together.submit(() -> handOut(somebody, replica, bearer, enough)));
        }
      }
      Caretaker caretaker = after.bean(Caretaker.class);
      int rewrapped = 0;
      // Renewals by both replicas, and wrapping anew by one, in each other's way.
      try {
        for (int round = 0; round < 5; round++) {
          clock.move(Duration.ofMinutes(61));
          rewrapped += caretaker.rewrapSome();
          before.bean(Caretaker.class).renewWhatIsDue();
          rewrapped += caretaker.rewrapSome();
        }
      } finally {
        enough.set(true);
      }
      int given = 0;
      for (Future<Integer> each : load) {
        given += each.get();
      }
      assertThat(rewrapped).isGreaterThanOrEqualTo(12);
      assertThat(given).isGreaterThan(24);
    }
    try (AuthServer after = started(both(old, fresh, true))) {
      while (after.bean(Caretaker.class).rewrapSome() > 0) {
        // Until nothing is left.
      }
    }
    try (AuthServer last = started(json(fresh))) {
      clock.move(Duration.ofMinutes(61));
      for (Vaulted somebody : people) {
        Answer answer = somebody.askFor(last, "microsoft");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      }
    }
  }

  private static int handOut(
      Vaulted somebody, AuthServer replica, String bearer, AtomicBoolean enough) {
    int given = 0;
    while (!enough.get()) {
      Answer answer =
          replica.http().vendorToken(bearer, somebody.id(), "microsoft", UUID.randomUUID());
      // 503 is "in a second": another replica renews it just now.
      assertThat(answer.status()).as(answer.body()).isIn(200, 503);
      given += answer.status() == 200 ? 1 : 0;
    }
    return given;
  }
}
