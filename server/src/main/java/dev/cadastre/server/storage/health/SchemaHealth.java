package dev.cadastre.server.storage.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which migrations there are, in the program and in the database. */
@Component
class SchemaHealth implements Examination {

    private static final Pattern VERSIONED =
            Pattern.compile("db/migration/([a-z]+)/V([0-9]+)__[^/]+\\.sql$");

    private final JdbcClient jdbc;

    SchemaHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Finding> examine() {
        Map<String, Integer> known = known();
        Map<String, Integer> found = new TreeMap<>();
        known.keySet().forEach(part -> found.put(part, found(part)));
        return SchemaFindings.of(known, found);
    }

    /** The parts with tables. */
    static String[] parts() {
        return known().keySet().toArray(String[]::new);
    }

    private static Map<String, Integer> known() {
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
        return newest;
    }

    private int found(String part) {
        return jdbc.sql(
                        """
                        select coalesce(max(version::int), 0)
                        from public.flyway_schema_history_%s
                        where success and version ~ '^[0-9]{1,9}$'
                        """
                                .formatted(part))
                .query(Integer.class)
                .single();
    }
}
