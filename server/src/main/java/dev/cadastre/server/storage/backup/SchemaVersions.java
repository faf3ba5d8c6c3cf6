package dev.cadastre.server.storage.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Compares the versions of the parts' tables with those that a program knows. */
public final class SchemaVersions {

    private static final Pattern VERSIONED =
            Pattern.compile("db/migration/([a-z]+)/V([0-9]+)__[^/]+\\.sql$");

    private SchemaVersions() {}

    /** The newest version that this program knows, of each part with tables. */
    public static Map<String, String> newestKnown() {
        Map<String, Integer> newest = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:db/migration/*/V*.sql")) {
                Matcher name = VERSIONED.matcher(file.getURL().getPath());
                if (name.find()) {
                    newest.merge(name.group(1), Integer.parseInt(name.group(2)), Math::max);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The migrations are not in the program", e);
        }
        Map<String, String> versions = new TreeMap<>();
        newest.forEach((part, version) -> versions.put(part, version.toString()));
        return versions;
    }

    /**
     * The version of the tables of each part that has some.
     *
     * @param database where they are
     * @param parts all that may have some
     */
    public static Map<String, String> found(Connection database, Collection<String> parts)
            throws SQLException {
        Map<String, String> versions = new TreeMap<>();
        try (Statement statement = database.createStatement()) {
            for (String part : parts) {
                String history = "public.flyway_schema_history_" + part;
                if (single(statement, "select to_regclass('%s')::text".formatted(history))
                        != null) {
                    String newest =
                            single(
                                    statement,
                                    """
                                    select version from %s where success and version is not null
                                    order by string_to_array(version, '.')::int[] desc limit 1
                                    """
                                            .formatted(history));
                    versions.put(part, newest == null ? "0" : newest);
                }
            }
        }
        return versions;
    }

    private static @Nullable String single(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /**
     * Makes sure that a program knows all of these.
     *
     * @param found the versions of some parts' tables
     * @param newest the newest that the program knows, of all parts
     * @param what has them, at the beginning of a sentence
     * @throws BackupRefused naming every part that is too new
     */
    public static void requireKnown(
            Map<String, String> found, Map<String, String> newest, String what) {
        List<String> newer = new ArrayList<>();
        new TreeMap<>(found)
                .forEach((part, version) -> {
                    String known = newest.get(part);
                    if (known == null) {
                        newer.add("part %s, which it does not know".formatted(part));
                    } else if (number(version) > number(known)) {
                        newer.add(
                                "part %s version %s instead of at most %s"
                                        .formatted(part, version, known));
                    }
                });
        if (!newer.isEmpty()) {
            throw new BackupRefused(
                    "data.newer",
                    "%s is newer than this program: %s".formatted(what, String.join("; ", newer)),
                    "Use the version of the program that wrote it, or a later one.");
        }
    }

    /** Migrations are numbered by whole numbers; what is none is newer than all. */
    private static long number(String version) {
        return version.matches("[0-9]{1,9}") ? Long.parseLong(version) : Long.MAX_VALUE;
    }
}
