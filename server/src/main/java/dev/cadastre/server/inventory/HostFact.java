package dev.cadastre.server.inventory;

import dev.cadastre.probe.Fact;
import dev.cadastre.probe.FactValue;
import java.time.Instant;

/**
 * A fact of a host.
 *
 * @param name dotted, {@code os.version}
 * @param value what it is
 * @param kind whether it makes history
 * @param since the first report with this value; for a measure the last report
 */
public record HostFact(String name, FactValue value, Fact.Kind kind, Instant since) {}
