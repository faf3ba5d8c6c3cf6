package dev.cadastre.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A host that has a package.
 *
 * @param since when this version was first reported there
 */
public record PackageHost(
        String host,
        String environment,
        @JsonProperty("package") InstalledPackage installed,
        Instant since) {}
