package org.cotejo.search;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Signs tokens with a key of this run and lets the service verify them with its public half. */
public final class TestTokens implements QuarkusTestResourceLifecycleManager {
  private static final String ISSUER = "https://issuer.test";
  private static final KeyPair KEYS = keys();
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.oidc.public-key",
        Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()),
        "quarkus.oidc.auth-server-url",
        "",
        "quarkus.oidc.jwks-path",
        "",
        "quarkus.oidc.token.issuer",
        ISSUER);
  }

  @Override
  public void stop() {
    // Nothing was started.
  }

  /** A token with one role, or with several with blanks between; the same one when asked again. */
  public static String of(String roles) {
    return TOKENS.computeIfAbsent(roles, TestTokens::signed);
  }

  private static String signed(String roles) {
    return Jwt.issuer(ISSUER)
        .upn("test-" + roles)
        .subject("test-" + roles)
        .claim("roles", Set.of(roles.split(" ", -1)))
        .expiresIn(Duration.ofHours(2))
        .sign(KEYS.getPrivate());
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
