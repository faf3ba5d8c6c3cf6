package dev.cadastre.server.demonstration;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.inventory.advisory.Advisories;
import dev.cadastre.server.search.SavedQueries;
import dev.cadastre.server.search.SavedQueryChange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What people of the invented organisation put into the register themselves, through the doors by
 * which people do: saved queries, and advisories whose fixes are still being rolled out.
 */
@Component
class Handiwork {

    /** The day on which queries were saved. */
    static final int SAVING = 3;

    /** The day on which advisories were loaded, after the first hosts had what they ask for. */
    static final int LOADING = 26;

    private static final Duration AGE_OF_ADVISORIES = Duration.ofDays(8);
    private static final List<String> ADVISORIES =
            List.of("advisory-openssl.json", "advisory-nginx.json");

    private static final Map<String, String> QUERIES =
            Map.of(
                    "behind-on-openssl", "os:debian pkg:openssl<3.0.22",
                    "installed-by-hand",
                            "-group:build (pkg:gcc OR pkg:strace OR pkg:tcpdump OR pkg:htop)",
                    "the-shop", "env:prod group:shop");

    private final Advisories advisories;
    private final SavedQueries queries;
    private final Access access;
    private final Clock clock;

    Handiwork(Advisories advisories, SavedQueries queries, Access access, Clock clock) {
        this.advisories = advisories;
        this.queries = queries;
        this.access = access;
        this.clock = clock;
    }

    /** Does what was done on that day of the past, counted from 0. */
    void of(int day) {
        if (day == SAVING) {
            access.asSystem(() -> QUERIES.forEach(this::save));
        }
        if (day == LOADING) {
            ADVISORIES.forEach(this::load);
        }
    }

    private void save(String name, String q) {
        SavedQueryChange change = queries.put(name, q);
        if (!(change instanceof SavedQueryChange.Done)) {
            throw new IllegalStateException("The query " + name + " is not saved: " + change);
        }
    }

    private void load(String file) {
        try (InputStream in = Handiwork.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            String published =
                    clock.instant()
                            .minus(AGE_OF_ADVISORIES)
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString();
            String document =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("PUBLISHED", published);
            advisories.load(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
