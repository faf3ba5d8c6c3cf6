package dev.cadastre.api.incident;

/**
 * What somebody says of an incident.
 *
 * @param text up to 4,000 characters
 */
public record CommentRequest(String text) {}
