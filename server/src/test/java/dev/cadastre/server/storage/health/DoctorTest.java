package dev.cadastre.server.storage.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DoctorTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Pattern SECTION =
            Pattern.compile("(?s)### `([a-z.-]+)`\n(.*?)(?=\n##|\\z)");

    /** Cannot be made. */
    private static final class Broken implements Examination {
        @Override
        public List<Finding> examine() {
            throw new IllegalStateException("no answer within 10 s");
        }
    }

    @Test
    void tellsTheWorstFirstAndGoesOnWhereOneCannotBeMade() {
        Finding warning = Finding.warning(FindingKind.DISK_LOW, "/h", "x");
        Finding error = Finding.error(FindingKind.PARTITION_MISSING, "a.b", "x");

        assertThat(
                        new Doctor(
                                        List.of(
                                                () -> List.of(warning),
                                                new Broken(),
                                                () -> List.of(error)),
                                        CLOCK)
                                .examine())
                .containsExactly(
                        error,
                        Finding.error(
                                FindingKind.EXAMINATION_FAILED,
                                "Broken",
                                "It could not be looked at: no answer within 10 s"),
                        warning);
    }

    @Test
    void remembersForAMinute() {
        AtomicInteger looks = new AtomicInteger();
        Examination counted =
                () -> {
                    looks.incrementAndGet();
                    return List.of();
                };
        Doctor doctor = new Doctor(List.of(counted), CLOCK);

        doctor.recent();
        doctor.recent();
        assertThat(looks).hasValue(1);
        doctor.examine();
        assertThat(looks).hasValue(2);
    }

    @Test
    void hasEachCodeWithItsRemedyInTheManual() throws Exception {
        String chapter = Files.readString(Path.of("../docs/manual/29-doctor.md"));
        String servers =
                chapter.substring(
                        chapter.indexOf("## What the server finds"),
                        chapter.indexOf("## What shows without the server"));
        Map<String, String> sections =
                SECTION.matcher(servers)
                        .results()
                        .collect(
                                Collectors.toMap(
                                        section -> section.group(1),
                                        section -> section.group(2).replaceAll("\\s+", " ")));

        assertThat(sections.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(FindingKind.values()).map(FindingKind::code).toList());
        for (FindingKind kind : FindingKind.values()) {
            assertThat(sections.get(kind.code())).contains("What to do: " + kind.remedy());
        }
    }
}
