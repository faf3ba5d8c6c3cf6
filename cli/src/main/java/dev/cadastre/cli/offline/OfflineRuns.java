package dev.cadastre.cli.offline;

import dev.cadastre.change.journal.FolderJournal;
import dev.cadastre.change.run.RunView;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of this machine, each in a folder of its own below {@code runs} in the home. */
public final class OfflineRuns {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int RANDOM_LETTERS = 6;

    private final Session session;
    private final Path runs;

    /** Those of the session's home. */
    public OfflineRuns(Session session) {
        this.session = session;
        this.runs = session.home().resolve("runs");
    }

    /** Whether an identifier is one of this machine's; a server's runs have numbers. */
    public static boolean isOffline(String id) {
        return !id.chars().allMatch(Character::isDigit);
    }

    /**
     * A name for a new run. Hosts know by it whose lock they have, so that it must not be that of a
     * run on another machine.
     */
    String newId() {
        StringBuilder id =
                new StringBuilder(MOMENT.format(session.surroundings().clock().instant()))
                        .append('-');
        new SecureRandom()
                .ints(RANDOM_LETTERS, 0, LETTERS.length())
                .forEach(index -> id.append(LETTERS.charAt(index)));
        return id.toString();
    }

    Path path(String id) {
        return runs.resolve(id);
    }

    /** What their journals say, the newest run first. */
    public List<RunView> views() {
        return folders().stream().flatMap(folder -> folder.view().stream()).toList();
    }

    private List<RunFolder> folders() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> below = Files.list(runs)) {
            return below.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .map(RunFolder::new)
                    .filter(RunFolder::isBegun)
                    .toList();
        } catch (IOException e) {
            throw RunFolder.unusable(runs, e);
        }
    }

    /**
     * The run of that name; its last letters are enough if no other ends like that, and {@code
     * latest} is the newest.
     */
    RunFolder find(String id) {
        List<RunFolder> known = folders();
        if (id.equals("latest") && !known.isEmpty()) {
            return known.getFirst();
        }
        List<RunFolder> found = known.stream().filter(folder -> folder.id().endsWith(id)).toList();
        if (found.size() != 1) {
            throw new Failure(
                    Failure.Kind.NO,
                    found.isEmpty()
                            ? "There is no run %s in %s".formatted(id, runs)
                            : "%d runs end in %s".formatted(found.size(), id),
                    "See `cadastre run ls --offline`.");
        }
        return found.getFirst();
    }

    /** What is known of a run. */
    public RunView view(String id) {
        RunFolder folder = find(id);
        return folder.view()
                .orElseThrow(() ->
                        new Failure(
                                Failure.Kind.NO,
                                "Run %s was never begun".formatted(folder.id()),
                                "Start the change again; " + folder.path() + " can be removed."));
    }

    /**
     * Whether some process carries it out. One that was killed has left a journal that says it goes
     * on.
     */
    public boolean isOpen(RunView view) {
        if (view.state().finished() != null) {
            return false;
        }
        try (FolderJournal _ = FolderJournal.open(path(view.head().run()))) {
            return false;
        } catch (IOException e) {
            // Somebody has it, or nobody can tell.
            return true;
        }
    }

    /** How a run of this machine ended, in a few words; null if it did not, or is not known. */
    @Nullable String ending(String id) {
        if (!isOffline(id) || !id.chars().allMatch(OfflineRuns::isOfName)) {
            return null;
        }
        RunFolder folder = new RunFolder(path(id));
        if (!folder.isBegun()) {
            return null;
        }
        return folder.view()
                .filter(view -> view.state().finished() != null)
                .map(view -> view.status().words())
                .orElse(null);
    }

    /** What a host says of a run is not believed to be a name. */
    private static boolean isOfName(int character) {
        return character == '-' || Character.isLetterOrDigit(character);
    }
}
