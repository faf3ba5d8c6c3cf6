package dev.cadastre.server.web.page;

/**
 * A text to choose for a box.
 *
 * @param text all that stands in the box then
 * @param label what it adds
 */
public record Offered(String text, String label) {}
