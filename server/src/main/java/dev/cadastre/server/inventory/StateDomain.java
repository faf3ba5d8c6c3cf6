package dev.cadastre.server.inventory;

import dev.cadastre.probe.Section;
import dev.cadastre.server.inventory.StoredValues.StoredDaemon;
import dev.cadastre.server.inventory.StoredValues.StoredFact;
import dev.cadastre.server.inventory.StoredValues.StoredRuntime;
import dev.cadastre.server.inventory.StoredValues.StoredService;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A kind of state that a host has over time, with the table that holds it. */
enum StateDomain {
    FACTS("inventory.fact", "facts", "fact", "facts") {
        @Override
        String section(String value) {
            return StateJson.read(value, StoredFact.class).section();
        }

        @Override
        String text(String value) {
            JsonNode node = StateJson.read(value, JsonNode.class).get("value");
            return StateJson.factValue(node).text();
        }
    },
    SERVICES("inventory.service", "services", "service", "services") {
        @Override
        String section(String value) {
            return Section.of(Section.Kind.SOCKETS).name();
        }

        @Override
        String text(String value) {
            return Objects.requireNonNullElse(
                    StateJson.read(value, StoredService.class).process(), "");
        }
    },
    DAEMONS("inventory.daemon", "daemons", "daemon", "daemons") {
        @Override
        String section(String value) {
            return Section.of(Section.Kind.DAEMONS).name();
        }

        @Override
        String text(String value) {
            StoredDaemon daemon = StateJson.read(value, StoredDaemon.class);
            return daemon.state() + enabled(daemon).orElse("");
        }

        private Optional<String> enabled(StoredDaemon daemon) {
            return Optional.ofNullable(daemon.enabled())
                    .map(enabled -> enabled ? ", enabled" : ", disabled");
        }
    },
    RUNTIMES("inventory.runtime", "runtimes", "runtime", "runtimes") {
        @Override
        String section(String value) {
            return Section.of(Section.Kind.RUNTIMES).name();
        }

        @Override
        String text(String value) {
            return Objects.requireNonNullElse(
                    StateJson.read(value, StoredRuntime.class).version(), "");
        }
    };

    private final String table;
    private final String column;
    private final String one;
    private final String many;

    StateDomain(String table, String column, String one, String many) {
        this.table = table;
        this.column = column;
        this.one = one;
        this.many = many;
    }

    /** The section that told a value. */
    abstract String section(String value);

    /** A value for people. */
    abstract String text(String value);

    String table() {
        return table;
    }

    /** The column of digests. */
    String column() {
        return column;
    }

    String one() {
        return one;
    }

    String many() {
        return many;
    }

    /** The kind of event that tells of changes. */
    String event() {
        return many + ".changed";
    }
}
