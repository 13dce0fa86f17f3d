package org.cotejo.search.iiif.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import org.cotejo.search.iiif.objects.IiifConfig;

/** The address under which the client knows this service. */
@RequestScoped
public class Address {
  private final IiifConfig config;
  private final UriInfo uri;

  @Inject
  public Address(IiifConfig config, UriInfo uri) {
    this.config = config;
    this.uri = uri;
  }

  /** Scheme and host, without a slash at the end. */
  public String base() {
    return config.baseUrl().orElseGet(() -> uri.getBaseUri().toString()).replaceAll("/+$", "");
  }
}
