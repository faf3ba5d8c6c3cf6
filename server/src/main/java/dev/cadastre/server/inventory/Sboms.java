package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.foreign.BillOfMaterials;
import dev.cadastre.server.inventory.foreign.CycloneDx;
import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.installed.PackageChange;
import dev.cadastre.server.inventory.installed.PackageDictionary;
import dev.cadastre.server.inventory.installed.PackageIds;
import dev.cadastre.server.inventory.installed.PackageRow;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The bills of materials of a host's applications. What they tell are packages of the host, beside
 * those that the host itself tells of. Every method throws {@link UnknownHost} if there is none of
 * that name within reach. Thread-safe.
 */
@Service
public class Sboms {

    /** A document takes many times its size while it is read. */
    private static final int READ_AT_ONCE = 2;

    /** The most applications of a host. */
    private static final int MOST = 500;

    private static final Predicate<String> NAME =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}").asMatchPredicate();

    private final HostReader hosts;
    private final HostTable table;
    private final SbomTable sboms;
    private final PackageDictionary dictionary;
    private final PackageApplication packages;
    private final HoldingsReader holdings;
    private final Timeline timeline;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore reading = new Semaphore(READ_AT_ONCE);

    Sboms(
            HostReader hosts,
            HostTable table,
            SbomTable sboms,
            PackageDictionary dictionary,
            PackageApplication packages,
            HoldingsReader holdings,
            Timeline timeline,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.hosts = hosts;
        this.table = table;
        this.sboms = sboms;
        this.dictionary = dictionary;
        this.packages = packages;
        this.holdings = holdings;
        this.timeline = timeline;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Those of a host at that moment or now, by application. */
    @Transactional(readOnly = true)
    public List<AttachedSbom> ofHost(String host, @Nullable Instant at, Reach reach) {
        return sboms.of(hosts.known(host, at, reach).ordinal(), at);
    }

    /**
     * Attaches a document in place of the application's one before, all of it or nothing.
     *
     * @param application what it is about; null for what it says itself
     * @param actor who brought it, for the timeline
     * @throws InvalidFeed naming what is wrong; then nothing was taken
     */
    public AttachedSbom attach(
            String host,
            @Nullable String application,
            InputStream content,
            Reach reach,
            String actor) {
        HostRow target = living(host, reach);
        BillOfMaterials bill = read(content);
        String name = application == null ? subject(bill) : application;
        if (!NAME.test(name)) {
            throw new InvalidFeed(
                    application == null ? "$.metadata.component.name" : "application",
                    "It is no name of up to 100 letters, digits, dots, dashes and underscores; the"
                            + " sender can give one.");
        }
        requireRoom(target, name);
        SbomRoot root = new SbomRoot(name);
        List<PackageRow> rows = bill.packages().stream().map(row -> row(row, root)).toList();
        return dictionary.keeping(() -> {
            PackageIds told = dictionary.resolve(rows);
            return Objects.requireNonNull(
                    transaction.execute(status -> {
                        HostRow locked = locked(host, reach);
                        Instant now = now();
                        AttachedSbom sbom = sbom(name, bill, told, actor, now);
                        sboms.put(locked.ordinal(), sbom, now);
                        change(locked, root, told, actor, now);
                        return sbom;
                    }));
        });
    }

    private void requireRoom(HostRow host, String application) {
        List<AttachedSbom> present = sboms.of(host.ordinal(), null);
        if (present.size() >= MOST
                && present.stream().noneMatch(each -> each.application().equals(application))) {
            throw new InvalidFeed(
                    "application", "The host has those of %d already.".formatted(MOST));
        }
    }

    private static String subject(BillOfMaterials bill) {
        if (bill.subject() == null) {
            throw new InvalidFeed(
                    "$.metadata.component.name",
                    "It is missing, so the sender has to name the application.");
        }
        return bill.subject();
    }

    private BillOfMaterials read(InputStream content) {
        reading.acquireUninterruptibly();
        try {
            return CycloneDx.read(content.readNBytes(CycloneDx.BYTES + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what was sent", e);
        } finally {
            reading.release();
        }
    }

    /**
     * Ends an application's document and its packages, which is an event of the host.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean remove(String host, String application, Reach reach, String actor) {
        HostRow locked = locked(host, reach);
        Optional<AttachedSbom> found =
                sboms.of(locked.ordinal(), null).stream()
                        .filter(sbom -> sbom.application().equals(application))
                        .findFirst();
        if (found.isEmpty()) {
            return false;
        }
        Instant now = now();
        change(locked, new SbomRoot(application), PackageIds.NONE, actor, now);
        sboms.remove(locked.ordinal(), application, now);
        timeline.append(
                new NewEvent(
                        locked.asset(),
                        locked.environment(),
                        "sbom.removed",
                        "The bill of materials of " + application + " was removed",
                        StateJson.write(Map.of("application", application)),
                        actor));
        return true;
    }

    private HostRow living(String host, Reach reach) {
        HostRow row = hosts.known(host, null, reach);
        if (!row.living()) {
            throw new UnknownHost(host);
        }
        return row;
    }

    /** The host, of which nobody else writes until the transaction ends. */
    private HostRow locked(String host, Reach reach) {
        table.lock(living(host, reach).ordinal());
        return living(host, reach);
    }

    private void change(HostRow host, SbomRoot root, PackageIds told, String actor, Instant now) {
        PackageChange change = packages.apply(host.ordinal(), root, told, now);
        if (change.none()) {
            return;
        }
        table.count(host.ordinal(), change.members().size());
        holdings.changed(host.ordinal(), change);
        packages.text(change)
                .ifPresent(text ->
                        timeline.append(
                                new NewEvent(
                                        host.asset(),
                                        host.environment(),
                                        text.change().kind(),
                                        text.summary(),
                                        text.detail(),
                                        actor)));
    }

    private static PackageRow row(PackageRow told, SbomRoot root) {
        return new PackageRow(
                told.type(),
                told.namespace(),
                told.name(),
                told.version(),
                told.arch(),
                told.source(),
                told.sourceVersion(),
                Bounded.optional(told.vendor(), Bounded.NAME),
                null,
                root.text());
    }

    private static AttachedSbom sbom(
            String application, BillOfMaterials bill, PackageIds told, String actor, Instant now) {
        return new AttachedSbom(
                application,
                bill.specVersion(),
                bill.serialNumber(),
                bill.version(),
                bill.madeAt(),
                now,
                actor,
                bill.components(),
                told.size(),
                AttachedSbom.LeftOut.of(bill.leftOut()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
