package org.cotejo.ingest.web.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cotejo.ingest.catalogue.Access;
import org.cotejo.ingest.catalogue.store.DocumentEntity;
import org.cotejo.problems.Problem;

/** Who is asking, and what they may see. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;

  @Inject
  public Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Name of the caller for the audit. */
  public String name() {
    return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
  }

  /** Roles of the token; empty without one. */
  public Set<String> roles() {
    return identity.getRoles();
  }

  /** Whether the caller sees everything that is not withdrawn. */
  public boolean seesEverything() {
    return roles().contains("curator") || roles().contains("operator");
  }

  /** Whether the caller sees what is restricted. */
  public boolean seesRestricted() {
    return seesEverything() || roles().contains("reader");
  }

  /** The caller's name when it is one who submits, and so may follow what they sent. */
  public Optional<String> submitter() {
    return roles().contains("submitter") ? Optional.of(name()) : Optional.empty();
  }

  /** Whether the caller may see a document; those who submitted it may follow it. */
  public boolean may(DocumentEntity document) {
    return submitter().filter(document.submittedBy::equals).isPresent()
        || accessOf(document).allows(roles(), LocalDate.now(ZoneOffset.UTC));
  }

  /**
   * Refuses what the caller may not see, in the same words as what is not there.
   *
   * @throws Problem 404, also for a withdrawn document unless the caller is curator or operator
   */
  public DocumentEntity require(Optional<DocumentEntity> document) {
    return document
        .filter(found -> found.withdrawn() ? seesEverything() : may(found))
        .orElseThrow(() -> Problem.notFound("document"));
  }

  private static Access accessOf(DocumentEntity document) {
    return new Access(
        Access.Level.valueOf(document.accessLevel.toUpperCase(Locale.ROOT)),
        Optional.ofNullable(document.accessUntil));
  }
}
