package org.cotejo.ingest.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Issues tokens, and shows its key to the service as any issuer does. */
public final class TokenIssuer implements QuarkusTestResourceLifecycleManager {
  private static final String KEY_ID = "test";

  /** One key for the whole run, since the service and the tests live in different class loaders. */
  private static final String SHARED = "cotejo.test.signing-key";

  private static final String ISSUER = "http://issuer.test.invalid";

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    byte[] keys = keySet().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/jwks.json",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(keys);
          }
        });
    server.start();
    return Map.of(
        "cotejo.auth.issuer",
        ISSUER,
        "cotejo.auth.jwks-url",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  /** A token with these roles, of somebody who is called like them. */
  public static String token(String... roles) {
    return token("test-" + String.join("-", roles), Duration.ofHours(1), roles);
  }

  /** A token of a named person. */
  public static String tokenOf(String name, String... roles) {
    return token(name, Duration.ofHours(1), roles);
  }

  /** A token whose time is over. */
  public static String expired(String... roles) {
    return token("test-late", Duration.ofHours(-1), roles);
  }

  private static String token(String name, Duration validity, String... roles) {
    long now = System.currentTimeMillis() / 1000;
    return Jwt.issuer(ISSUER)
        .subject(name)
        .upn(name)
        .claim("roles", Set.of(roles))
        .issuedAt(now - 7200)
        .expiresAt(now + validity.toSeconds())
        .jws()
        .keyId(KEY_ID)
        .sign(key());
  }

  private static String keySet() {
    RSAPrivateCrtKey key = key();
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(KEY_ID, number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int start = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
  }

  private static RSAPrivateCrtKey key() {
    String encoded = System.getProperties().computeIfAbsent(SHARED, _ -> generated()).toString();
    try {
      return (RSAPrivateCrtKey)
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String generated() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
      return Base64.getEncoder().encodeToString(encoded);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
