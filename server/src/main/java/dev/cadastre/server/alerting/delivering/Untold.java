package dev.cadastre.server.alerting.delivering;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * An incident that nobody can be told of.
 *
 * @param why sentences
 * @param since when that was found first
 */
@NamedInterface("delivering")
public record Untold(long incident, String title, String environment, String why, Instant since) {}
