package dev.cadastre.api;

import org.jspecify.annotations.Nullable;

/**
 * Which packages a file belongs to, asked of hosts.
 *
 * @param file its whole path, {@code /usr/bin/psql}
 * @param q a query that finds the hosts to ask; null for all
 */
public record FileQuestion(String file, @Nullable String q) {}
