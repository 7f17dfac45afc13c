package dev.convene.auth.clients;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Set;

/** The keys by which a client proves who it is: public ones, strong, told apart by their ids. */
sealed interface PublicKeys {

  int MOST = 10;
  int FEWEST_RSA_BITS = 2048;
  int MOST_RSA_BITS = 8192;

  /** The set as it is stored. */
  record Usable(String json) implements PublicKeys {}

  /**
   * They cannot be used.
   *
   * @param why for people; never repeats a key
   */
  record Unusable(String why) implements PublicKeys {}

  /** Reads a JSON Web Key Set. */
  static PublicKeys of(String json) {
    JWKSet set;
    if (!json.startsWith("{")) {
      return new Unusable("This is not a JSON Web Key Set.");
    }
    try {
      set = JWKSet.parse(json);
    } catch (ParseException | IllegalArgumentException _) {
      return new Unusable("This is not a JSON Web Key Set.");
    }
    if (set.isEmpty() || set.size() > MOST) {
      return new Unusable("There must be 1 to " + MOST + " keys.");
    }
    Set<String> ids = new HashSet<>();
    for (JWK key : set.getKeys()) {
      if (key.isPrivate()) {
        return new Unusable(
            "There is a private or symmetric key among them. Replace it: it was sent.");
      }
      if (key.getKeyID() == null || !ids.add(key.getKeyID())) {
        return new Unusable("Each key needs a kid of its own.");
      }
      if (!isStrong(key)) {
        return new Unusable("Keys must be RSA with 2048 to 8192 bits, or EC on P-256.");
      }
    }
    return new Usable(set.toString());
  }

  private static boolean isStrong(JWK key) {
    return switch (key) {
      case RSAKey rsa -> rsa.size() >= FEWEST_RSA_BITS && rsa.size() <= MOST_RSA_BITS;
      case ECKey ec -> Curve.P_256.equals(ec.getCurve());
      default -> false;
    };
  }
}
