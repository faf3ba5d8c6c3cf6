package dev.cadastre.api;

import org.jspecify.annotations.Nullable;

/**
 * A host that was added.
 *
 * @param host as it is known now
 * @param token what it sends its reports with, shown this once; null unless it pushes
 */
public record AddedHost(HostSummary host, @Nullable String token) {}
