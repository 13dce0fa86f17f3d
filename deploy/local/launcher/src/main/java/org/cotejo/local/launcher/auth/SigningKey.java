package org.cotejo.local.launcher.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.local.launcher.Refusal;
import org.cotejo.local.launcher.folder.PrivateFile;

/** The RSA key of one data folder: signs its tokens (RFC 7519, RS256) and shows its public half. */
public final class SigningKey {
  private static final int KEY_BITS = 2048;
  private static final String AUDIENCE = "cotejo";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RSAPrivateCrtKey key;

  private SigningKey(RSAPrivateCrtKey key) {
    this.key = key;
  }

  /** Reads the key of a file, or makes one that only its owner may read. */
  public static SigningKey loadOrCreate(Path file) {
    if (!Files.exists(file)) {
      PrivateFile.write(file, pem(generate()));
    }
    return load(file);
  }

  /**
   * Reads the key of a file.
   *
   * @throws Refusal when there is none, or no key in it
   */
  public static SigningKey load(Path file) {
    try {
      String text =
          Files.readString(file)
              .replace("-----BEGIN PRIVATE KEY-----", "")
              .replace("-----END PRIVATE KEY-----", "");
      byte[] encoded = Base64.getMimeDecoder().decode(text);
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new SigningKey((RSAPrivateCrtKey) key);
    } catch (IOException failure) {
      throw new Refusal("the signing key " + file + " cannot be read", failure);
    } catch (GeneralSecurityException | IllegalArgumentException failure) {
      throw new Refusal(
          file + " holds no RSA key; remove it and start again to have a new one made", failure);
    }
  }

  /** The public key as a JSON Web Key Set (RFC 7517). */
  public String keySet() {
    Map<String, String> jwk = new LinkedHashMap<>();
    jwk.put("kty", "RSA");
    jwk.put("use", "sig");
    jwk.put("alg", "RS256");
    jwk.put("kid", id());
    jwk.put("n", number(key.getModulus()));
    jwk.put("e", number(key.getPublicExponent()));
    return json(Map.of("keys", List.of(jwk)));
  }

  /** The key's thumbprint (RFC 7638), its {@code kid}. */
  public String id() {
    // The members in the order that the RFC's section 3.2 demands.
    Map<String, String> members = new LinkedHashMap<>();
    members.put("e", number(key.getPublicExponent()));
    members.put("kty", "RSA");
    members.put("n", number(key.getModulus()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(json(members).getBytes(StandardCharsets.UTF_8));
      return encode(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * A signed token.
   *
   * @param issuer the claim {@code iss}, as the services expect it
   */
  public String token(String issuer, List<Role> roles, Instant now, Duration validity) {
    List<String> names = roles.stream().map(Role::claim).toList();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("sub", "local-" + String.join("-", names));
    claims.put("upn", "local-" + String.join("-", names));
    claims.put("aud", AUDIENCE);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(validity).getEpochSecond());
    claims.put("roles", names);
    Map<String, String> header = new LinkedHashMap<>();
    header.put("alg", "RS256");
    header.put("typ", "JWT");
    header.put("kid", id());
    String signed =
        encode(json(header).getBytes(StandardCharsets.UTF_8))
            + "."
            + encode(json(claims).getBytes(StandardCharsets.UTF_8));
    return signed + "." + encode(sign(signed));
  }

  private byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("this Java cannot sign with RSA", failure);
    }
  }

  private static PrivateKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("this Java cannot make RSA keys", failure);
    }
  }

  private static String pem(PrivateKey key) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  /** Unsigned big-endian without a leading zero, as RFC 7518 section 2 demands. */
  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int start = bytes[0] == 0 ? 1 : 0;
    byte[] unsigned = new byte[bytes.length - start];
    System.arraycopy(bytes, start, unsigned, 0, unsigned.length);
    return encode(unsigned);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
