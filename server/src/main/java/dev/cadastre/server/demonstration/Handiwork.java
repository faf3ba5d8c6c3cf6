package dev.cadastre.server.demonstration;

import dev.cadastre.probe.OfferedPackage;
import dev.cadastre.probe.PackageType;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.inventory.advisory.Advisories;
import dev.cadastre.server.inventory.offer.HostOfferTable;
import dev.cadastre.server.inventory.offer.HostOffers;
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
 * which people do: saved queries, and advisories whose fixes are still being rolled out. What the
 * repositories of hosts answered is put in its place, as there is no host to ask.
 */
@Component
class Handiwork {

    /** The day on which queries were saved. */
    static final int SAVING = 3;

    /** The day on which advisories were loaded, after the first hosts had what they ask for. */
    static final int LOADING = 26;

    /** The day on which hosts were asked what their repositories offer. */
    static final int ASKING = 27;

    /** Those hosts, whose Python is not supported by anybody but their distribution. */
    private static final String ASKED = "os:rocky";

    private static final List<OfferedPackage> OFFERED =
            List.of(python("3.11", "3.11.13-1.el9"), python("3.12", "3.12.11-1.el9"));

    private static final Duration AGE_OF_LISTS = Duration.ofHours(9);
    private static final int MOST_HOSTS = 500;
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
    private final Hosts hosts;
    private final HostOfferTable offers;
    private final Access access;
    private final Clock clock;

    Handiwork(
            Advisories advisories,
            SavedQueries queries,
            Hosts hosts,
            HostOfferTable offers,
            Access access,
            Clock clock) {
        this.advisories = advisories;
        this.queries = queries;
        this.hosts = hosts;
        this.offers = offers;
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
        if (day == ASKING) {
            answer();
        }
    }

    private void answer() {
        HostQuery all =
                new HostQuery(null, null, null, false, Lifecycle.LIVE, null, null, MOST_HOSTS);
        var told = new HostOffers(clock.instant(), clock.instant().minus(AGE_OF_LISTS), OFFERED);
        hosts.find(all, ASKED, Reach.ALL).items().forEach(host -> offers.put(host.id(), told));
    }

    private static OfferedPackage python(String line, String version) {
        String name = "python" + line;
        return new OfferedPackage(
                PackageType.RPM, name, version, "appstream", name, version, false);
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
