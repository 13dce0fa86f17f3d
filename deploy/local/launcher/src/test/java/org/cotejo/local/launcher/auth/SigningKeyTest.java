package org.cotejo.local.launcher.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.cotejo.local.launcher.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

  @TempDir Path folder;

  @Test
  void signsTokensThatItsKeySetVerifies() throws Exception {
    // Given
    SigningKey key = SigningKey.loadOrCreate(folder.resolve("key.pem"));
    // When
    String token = key.token("http://a/auth", List.of(Role.OPERATOR), NOW, Duration.ofHours(12));
    // Then
    String[] parts = token.split("\\.", -1);
    JsonNode jwk = JSON.readTree(key.keySet()).path("keys").path(0);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e"))));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertTrue(signature.verify(decode(parts[2])));
    assertEquals(jwk.path("kid").asText(), JSON.readTree(decode(parts[0])).path("kid").asText());
  }

  @Test
  void saysWhoMayDoWhatUntilWhen() throws Exception {
    // Given
    SigningKey key = SigningKey.loadOrCreate(folder.resolve("key.pem"));
    // When
    String token =
        key.token("http://a/auth", Role.parse("reader, curator"), NOW, Duration.ofHours(12));
    // Then
    JsonNode claims = JSON.readTree(decode(token.split("\\.", -1)[1]));
    assertEquals("http://a/auth", claims.path("iss").asText());
    assertEquals("[\"reader\",\"curator\"]", claims.path("roles").toString());
    assertEquals(12 * 3600, claims.path("exp").asLong() - claims.path("iat").asLong());
    assertTrue(claims.hasNonNull("sub") && claims.hasNonNull("aud"));
  }

  @Test
  void keepsItsKeyForItsOwner() throws Exception {
    // Given
    Path file = folder.resolve("auth/key.pem");
    String id = SigningKey.loadOrCreate(file).id();
    // When
    SigningKey again = SigningKey.loadOrCreate(file);
    // Then
    assertEquals(id, again.id());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void refusesAFileWithoutAKey() throws Exception {
    // Given
    Path file = Files.writeString(folder.resolve("key.pem"), "not a key");
    // When, Then
    assertThrows(Refusal.class, () -> SigningKey.load(file));
  }

  @Test
  void namesTheRolesWhenOneIsNotKnown() {
    // When
    Refusal refusal = assertThrows(Refusal.class, () -> Role.parse("reader,king"));
    // Then
    assertEquals(
        "there is no role \"king\"; the roles are reader, submitter, curator, operator",
        refusal.getMessage());
  }

  private static BigInteger number(JsonNode jwk, String field) {
    return new BigInteger(1, decode(jwk.path(field).asText()));
  }

  private static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
