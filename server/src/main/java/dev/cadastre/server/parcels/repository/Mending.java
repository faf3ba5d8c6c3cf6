package dev.cadastre.server.parcels.repository;

import dev.cadastre.parcel.ParcelType;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.registry.Listing;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.storage.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the folder and the tables say the same again when the server starts, whatever ended it, and
 * also where one of the two was put back from a backup: what the folder lists is taken, what the
 * tables have is listed, what nobody needs is deleted.
 */
@Component
class Mending {

    private static final Logger LOG = LoggerFactory.getLogger(Mending.class);
    private static final int MOST_NAMES = 20;

    private final Parcels parcels;
    private final ParcelBook book;
    private final ParcelTable table;
    private final Content content;
    private final Access access;
    private final Home home;

    Mending(
            Parcels parcels,
            ParcelBook book,
            ParcelTable table,
            Content content,
            Access access,
            Home home) {
        this.parcels = parcels;
        this.book = book;
        this.table = table;
        this.content = content;
        this.access = access;
        this.home = home;
    }

    /** What cannot be mended is told, and keeps nobody from the rest. */
    @EventListener(ApplicationStartedEvent.class)
    void mend() {
        access.asSystem(() -> {
            try {
                parcels.alone(this::all);
            } catch (IOException | UncheckedIOException e) {
                LOG.error("The folder of parcels {} cannot be read", content.folder().folder(), e);
            }
        });
    }

    private void all() throws IOException {
        clearUploads();
        content.folder().forgetIncoming();
        boolean isWhole = adopt();
        list();
        Set<String> needed = table.digests();
        Set<String> there = content.folder().digests();
        tellMissing(needed, there);
        if (isWhole) {
            deleteRest(needed, there);
        }
    }

    private void clearUploads() throws IOException {
        try (Stream<Path> left = Files.list(home.folder(Parcels.UPLOADS))) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * Takes what only the folder knows.
     *
     * @return whether all of it could be taken
     */
    private boolean adopt() throws IOException {
        List<Descriptor> listed = content.folder().index().manifests();
        Set<String> known =
                parcels.shelf().all().stream()
                        .map(row -> row.parcel().digest())
                        .collect(Collectors.toSet());
        boolean isWhole = true;
        for (Descriptor manifest : listed) {
            boolean isParcel = manifest.artifactType().equals(ParcelType.PARCEL);
            if (isParcel && !known.contains(manifest.digest())) {
                isWhole &= adopt(manifest, listed);
            }
        }
        return isWhole;
    }

    private boolean adopt(Descriptor manifest, List<Descriptor> listed) throws IOException {
        List<Descriptor> signatures =
                listed.stream()
                        .filter(other ->
                                manifest.digest().equals(other.annotations().get(Listing.SUBJECT)))
                        .toList();
        try {
            SentParcel found = SentParcel.read(content.folder(), manifest, signatures);
            book.add(found);
            parcels.forget();
            LOG.warn(
                    "{} {} was in the folder of parcels only, and is kept from now on",
                    found.name(),
                    found.version());
            return true;
        } catch (ParcelRefused e) {
            LOG.warn(
                    "{} in {} is not kept: {}",
                    manifest.digest(),
                    content.folder().folder(),
                    e.getMessage());
            return false;
        }
    }

    private void list() throws IOException {
        Set<String> listed =
                content.folder().index().manifests().stream()
                        .map(Descriptor::digest)
                        .collect(Collectors.toSet());
        List<ParcelRow> missing = new ArrayList<>();
        for (ParcelRow row : parcels.shelf().all()) {
            if (!listed.containsAll(row.manifests()) && isReadable(row)) {
                missing.add(row);
            }
        }
        if (!missing.isEmpty()) {
            content.list(missing);
        }
    }

    private boolean isReadable(ParcelRow row) throws IOException {
        try {
            content.open(row);
            return true;
        } catch (ParcelRefused _) {
            return false;
        }
    }

    private void tellMissing(Set<String> needed, Set<String> there) {
        Set<String> missing = new HashSet<>(needed);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            Set<Long> incomplete = Set.copyOf(table.needing(missing));
            List<String> names =
                    parcels.shelf().all().stream()
                            .filter(row -> incomplete.contains(row.id()))
                            .map(row -> row.parcel().toString())
                            .toList();
            LOG.error(
                    "{} of the parcels are not whole in {}: add them again, or remove them: {}",
                    names.size(),
                    content.folder().folder(),
                    names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")));
        }
    }

    private void deleteRest(Set<String> needed, Set<String> there) throws IOException {
        Set<String> rest = new HashSet<>(there);
        rest.removeAll(needed);
        content.delete(rest);
    }
}
