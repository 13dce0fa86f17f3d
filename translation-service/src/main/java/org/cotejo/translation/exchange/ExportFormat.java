package org.cotejo.translation.exchange;

/** A format in which something can be had. */
public interface ExportFormat {
  /** The name in addresses. */
  String wireName();

  /** Without parameters. */
  String mediaType();
}
