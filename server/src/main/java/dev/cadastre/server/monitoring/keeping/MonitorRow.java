package dev.cadastre.server.monitoring.keeping;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * One definition on one asset.
 *
 * @param id never means another
 * @param host the ordinal of the host that the asset is, or is on; 0 for none
 */
@NamedInterface("keeping")
public record MonitorRow(
        long id,
        long definition,
        String name,
        String asset,
        int host,
        String environment,
        Instant madeAt) {}
