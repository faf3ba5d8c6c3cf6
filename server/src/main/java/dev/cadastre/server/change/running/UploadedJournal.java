package dev.cadastre.server.change.running;

import dev.cadastre.change.journal.JournalReading;
import dev.cadastre.change.journal.JournalText;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunHead;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.change.keeping.EntryTable;
import dev.cadastre.server.change.running.UploadedRuns.Upload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A journal that somebody sends, who may have written anything into it. Pure. */
final class UploadedJournal {

    private static final int MOST_ENTRIES = 500_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_VALUE = 10_000;

    /** As the command line names runs; a server names its own otherwise. */
    private static final Pattern NAME = Pattern.compile("[0-9]{8}-[0-9]{4}-[a-z0-9]{6}");

    private static final Pattern PARAMETER = Pattern.compile("[a-z0-9._-]{1,100}");

    /** Nothing was run before that, and clocks differ. */
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

    private static final Duration AHEAD = Duration.ofDays(1);

    private final Upload upload;
    private final Instant now;
    private final List<ChangeProblem> problems = new ArrayList<>();

    UploadedJournal(Upload upload, Instant now) {
        this.upload = upload;
        this.now = now;
    }

    /**
     * Its entries.
     *
     * @throws ChangeRefused if it is none that could be, with all that is wrong
     */
    List<RunEntry> entries() {
        if (!NAME.matcher(upload.name()).matches()) {
            problem("run.name-wrong", "name", "That is no name of a run without a server.");
        }
        if (upload.file().isEmpty() || isUnfit(upload.file(), LONGEST_REASON)) {
            problem("run.file-wrong", "file", "That is no file of a change.");
        }
        JournalReading reading = JournalText.read(upload.journal());
        if (!reading.problem().isEmpty() || reading.torn() > 0 || reading.entries().isEmpty()) {
            problem(
                    "run.journal-broken",
                    "journal",
                    reading.problem().isEmpty()
                            ? "The journal has no entry, or a part of one at its end."
                            : "The journal is not as it was written: " + reading.problem());
        } else {
            check(reading.entries());
        }
        if (!problems.isEmpty()) {
            throw new ChangeRefused(Reason.INVALID, problems);
        }
        return reading.entries();
    }

    private void check(List<RunEntry> entries) {
        if (entries.size() > MOST_ENTRIES) {
            problem(
                    "run.journal-long",
                    "journal",
                    "The journal has more than %,d entries.".formatted(MOST_ENTRIES));
        }
        Instant latest = now.plus(AHEAD);
        boolean isUntimely =
                entries.stream()
                        .map(RunEntry::at)
                        .anyMatch(at -> at.isBefore(EARLIEST) || at.isAfter(latest));
        if (isUntimely) {
            problem(
                    "run.journal-time",
                    "journal",
                    "The journal tells of what was long before there were any, or is to come.");
        }
        check(((RunEntry.Begun) entries.getFirst()).head());
    }

    private void check(RunHead head) {
        if (!head.run().equals(upload.name())) {
            problem("run.name-wrong", "journal", "The journal is that of another run.");
        }
        if (head.who().isEmpty() || isUnfit(head.who(), LONGEST_NAME)) {
            problem("run.who-wrong", "journal", "The journal does not say who carried it out.");
        }
        if (isUnfit(head.why(), LONGEST_REASON)) {
            problem(
                    "run.why-wrong",
                    "journal",
                    "The reason is no line of at most %,d characters.".formatted(LONGEST_REASON));
        }
        if (isUnfit(head.change(), LONGEST_NAME)) {
            problem("run.change-wrong", "journal", "The change has no name that one can have.");
        }
        head.parameters()
                .forEach((key, value) -> {
                    if (!PARAMETER.matcher(key).matches() || value.length() > LONGEST_VALUE) {
                        problem(
                                "plan.parameter-wrong",
                                "journal",
                                "The journal has a parameter that cannot be one.");
                    }
                });
    }

    private static boolean isUnfit(String text, int most) {
        return text.length() > most || text.chars().anyMatch(Character::isISOControl);
    }

    private void problem(String code, String place, String message) {
        problems.add(
                new ChangeProblem(
                        code,
                        place,
                        message,
                        "Send the journal as `cadastre run upload` does, from where it was written."));
    }

    /** Whether entries are those of these lines, of which the output may have been forgotten. */
    static boolean areSame(List<String> kept, List<RunEntry> entries) {
        for (int i = 0; i < kept.size(); i++) {
            RunEntry entry = entries.get(i);
            String line = kept.get(i);
            if (!line.equals(JournalText.line(i + 1, entry))
                    && !line.equals(JournalText.line(i + 1, EntryTable.silent(entry)))) {
                return false;
            }
        }
        return true;
    }
}
