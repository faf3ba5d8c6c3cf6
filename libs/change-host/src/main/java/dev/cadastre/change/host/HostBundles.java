package dev.cadastre.change.host;

import dev.cadastre.change.archive.ArchiveRefused;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderFile;
import dev.cadastre.change.host.HostPrograms.Tokens;
import dev.cadastre.change.run.Lock;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.change.script.Payload;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bundles that lie on one host, for people who look there while a run is halted. Of a bundle
 * only what is there to be edited is passed on and put back: its scripts, and whatever steps and
 * people have left beside them; what the run itself keeps there is not. Whatever happens at the
 * host or on the way to it is a value. For one thread.
 */
public final class HostBundles implements AutoCloseable {

    /** What all files of a bundle together may have, with a little for their names. */
    public static final int MOST_BYTES = 64 << 20;

    private static final Duration LONGEST_TRIP = Duration.ofMinutes(10);

    /** What the run itself keeps, as {@code host_is_own} says. */
    private static final Pattern OWN =
            Pattern.compile(
                    "(lock(\\..*)?|opened(\\.new)?|state|(run|work)\\.sh(\\.new)?|\\.put\\..*)(/.*)?");

    private final Shell shell;
    private final HostPrograms programs;

    /** By a shell, which is closed with this. */
    public HostBundles(Shell shell) {
        this(shell, new HostPrograms("/bin/sh"));
    }

    HostBundles(Shell shell, HostPrograms programs) {
        this.shell = shell;
        this.programs = programs;
    }

    /** How listing ended. */
    public sealed interface Listing permits Listed, Refused, OutOfReach {}

    /** How fetching the files ended. */
    public sealed interface Pulling permits Pulled, Refused, OutOfReach {}

    /** How putting them back ended. */
    public sealed interface Pushing permits Pushed, Refused, OutOfReach {}

    /** Those that are there. */
    public record Listed(List<HeldBundle> bundles) implements Listing {
        /** Copies what can be changed. */
        public Listed {
            bundles = List.copyOf(bundles);
        }
    }

    /** The files of one. */
    public record Pulled(HeldBundle bundle, ChangeFolder files) implements Pulling {}

    /**
     * What differed is there now.
     *
     * @param changed the paths of that
     */
    public record Pushed(HeldBundle bundle, List<String> changed) implements Pushing {
        /** Copies what can be changed. */
        public Pushed {
            changed = List.copyOf(changed);
        }
    }

    /** Nothing was passed on, and nothing changed. */
    public record Refused(String code, String reason) implements Listing, Pulling, Pushing {}

    /** The host is not there, or was lost meanwhile. */
    public record OutOfReach(String reason) implements Listing, Pulling, Pushing {}

    /** All that are there. */
    public Listing list() {
        Tokens tokens = Tokens.random();
        BundleListing listing = new BundleListing(new BundleContent(() -> {}));
        Shell.Ended ended = trip(tokens, programs.list(tokens), Payload.NOTHING, listing);
        if (listing.refused() != null) {
            return refused(listing.refused());
        }
        return listing.done() == null
                ? outOfReach(ended, listing)
                : new Listed(listing.bundles(Refusals.plain(listing.done())));
    }

    /** The files of one. */
    public Pulling pull(String name) {
        if (!HostPrograms.isName(name)) {
            return unknown(name);
        }
        Tokens tokens = Tokens.random();
        Leaving leaving = new Leaving();
        BundleContent content = new BundleContent(leaving::leave);
        BundleListing listing = new BundleListing(content);
        byte[] program = programs.pull(name, tokens);
        Shell.Ended ended = trip(tokens, program, Payload.NOTHING, listing, leaving);
        if (content.isTooLarge()) {
            return new Refused(
                    "too-large",
                    "the files of %s have more than %d bytes; look at them there"
                            .formatted(name, MOST_BYTES));
        }
        if (listing.refused() != null) {
            return refused(listing.refused());
        }
        if (listing.done() == null) {
            return outOfReach(ended, listing);
        }
        if (content.isPart()) {
            return new Refused(
                    "not-read",
                    "the host cannot read all of it: " + Refusals.plain(listing.stray()));
        }
        return pulled(name, listing, content);
    }

