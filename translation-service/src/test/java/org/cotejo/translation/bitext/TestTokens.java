package org.cotejo.translation.bitext;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** An issuer of tokens for the tests, with a key of its own. */
public final class TestTokens implements QuarkusTestResourceLifecycleManager {
  private static final String ISSUER = "https://issuer.test";

  /** Where the tests find the private key: they may run in another class loader than this. */
  public static final String PRIVATE_KEY = "cotejo.test.private-key";

  @Override
  public Map<String, String> start() {
    KeyPair keys = keys();
    return Map.of(
        PRIVATE_KEY,
        Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()),
        "cotejo.auth.issuer",
        ISSUER,
        "cotejo.auth.jwks-url",
        ISSUER + "/jwks.json",
        // With an address of an issuer the key would be asked for there.
        "quarkus.oidc.auth-server-url",
        "",
        "quarkus.oidc.jwks-path",
        "",
        "quarkus.oidc.public-key",
        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
  }

  @Override
  public void stop() {
    // Nothing was started.
  }

  public static String token(String role, String privateKey) {
    return Jwt.issuer(ISSUER)
        .subject("tester")
        .claim("roles", Set.of(role))
        .expiresIn(600)
        .sign(privateKey(privateKey));
  }

  private static PrivateKey privateKey(String encoded) {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
