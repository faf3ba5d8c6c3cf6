package com.example.links;

import java.io.IOException;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The database of the links, or a copy of it. */
final class Database {

    private final Settings settings;
    private final String name;

    Database(Settings settings, String name) {
        this.settings = settings;
        this.name = name;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s?user=%s&connectTimeout=10"
                        .formatted(settings.host(), name, settings.user()));
    }

    /** Where a link leads. */
    Optional<String> follow(String link) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement find =
                        connection.prepareStatement("SELECT target FROM link WHERE name = ?")) {
            find.setString(1, link);
            try (ResultSet found = find.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        }
    }

    /** Makes a link, or lets it lead elsewhere. */
    void put(String link, String target) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement put =
                        connection.prepareStatement(
                                "INSERT INTO link (name, target) VALUES (?, ?)"
                                        + " ON CONFLICT (name) DO UPDATE SET target = excluded.target")) {
            put.setString(1, link);
            put.setString(2, target);
            put.executeUpdate();
        }
    }

    /** All links, with what is to be shown of each. */
    Map<String, String> all() throws SQLException {
        try (Connection connection = connect();
                PreparedStatement find =
                        connection.prepareStatement(
                                "SELECT name, target FROM link ORDER BY name LIMIT 1000");
                ResultSet found = find.executeQuery()) {
            Map<String, String> links = new LinkedHashMap<>();
            while (found.next()) {
                links.put(found.getString(1), found.getString(2));
            }
            return links;
        }
    }

    /** Copies it, while others work with it, and returns what the copy is called. */
    String copy() throws IOException, InterruptedException {
        // Another host may try the same at the same time.
        String host = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
        String copy = name + "_try_" + host.replaceAll("[^a-z0-9]", "_");
        run(command("dropdb", "--if-exists", copy));
        run(command("createdb", copy));
        run(command("pg_dump", name), command("psql", "-qX", "-v", "ON_ERROR_STOP=1", copy));
        return copy;
    }

    /** Removes a copy. */
    void drop(String copy) throws IOException, InterruptedException {
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("CADASTRE_COPY names no copy");
        }
        run(command("dropdb", copy));
    }

    private ProcessBuilder command(String program, String... arguments) {
        List<String> words =
                new ArrayList<>(List.of(program, "-h", settings.host(), "-U", settings.user()));
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static void run(ProcessBuilder... commands) throws IOException, InterruptedException {
        List<ProcessBuilder> all = List.of(commands);
        all.get(all.size() - 1).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        for (Process process : ProcessBuilder.startPipeline(all)) {
            if (process.waitFor() != 0) {
                throw new IOException(
                        "%s ended with status %d"
                                .formatted(all.get(0).command(), process.exitValue()));
            }
        }
    }
}
