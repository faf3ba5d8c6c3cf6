package dev.cadastre.server.parcels.repository;

import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.registry.ParcelVersion;
import dev.cadastre.parcel.resolution.Catalogue;
import dev.cadastre.parcel.trust.Decision;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.parcels.ParcelRefused.Reason;
import dev.cadastre.server.parcels.repository.Taken.Outcome;
import dev.cadastre.server.storage.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * The parcels that are kept here. What is sent is hostile until all of it was read; what was
 * answered is on the disk. A version never changes its content. Whether somebody may do this is for
 * the caller to know. Thread-safe.
 */
@NamedInterface("repository")
@Service
public class Parcels {

    /** How many bytes a parcel's file may have. */
    public static final long MOST_BYTES = 1L << 30;

    static final String UPLOADS = "parcel-uploads";

    private static final Logger LOG = LoggerFactory.getLogger(Parcels.class);

    private final Home home;
    private final Content content;
    private final ParcelBook book;
    private final ParcelTrust trust;
    private final ObjectProvider<ParcelUse> uses;

    /** What one deletes, another may be about to need. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Those who want content to stay; changed by whose turn it is. */
    private int holds;

    /** What is to be deleted when nobody wants it to stay. */
    private final Set<String> stayed = new HashSet<>();

    private volatile @Nullable Shelf shelf;

    Parcels(
            Home home,
            Content content,
            ParcelBook book,
            ParcelTrust trust,
            ObjectProvider<ParcelUse> uses) {
        this.home = home;
        this.content = content;
        this.book = book;
        this.trust = trust;
        this.uses = uses;
    }

    /**
     * Takes one file, for the actor.
     *
     * @return what is new; the same parcel again may bring signatures
     * @throws ParcelRefused if it is no parcel, with all that is wrong; or another has its name and
     *     version
     * @throws IOException if it cannot be read to its end, or kept
     */
    public Taken take(InputStream archive) throws IOException {
        try (Upload upload = Upload.receive(archive, home.folder(UPLOADS), MOST_BYTES)) {
            return upload.read(this::keep);
        }
    }

    /** Content first: a row without it would promise what is not there. */
    Taken keep(SentParcel sent) throws IOException {
        turn.lock();
        try {
            shelf().find(sent.name(), sent.version())
                    .ifPresent(row -> ParcelBook.requireSame(row, sent));
            content.put(sent);
            Outcome outcome = book.add(sent);
            forget();
            ParcelRow row = row(sent.name(), sent.version());
            list(row);
            return new Taken(kept(row), outcome);
        } finally {
            turn.unlock();
        }
    }

    /** What is not listed is kept all the same, and listed at the next start. */
    private void list(ParcelRow row) {
        try {
            content.list(List.of(row));
        } catch (IOException | ParcelRefused e) {
            LOG.warn("{} is kept, but not listed in its folder", row.parcel(), e);
        }
    }

    /**
     * Removes a parcel, and what no other needs of it.
     *
     * @throws ParcelRefused if there is none, or an app has it
     * @throws IOException if its content cannot be removed
     */
    public void remove(String name, String version) throws IOException {
        turn.lock();
        try {
            ParcelRow row = row(name, version);
            String digest = row.parcel().digest();
            List<ParcelUse.User> users = users(List.of(digest)).getOrDefault(digest, List.of());
            if (!users.isEmpty()) {
                throw inUse(row, users);
            }
            content.unlist(row);
            List<String> free = removed(row);
            if (holds == 0) {
                content.delete(free);
            } else {
                stayed.addAll(free);
            }
        } finally {
            turn.unlock();
        }
    }

    private List<String> removed(ParcelRow row) {
        try {
            List<String> free = book.remove(row);
            forget();
            return free;
        } catch (DataIntegrityViolationException _) {
            list(row);
            throw inUse(row, List.of());
        } catch (RuntimeException e) {
            list(row);
            throw e;
        }
    }

    private static ParcelRefused inUse(ParcelRow row, List<ParcelUse.User> users) {
        String who =
                users.isEmpty()
                        ? "an app"
                        : users.stream()
                                .map(ParcelUse.User::toString)
                                .distinct()
                                .collect(Collectors.joining(", "));
        return new ParcelProblem(
                        "parcel.in-use",
                        row.parcel().name() + ":" + row.parcel().version(),
                        "%s is what %s has.".formatted(row.parcel(), who),
                        "Upgrade or remove that first.")
                .as(Reason.CONFLICT);
    }

    /** The one of that name and version. */
    public Optional<KeptParcel> find(String name, String version) {
        return shelf().find(name, version).map(this::kept);
    }

    /** All of one name, newest first; none if there is no such parcel. */
    public List<KeptParcel> versions(String name) {
        return shelf().versions(name).stream().map(this::kept).toList();
    }

