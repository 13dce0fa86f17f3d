package org.cotejo.search.retrieval;

/**
 * A document of a result list that is taken away.
 *
 * @param address where it can be read
 */
public record ListedDocument(SearchResult.DocumentSummary document, String address) {}
