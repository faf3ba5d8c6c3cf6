package dev.cadastre.server.monitoring.running;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.HostAddress;
import dev.cadastre.server.inventory.HostNetworks;
import dev.cadastre.server.inventory.Readings;
import dev.cadastre.server.monitoring.keeping.MonitorRow;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What parameters stand for on an asset: {@code host}, {@code address}, {@code environment} and
 * {@code asset}, a fact of its host as {@code fact:NAME}, and else what the estate says of the
 * host. Thread-safe.
 */
@Component
class AssetParameters {

    private static final String FACT = "fact:";
    private static final String LOOPBACK = "127.0.0.1";

    private final Estate estate;
    private final HostPlacings placings;
    private final Readings readings;

    AssetParameters(Estate estate, HostPlacings placings, Readings readings) {
        this.estate = estate;
        this.placings = placings;
        this.readings = readings;
    }

    /** Those of a monitor's asset, as they are while the answer is used. */
    Of of(MonitorRow row) {
        return new Of(row);
    }

    final class Of {

        private final MonitorRow row;
        private final Map<String, Optional<String>> known = new HashMap<>();

        private Of(MonitorRow row) {
            this.row = row;
        }

        /** The value of a parameter; empty if it has none here. */
        Optional<String> value(String name) {
            return known.computeIfAbsent(name, this::find);
        }

        private Optional<String> find(String name) {
            return switch (name) {
                case "asset" -> Optional.of(row.asset());
                case "environment" -> Optional.of(row.environment());
                case "host" -> host();
                case "address" -> address();
                default ->
                        name.startsWith(FACT)
                                ? fact(name.substring(FACT.length()))
                                : stated(name.toLowerCase(Locale.ROOT));
            };
        }

        private Optional<String> host() {
            return placings.of(row.host()).map(HostNetworks.Placed::name);
        }

        private Optional<String> address() {
            Optional<HostAddress> stated =
                    host().flatMap(estate::hostIgnoringCase).map(DeclaredHost::address);
            if (stated.isPresent() && stated.get().kind() != HostAddress.Kind.NONE) {
                return Optional.of(
                        stated.get().kind() == HostAddress.Kind.LOCAL
                                ? LOOPBACK
                                : stated.get().text());
            }
            return placings.of(row.host()).map(HostNetworks.Placed::address);
        }

        private Optional<String> fact(String name) {
            return host().flatMap(host ->
                    readings.facts(host, null, Reach.ALL).stream()
                            .filter(fact -> fact.name().equals(name))
                            .map(fact -> fact.value().text())
                            .findAny());
        }

        private Optional<String> stated(String key) {
            return host().map(estate.model()::view).map(view -> view.value(key));
        }
    }
}