    private static Pulling pulled(String name, BundleListing listing, BundleContent content) {
        try {
            ChangeFolder files = content.files();
            return listing.bundles("~/.cadastre/bundles").stream()
                    .findFirst()
                    .<Pulling>map(bundle -> new Pulled(bundle, files))
                    .orElseGet(() -> unknown(name));
        } catch (ArchiveRefused e) {
            return new Refused(e.code(), "what the host sends is not taken: " + e.getMessage());
        } catch (IOException e) {
            return new Refused("not-read", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Puts files back. Only what differs is sent; nothing is removed, and what is there keeps its
     * mode. All arrives before anything is changed. It is refused while a script of the run is at
     * work there, and where nobody has the lock.
     *
     * @param mayPut why it must not be put there, by who has it; null if it may
     */
    public Pushing push(
            String name, ChangeFolder wanted, Function<Lock, @Nullable Refused> mayPut) {
        Refused own = own(wanted);
        if (own != null) {
            return own;
        }
        Pulling pulling = pull(name);
        if (!(pulling instanceof Pulled there)) {
            return pulling instanceof Refused refused ? refused : (OutOfReach) pulling;
        }
        Lock lock = there.bundle().lock();
        if (lock == null) {
            return new Refused("not-held", "%s has no lock that can be read".formatted(name));
        }
        Refused not = mayPut.apply(lock);
        if (not == null && !there.bundle().atWork().isEmpty()) {
            not = atWork(there.bundle(), lock);
        }
        return not == null ? push(there, lock, wanted) : not;
    }

    private static @Nullable Refused own(ChangeFolder wanted) {
        List<String> own =
                wanted.files().stream()
                        .map(FolderFile::path)
                        .filter(path -> OWN.matcher(path).matches())
                        .toList();
        if (!own.isEmpty()) {
            return new Refused(
                    "own-file",
                    "the run itself keeps %s, which nobody else changes"
                            .formatted(String.join(", ", own.subList(0, Math.min(5, own.size())))));
        }
        return wanted.size() > MOST_BYTES
                ? new Refused("too-large", "there are more than %d bytes".formatted(MOST_BYTES))
                : null;
    }

    private static Refused atWork(HeldBundle bundle, Lock lock) {
        return new Refused(
                "at-work",
                "%s is at work there with script %s; halt it first"
                        .formatted(Refusals.plain(lock.toString()), bundle.atWork().get(0)));
    }

    private Pushing push(Pulled there, Lock lock, ChangeFolder wanted) {
        List<FolderFile> differing =
                wanted.files().stream().filter(file -> differs(file, there.files())).toList();
        if (differing.isEmpty()) {
            return new Pushed(there.bundle(), List.of());
        }
        Tokens tokens = Tokens.random();
        BundleListing listing = new BundleListing(new BundleContent(() -> {}));
        byte[] program = programs.put(there.bundle().name(), lock.run(), differing, tokens);
        Shell.Ended ended;
        try {
            ended = trip(tokens, program, contents(wanted, differing), listing);
        } catch (IOException e) {
            return new Refused("not-read", String.valueOf(e.getMessage()));
        }
        if (listing.refused() != null) {
            return pushRefused(listing, lock);
        }
        return listing.done() == null
                ? outOfReach(ended, listing)
                : new Pushed(there.bundle(), listing.put());
    }

    private static Refused pushRefused(BundleListing listing, Lock lock) {
        Refused refused = refused(String.valueOf(listing.refused()));
        String whose =
                refused.code().equals("at-work") ? Refusals.plain(lock.toString()) + ": " : "";
        String part =
                listing.put().isEmpty()
                        ? ""
                        : "; put there before: " + String.join(", ", listing.put());
        return new Refused(refused.code(), whose + refused.reason() + part);
    }

    private static boolean differs(FolderFile file, ChangeFolder there) {
        return there.find(file.path()).filter(one -> one.sha256().equals(file.sha256())).isEmpty();
    }

    private static Payload contents(ChangeFolder wanted, List<FolderFile> files)
            throws IOException {
        List<Payload> all = new ArrayList<>();
        for (FolderFile file : files) {
            all.add(Payload.ofOwn(wanted.content(file.path())));
        }
        return Payload.joined(all);
    }

    private Shell.Ended trip(Tokens tokens, byte[] program, Payload rest, BundleListing listing) {
        return trip(tokens, program, rest, listing, new Leaving());
    }

    private Shell.Ended trip(
            Tokens tokens, byte[] program, Payload rest, BundleListing listing, Leaving leaving) {
        Trip trip =
                new Trip(
                        tokens.word(),
                        tokens.prompt(),
                        new Elevation(new RunSecrets(Secrets.NONE)),
                        Trip.Sending.all(
                                Payload.joined(List.of(Payload.ofOwn(program), rest)), Mode.SAME),
                        listing);
        leaving.trip = trip;
        return trip.go(shell, programs.line(program), false, LONGEST_TRIP);
    }

    /** A trip that may be left early. */
    private static final class Leaving {
        private @Nullable Trip trip;

        void leave() {
            if (trip != null) {
                trip.letGo();
            }
        }
    }

    private static Refused unknown(String name) {
        return new Refused("no-bundle", "there is no bundle " + Refusals.plain(name));
    }

    private static Refused refused(String record) {
        var refused = Refusals.of(record);
        return new Refused(refused.code(), refused.reason());
    }

    private static OutOfReach outOfReach(Shell.Ended ended, BundleListing listing) {
        return new OutOfReach(ShellSession.reason(ended, listing.stray()));
    }

    @Override
    public void close() {
        shell.close();
    }
}
