package dev.cadastre.api;

/**
 * How often each host is collected.
 *
 * @param intervalSeconds from one collection of a host to its next, as it is now
 * @param wishedSeconds the same as it is set; fewer than {@code intervalSeconds} where there are
 *     more hosts than the server can collect in that time
 * @param reason why it is so, as a sentence
 */
public record CollectionPace(long intervalSeconds, long wishedSeconds, String reason) {}