    /**
     * Those that are asked for, by name, and the newest version of each first.
     *
     * @param after the last one that is known, whether it is still there or not; null for none
     * @param limit the most that are returned
     */
    public List<KeptParcel> find(ParcelQuery query, @Nullable ParcelVersion after, int limit) {
        return shelf().find(query).stream()
                .filter(row -> after == null || row.isBehind(after))
                .limit(limit)
                .map(this::kept)
                .toList();
    }

    /** All that can be chosen. */
    public Catalogue catalogue() {
        return shelf().catalogue();
    }

    /**
     * The apps that have any of these, by the digest of the parcel, as far as anybody knows.
     *
     * @param digests of parcels
     */
    public Map<String, List<ParcelUse.User>> users(Collection<String> digests) {
        Map<String, Set<ParcelUse.User>> all = new HashMap<>();
        uses.orderedStream()
                .flatMap(use -> use.users(digests).entrySet().stream())
                .forEach(known ->
                        all.computeIfAbsent(known.getKey(), _ -> new LinkedHashSet<>())
                                .addAll(known.getValue()));
        return all.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, any -> List.copyOf(any.getValue())));
    }

    /**
     * Opens one. All of it was right when it was taken; layers are verified again when they are
     * read.
     *
     * @throws ParcelRefused if it was removed meanwhile, or its content is not what it was
     * @throws IOException if it cannot be read
     */
    public ParcelArtefact open(KeptParcel parcel) throws IOException {
        return content.open(row(parcel));
    }

    /**
     * Writes one as the file that was sent, with all signatures that it has now.
     *
     * @throws ParcelRefused as for {@link #open}
     */
    public void copy(KeptParcel parcel, OutputStream target) throws IOException {
        content.copy(row(parcel), target);
    }

    /**
     * Whether an environment takes a parcel: by whose signature, or why not. Of one that asks for
     * no signature it is told whose there are, and that is no reason against it.
     *
     * @throws ParcelRefused if it was removed meanwhile
     */
    public Decision decide(KeptParcel parcel, Environment environment) {
        return trust.decide(row(parcel), environment);
    }

    private KeptParcel kept(ParcelRow row) {
        KeptParcel bare = row.parcel();
        return new KeptParcel(
                bare.name(),
                bare.version(),
                bare.digest(),
                bare.summary(),
                bare.licence(),
                bare.owner(),
                bare.provides(),
                bare.requires(),
                trust.signers(row),
                bare.size(),
                bare.addedBy(),
                bare.addedAt());
    }

    private ParcelRow row(KeptParcel parcel) {
        ParcelRow row = row(parcel.name(), parcel.version());
        if (!row.parcel().digest().equals(parcel.digest())) {
            throw unknown(parcel.name(), parcel.version());
        }
        return row;
    }

    private ParcelRow row(String name, String version) {
        return shelf().find(name, version).orElseThrow(() -> unknown(name, version));
    }

    /** The refusal where there is no such parcel. */
    public static ParcelRefused unknown(String name, String version) {
        return new ParcelProblem(
                        "parcel.unknown",
                        name + ":" + version,
                        "There is no parcel %s %s here.".formatted(name, version),
                        "See what there is with `cadastre parcel list`, or add it with `cadastre parcel"
                                + " add`.")
                .as(Reason.UNKNOWN);
    }

    Shelf shelf() {
        Shelf known = shelf;
        if (known == null) {
            known = read();
        }
        return known;
    }

    /** One at a time, so that none is put in place that was read before another change. */
    private Shelf read() {
        turn.lock();
        try {
            Shelf known = shelf;
            if (known == null) {
                known = Shelf.of(book.all());
                shelf = known;
            }
            return known;
        } finally {
            turn.unlock();
        }
    }

    /** Content of parcels that are removed stays, until {@link #release}. */
    void hold() {
        turn.lock();
        try {
            holds++;
        } finally {
            turn.unlock();
        }
    }

    /** Deletes what stayed for nobody but those who held it. */
    void release() {
        turn.lock();
        try {
            holds--;
            if (holds == 0) {
                stayed.removeAll(book.digests());
                content.delete(stayed);
                stayed.clear();
            }
        } catch (IOException e) {
            LOG.warn("Content of removed parcels stays until the next start", e);
        } finally {
            turn.unlock();
        }
    }

    /** Something was added or removed. */
    void forget() {
        shelf = null;
    }

    /** Does something while nobody else adds or removes. */
    <X extends Exception> void alone(Work<X> work) throws X {
        turn.lock();
        try {
            work.run();
        } finally {
            forget();
            turn.unlock();
        }
    }

    /** Something that is done alone. */
    interface Work<X extends Exception> {
        void run() throws X;
    }
}
