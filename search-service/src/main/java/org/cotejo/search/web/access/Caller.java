package org.cotejo.search.web.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/** Who is asking. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;
  private final Clock clock;

  @Inject
  public Caller(SecurityIdentity identity, Clock clock) {
    this.identity = identity;
    this.clock = clock;
  }

  /** Roles of the token; empty without one. */
  public Set<String> roles() {
    return identity.getRoles();
  }

  /** The day by which embargoes are counted, in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
