package dev.cadastre.server.inventory;

import dev.cadastre.server.inventory.installed.HostEntry;
import dev.cadastre.server.inventory.query.HostPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the table of hosts. */
record HostRow(
        int ordinal,
        UUID id,
        String name,
        String environment,
        List<String> groups,
        @Nullable String address,
        boolean declared,
        @Nullable String file,
        int line,
        Lifecycle lifecycle,
        @Nullable Instant retiredAt,
        Instant firstSeen,
        long revision,
        @Nullable Instant observedAt,
        @Nullable Instant hostTime,
        @Nullable String osId,
        @Nullable String os,
        @Nullable String kernel,
        int packages,
        Outcome outcome) {

    static HostRow of(ResultSet row, int number) throws SQLException {
        return new HostRow(
                row.getInt("ordinal"),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("environment"),
                List.of((String[]) row.getArray("groups").getArray()),
                row.getString("address"),
                row.getBoolean("declared"),
                row.getString("file"),
                row.getInt("line"),
                Lifecycle.valueOf(row.getString("lifecycle")),
                instant(row, "retired_at"),
                row.getTimestamp("first_seen").toInstant(),
                row.getLong("revision"),
                instant(row, "observed_at"),
                instant(row, "host_time"),
                row.getString("os_id"),
                row.getString("os"),
                row.getString("kernel"),
                row.getInt("packages"),
                new Outcome(
                        Outcome.Kind.valueOf(row.getString("outcome")),
                        row.getTimestamp("outcome_since").toInstant(),
                        row.getString("outcome_reason"),
                        row.getString("outcome_remedy"),
                        instant(row, "attempted_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    String asset() {
        return "host:" + name;
    }

    boolean living() {
        return lifecycle == Lifecycle.LIVE;
    }

    boolean heardSince(Instant limit) {
        return observedAt != null && observedAt.isAfter(limit);
    }

    /** What history keeps of the host itself. */
    StoredValues.StoredHost stored() {
        return new StoredValues.StoredHost(
                name, environment, groups, address, declared, lifecycle, os, kernel);
    }

    HostEntry entry() {
        return new HostEntry(ordinal, revision, name, environment, living());
    }

    HostPlace place() {
        return new HostPlace(name, environment, groups, living());
    }

    Host host(Instant staleBefore) {
        return new Host(
                id,
                name,
                environment,
                groups,
                address,
                os,
                osId,
                kernel,
                outcome,
                observedAt,
                living() && observedAt != null && observedAt.isBefore(staleBefore),
                packages,
                lifecycle,
                retiredAt,
                firstSeen,
                declared,
                file,
                line);
    }
}
