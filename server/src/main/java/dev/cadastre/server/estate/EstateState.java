package dev.cadastre.server.estate;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in force.
 *
 * @param file the name of the file whose content was applied last
 * @param content that content; empty when none ever was
 * @param tests the tests that it names, by their paths in it
 * @param appliedAt when that was; null when it never was
 * @param additions what was added by API
 * @param model the estate that file and additions make
 */
record EstateState(
        String file,
        FileBytes content,
        Map<String, String> tests,
        @Nullable Instant appliedAt,
        Additions additions,
        EstateModel model) {

    static final EstateState NOTHING =
            new EstateState(
                    "(no estate file)",
                    FileBytes.EMPTY,
                    Map.of(),
                    null,
                    Additions.NONE,
                    EstateModel.EMPTY);

    /**
     * What the file in force would mean together with other additions. The queries of its rules
     * were checked when it was applied; one that no longer holds says so when it is asked.
     */
    EstateReading readWith(Additions others) {
        return EstateFile.read(
                file, content.bytes(), others, SectionChecks.NONE, MonitorTests.of(tests));
    }

    EstateState with(Additions others, EstateModel result) {
        return new EstateState(file, content, tests, appliedAt, others, result);
    }
}
