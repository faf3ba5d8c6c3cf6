package dev.cadastre.server.demonstration;

import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.file.ChangeFile;
import dev.cadastre.change.file.ChangeFileReading;
import dev.cadastre.change.file.OperationCatalogue;
import dev.cadastre.change.journal.JournalText;
import dev.cadastre.change.plan.ChangeDigest;
import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.change.run.JobLine;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunHead;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.archive.Archives;
import dev.cadastre.server.change.running.UploadedRuns;
import dev.cadastre.server.change.running.UploadedRuns.Upload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Tells of the releases of the invented organisation, through the door by which runs come that were
 * carried out without the server.
 */
@Component
class Releases {

    private static final String FILE = "release.change";

    /** As the command line names runs. */
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final UploadedRuns runs;
    private final Archives archives;
    private final OperationCatalogue operations;
    private final Access access;
    private final Clock clock;

    Releases(
            UploadedRuns runs,
            Archives archives,
            OperationCatalogue operations,
            Access access,
            Clock clock) {
        this.runs = runs;
        this.archives = archives;
        this.operations = operations;
        this.access = access;
        this.clock = clock;
    }

    /** Tells of those of that day of the past, counted from 0. */
    void of(int day, List<InventedHost> organisation) {
        ReleaseHistory.ALL.stream()
                .filter(release -> release.day() == day)
                .forEach(release -> access.asSystem(() -> tell(release, organisation)));
    }

    private void tell(Release release, List<InventedHost> organisation) {
        ChangeFolder folder = folder(release);
        try {
            ByteArrayOutputStream archive = new ByteArrayOutputStream();
            ChangeArchive.write(folder, archive);
            archives.put(folder.digest(), new ByteArrayInputStream(archive.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what is in memory", e);
        }
        Instant begun = clock.instant().minus(release.ago());
        List<RunEntry> entries = journal(release, organisation, operations, begun);
        byte[] journal =
                IntStream.range(0, entries.size())
                        .mapToObj(i -> JournalText.line(i + 1, entries.get(i)) + "\n")
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8);
        runs.upload(new Upload(name(release, begun), folder.digest(), FILE, journal), Reach.ALL);
    }

    /** What is written down of a release that is begun at that moment. */
    static List<RunEntry> journal(
            Release release,
            List<InventedHost> organisation,
            OperationCatalogue operations,
            Instant begun) {
        RunHead head = head(release, organisation, operations, begun);
        ReleaseSteps steps = new ReleaseSteps(release);
        List<PlannedPlace> planned =
                head.hosts().stream().map(host -> steps.planned(host, head.jobs())).toList();
        return InventedRun.journal(head, planned, begun, steps, release.asked());
    }

    private static RunHead head(
            Release release,
            List<InventedHost> organisation,
            OperationCatalogue operations,
            Instant begun) {
        ChangeFileReading reading = ChangeFile.read(FILE, text(release), operations);
        ChangeFile file =
                reading.file()
                        .orElseThrow(() ->
                                new IllegalStateException("No change: " + reading.problems()));
        return new RunHead(
                name(release, begun),
                release.who(),
                release.why(),
                release.application(),
                ChangeDigest.of(file.change()),
                "",
                release.application(),
                new TreeMap<>(
                        Map.of(
                                "version",
                                release.version(),
                                "schema",
                                Integer.toString(Release.schema(release.version())))),
                release.settings(),
                organisation.stream()
                        .filter(release::isFor)
                        .map(InventedHost::name)
                        .sorted()
                        .toList(),
                file.change().jobs().stream().map(JobLine::of).toList());
    }

    private static String name(Release release, Instant begun) {
        return "%s-d%05d".formatted(NAME.format(begun), release.day());
    }

    /** The change as it is sent, with what it is known by. */
    private static ChangeFolder folder(Release release) {
        return ChangeFolder.of(
                Map.of(
                        FILE,
                        text(release),
                        "release.txt",
                        (release.version() + "\n").getBytes(StandardCharsets.UTF_8)),
                List.of());
    }

    private static byte[] text(Release release) {
        try (InputStream in = Releases.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the program");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("APPLICATION", release.application())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }
}
